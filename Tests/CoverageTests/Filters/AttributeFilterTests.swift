import Coverage
import GeoFormats
import Testing

@Suite struct AttributeFilterTests {
  typealias Condition = AttributeFilter.Condition

  @Test(arguments: [
    (AttributeValue.text("4G"), AttributeValue.text("4G"), true),
    (.text(" 4G\t"), .text("4G"), true),
    (.text("4g"), .text("4G"), false),
    (.text("Bă\u{301}c"), .text("Bắc"), true),
    (.text("Bac"), .text("Bắc"), false),
    (.text("3"), .number(3), true),
    (.text(" 03.0 "), .number(3), true),
    (.text("3 km"), .number(3), false),
    (.text("1,200"), .number(1200), false),
    (.number(3), .number(3), true),
    (.number(0.3), .number(0.1 + 0.2), false),
    (.number(3), .text("3"), true),
    (.number(3), .text("03"), false),
    (.number(0.5), .text("0.5"), true),
    (.boolean(true), .boolean(true), true),
    (.boolean(true), .boolean(false), false),
    (.text("TRUE"), .boolean(true), true),
    (.text("yes"), .boolean(true), false),
    (.boolean(true), .text("true"), false),
    (.number(1), .boolean(true), false),
    (.null, .null, false),
    (.null, .text(""), false),
  ])
  func `values equal by text or by number`(found: AttributeValue, wanted: AttributeValue, equal: Bool) {
    #expect(found.equals(wanted) == equal)
    #expect(Condition.anyOf([.text("no such value"), wanted]).holds(for: found) == equal)
    #expect(Condition.noneOf([.text("no such value"), wanted]).holds(for: found) == !equal)
  }

  @Test(arguments: [
    (Condition.range(min: 1, max: 9), AttributeValue.number(1) as AttributeValue?, true),
    (.range(min: 1, max: 9), .number(9), true),
    (.range(min: 1, max: 9), .number(9.000001), false),
    (.range(min: 1, max: 9), .text(" 5 "), true),
    (.range(min: 1, max: 9), .text("five"), false),
    (.range(min: 1, max: nil), .number(1e9), true),
    (.range(min: nil, max: -110), .number(-109.9), false),
    (.range(min: nil, max: nil), .number(.nan), false),
    (.range(min: nil, max: 9), .null, false),
    (.range(min: nil, max: 9), nil, false),
    (.range(min: 0, max: 1), .boolean(true), false),
    (.exists(true), .text("x"), true),
    (.exists(true), .number(0), true),
    (.exists(true), .boolean(false), true),
    (.exists(true), .text(" \n"), false),
    (.exists(true), .null, false),
    (.exists(true), nil, false),
    (.exists(false), nil, true),
    (.exists(false), .null, true),
    (.exists(false), .text(""), true),
    (.exists(false), .text("x"), false),
    (.anyOf([.text("x")]), nil, false),
    (.noneOf([.text("x")]), nil, true),
    (.noneOf([.text("x")]), .null, true),
  ])
  func `a condition holds or not`(condition: Condition, value: AttributeValue?, holds: Bool) {
    #expect(condition.holds(for: value) == holds)
  }

  @Test(arguments: [
    (["technology": AttributeValue.text("4G"), "rsrp": .number(-100)], true),
    (["technology": .text("4G"), "rsrp": .number(-120)], false),
    (["technology": .text("2G"), "rsrp": .number(-100)], false),
    (["technology": .text("4G")], false),
    ([:], false),
  ])
  func `every condition must hold`(feature: [String: AttributeValue], passes: Bool) {
    let filter = AttributeFilter([
      .init(property: "technology", condition: .anyOf([.text("3G"), .text("4G")])),
      .init(property: "rsrp", condition: .range(min: -110, max: nil)),
      .init(property: "technology", condition: .exists(true)),
    ])
    #expect(filter.matches { feature[$0] } == passes)
    #expect(filter.properties == ["technology", "rsrp"])
    #expect(!filter.isEmpty)
  }

  @Test func `the filter without conditions passes a feature without properties`() {
    #expect(AttributeFilter.everything.isEmpty)
    #expect(AttributeFilter.everything.matches { _ in nil })
  }

  @Test(arguments: [
    ("1200", 1200.0 as Double?), ("-0.5", -0.5), (".5", 0.5), ("1e3", 1000), (" 7 ", 7), ("+7", 7), ("", nil),
    ("-", nil),
    ("0x10", nil), ("inf", nil), ("nan", nil), ("1e999", nil), ("1 000", nil), ("e", nil),
  ])
  func `decimal text is a number, all else is not`(text: String, number: Double?) {
    #expect(AttributeValue.decimal(text) == number)
  }
}
