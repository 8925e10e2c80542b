import GeoFormats
import Testing

@testable import Coverage

@Suite struct CircumstancesTests {
  @Test(arguments: [
    (AttributeValue.text("có"), Answer.yes), (.text("Co\u{301}"), .yes), (.text("YES"), .yes), (.text("true"), .yes),
    (.text("không"), .no), (.text("KHONG"), .no), (.text("No"), .no), (.text("2"), .yes), (.text("0"), .no),
    (.number(0.5), .yes), (.number(0), .no), (.boolean(true), .yes), (.boolean(false), .no), (.null, .unknown),
    (.text("  "), .unknown), (.text(""), .unknown),
  ])
  func `answers are read as offices write them`(value: AttributeValue, answer: Answer) {
    #expect(Answer(value) == answer)
  }

  @Test(arguments: [
    AttributeValue.text("maybe"), .number(-1), .text("-3"), .structured("[true]"), .text("có thể"),
  ])
  func `an answer that cannot be read is none`(value: AttributeValue) {
    #expect(Answer(value) == nil)
  }

  /// The strong tables of Kleene: unknown unless the known decides.
  @Test(arguments: [
    (Answer.yes, Answer.yes, Answer.yes), (.yes, .no, .no), (.no, .unknown, .no), (.unknown, .no, .no),
    (.yes, .unknown, .unknown), (.unknown, .unknown, .unknown), (.no, .no, .no),
  ])
  func `two answers are yes when both are`(first: Answer, second: Answer, both: Answer) {
    #expect((first && second) == both)
    #expect((second && first) == both)
  }

  private static let head = "lon,lat,code,poverty_rate,school,ban\n"

  @Test func `properties are read under their own names or those that are mapped`() async throws {
    let villages = try await VillagesTests.villages(
      Self.head + "105,21,1,12.5,có,x\n105,21.1,2,,2,\n105,21.2,3,0,,không\n".replacing("x", with: "có"))
    var fields = RankingFields()
    fields[.borderCommune] = "ban"
    let read = try Circumstances(villages, fields: fields)
    #expect(read.povertyPercent[0] == 12.5 && read.povertyPercent[1].isNaN && read.povertyPercent[2] == 0)
    #expect(read.schools == [.yes, .yes, .unknown])
    #expect(read.healthPosts == [.unknown, .unknown, .unknown])
    #expect(read.borderCommunes == [.yes, .unknown, .no])
  }

  @Test(arguments: [
    ("105,21,7,100.5,,", "poverty_rate of the village 7 is \"100.5\"; expected a number of percent from 0 to 100"),
    ("105,21,7,-1,,", "poverty_rate of the village 7 is \"-1\"; expected a number of percent from 0 to 100"),
    ("105,21,7,nghèo,,", "poverty_rate of the village 7 is \"nghèo\"; expected a number of percent from 0 to 100"),
    (
      "105,21,7,5,maybe,",
      "school of the village 7 is \"maybe\"; expected true or false, yes or no, có or không, or a number of at least 0"
    ),
  ])
  func `a property that cannot be read is refused with its village`(row: String, problem: String) async throws {
    let villages = try await VillagesTests.villages(Self.head + "105,21,1,3,,\n" + row + "\n")
    #expect(throws: Villages.Failure(feature: 1, problem: problem)) {
      try Circumstances(villages, fields: RankingFields())
    }
  }
}
