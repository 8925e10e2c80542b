import Testing

@testable import Coverage

@Suite struct StandardExamplesTests {
  typealias Example = (name: String, text: String)

  @Test(arguments: StandardExamples.all)
  func `every example is read, and what is written of it reads as the same`(example: Example) throws {
    let tree = try CQL2.Parser.parse(example.text)
    #expect(try CQL2.Parser.parse(tree.description) == tree)
  }

  /// The examples that are no filter here, and why.
  private static let refused = [
    "clause6_01": "column 1: found the function avg, which is not known",
    "clause6_02b": "column 1: found the function avg, which is not known",
    "clause7_18": "column 15: found the function Buffer, which is not known",
    "example68": "column 1: found the function Foo, which is not known",
    "example69": "column 10: found the function Bar, which is not known",
    "example84": "column 10: found a GEOMETRYCOLLECTION of different kinds; S_EQUALS takes one kind",
  ]

  @Test(arguments: StandardExamples.all)
  func `every example is a filter, or is refused for what the project does not have`(example: Example) {
    guard let reason = Self.refused[example.name] else {
      #expect(throws: Never.self) { try CQL2.Filter(example.text) }
      return
    }
    let error = #expect(throws: CQL2.ExpressionError.self) { try CQL2.Filter(example.text) }
    #expect(error?.description.hasPrefix(reason) == true, "\(String(describing: error))")
  }

  /// Examples with an alternative that the standard says is the same, where both say it with the same operators.
  @Test(arguments: [
    ("example38", "NOT value BETWEEN 10 AND 20"), ("example44", "value IS NULL OR value BETWEEN 10 AND 20"),
    ("example46", "example46-alt01"), ("example49", "example49-alt01"), ("example55", "example55-alt01"),
  ])
  func `white space, parentheses and quotes that say nothing change nothing`(name: String, other: String) throws {
    let texts = Dictionary(uniqueKeysWithValues: StandardExamples.all.map { ($0.name, $0.text) })
    let one = try CQL2.Filter(try #require(texts[name])).expression
    #expect(try one == CQL2.Filter(texts[other] ?? other).expression)
  }
}
