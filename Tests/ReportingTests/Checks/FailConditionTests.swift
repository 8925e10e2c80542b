import Coverage
import Testing

@testable import Reporting

@Suite struct FailConditionTests {
  @Test(arguments: [
    ("signal.unserved > 600", CheckFigure.service(.signal, .unserved), FailCondition.Comparison.greater, 600.0),
    ("villages<6786", .villages, .less, 6786),
    ("  Fibre.Share  <=  47.7% ", .service(.fibre, .share), .lessOrEqual, 47.7),
    ("power.people_unserved >= 1e4", .service(.power, .peopleUnserved), .greaterOrEqual, 10_000),
    ("people == 0", .people, .equal, 0), ("power.unknown != 0", .service(.power, .unknown), .notEqual, 0),
    ("signal.served=-1", .service(.signal, .served), .equal, -1),
  ])
  func `a condition is read`(
    text: String, figure: CheckFigure, comparison: FailCondition.Comparison, number: Double
  ) throws {
    let condition = try FailCondition(text)
    #expect(condition.figure == figure)
    #expect(condition.comparison == comparison)
    #expect(condition.value == .number(number))
  }

  @Test func `a target is compared with a word`() throws {
    #expect(try FailCondition("target.signal = late").value == .state(.late))
    #expect(try FailCondition("target.power != on_track").comparison == .notEqual)
  }

  @Test(arguments: [
    ("", 1, 1, "there is no figure here; expected one of villages, people, target.SERVICE, SERVICE.served,"),
    ("signal.unservd > 600", 1, 14, "there is no figure \"signal.unservd\"; did you mean \"signal.unserved\"?"),
    ("  colour > 6", 3, 6, "there is no figure \"colour\"; expected one of villages,"),
    ("signal.unserved", 16, 1, "there is no comparison here; expected one of >, >=, <, <=, =, !="),
    ("signal.unserved => 600", 17, 2, "there is no comparison \"=>\"; expected one of >, >="),
    ("signal.unserved >", 18, 1, "there is nothing to compare with; expected one, as 600"),
    ("signal.unserved > many", 19, 4, "\"many\" is no number; expected one, as 600"),
    ("signal.unserved > 600 or so", 19, 9, "\"600 or so\" is no number"),
    ("signal.unserved > 5%", 19, 2, "\"5%\" is no number; expected one, as 600"),
    ("signal.unserved > 0x1F", 19, 4, "\"0x1F\" is no number"), ("villages > nan", 12, 3, "\"nan\" is no number"),
    ("fibre.share < x", 15, 1, "\"x\" is no number; expected one, as 600 or 95%"),
    ("target.signal > late", 17, 4, "target.signal is a word; expected = or != before it"),
    ("target.signal = lat", 17, 3, "\"lat\": did you mean \"late\"?"),
    ("target.signal = 5", 17, 1, "\"5\": expected one of reached, on_track, late, unknown"),
  ])
  func `what is no condition is refused with its column`(text: String, column: Int, length: Int, part: String) {
    let error = #expect(throws: ConditionError.self) { try FailCondition(text) }
    #expect(error?.column == column)
    #expect(error?.length == length)
    #expect(error?.problem.hasPrefix(part) == true, "\(error?.problem ?? "")")
  }

  @Test func `an error shows the place`() {
    let error = #expect(throws: ConditionError.self) { try FailCondition("signal.unserved\n> 6oo") }
    #expect(
      error?.description == """
        --fail-if, column 19: "6oo" is no number; expected one, as 600
          signal.unserved > 6oo
                            ^^^
        """)
  }

  @Test(arguments: [
    (">", [false, false, true]), (">=", [false, true, true]), ("<", [true, false, false]), ("<=", [true, true, false]),
    ("=", [false, true, false]), ("!=", [true, false, true]),
  ])
  func `a comparison holds below, at and above the number as it should`(sign: String, expected: [Bool]) throws {
    let condition = try FailCondition("villages \(sign) 10")
    #expect([9, 10, 11].map { condition.holds(of: .number($0)) } == expected)
    #expect(condition.holds(of: nil) == nil)
    #expect(condition.holds(of: .state(.late)) == nil)
  }
}
