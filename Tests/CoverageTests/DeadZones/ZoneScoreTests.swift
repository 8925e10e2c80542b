import Testing

@testable import Coverage

@Suite struct ZoneScoreTests {
  private static let scores = [80.0, 20, .nan, 50]

  /// (80 x 300 + 20 x 100) / 400 = 65, and 260 people of the score 100 weigh the same.
  @Test func `villages count by their people`() throws {
    let score = try #require(
      ZoneScore(scores: Self.scores, people: [300, 100, 999, .nan], isPeopleKnown: true, villages: [0, 1, 2, 3]))
    #expect(score.mean == 65 && score.greatest == 80 && score.weight == 260)
  }

  @Test func `where nobody is known to live each village counts alike`() throws {
    let nobody = [Double](repeating: .nan, count: 4)
    let unknown = try #require(
      ZoneScore(scores: Self.scores, people: nobody, isPeopleKnown: false, villages: [0, 1, 3]))
    #expect(unknown.mean == 50 && unknown.weight == 1.5)
    let here = try #require(
      ZoneScore(scores: Self.scores, people: nobody, isPeopleKnown: true, villages: [0, 1, 3]))
    #expect(here.mean == 50 && here.weight == 0)
  }

  @Test func `a zone of villages without a score has none`() {
    #expect(ZoneScore(scores: Self.scores, people: [1, 1, 1, 1], isPeopleKnown: true, villages: [2]) == nil)
  }
}
