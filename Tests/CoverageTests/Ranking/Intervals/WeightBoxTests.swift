import Testing

@testable import Coverage

@Suite struct WeightBoxTests {
  @Test func `bounds are the variation around each weight, or those that are given`() throws {
    var settings = RankingScene.settings([.poverty: 10, .fibreGap: 4, .powerGap: 1000])
    settings.variationPercent = 30
    settings.bounds[.fibreGap] = 1...4
    let box = try WeightBox([.poverty, .fibreGap, .powerGap, .signalGap], settings)
    #expect(box.lower == [700_000, 100_000, 70_000_000, 0])
    #expect(box.upper == [1_300_000, 400_000, 100_000_000, 0])
  }

  @Test func `all weights at 0 at once are refused`() {
    #expect(throws: RankingError.boundsHoldZero) { try WeightBox(lower: [0, 0], upper: [5, 0]) }
    #expect(throws: Never.self) { try WeightBox(lower: [0, 1], upper: [5, 1]) }
  }

  @Test func `draws lie within the bounds, reach both, and are even`() throws {
    let box = try WeightBox(lower: [10, 0, 7, 100_000], upper: [13, 1, 7, 300_000])
    var weights = [0.0, 0, 0, 0]
    var (seen, sums) = ([Set<Double>](repeating: [], count: 3), [0.0, 0, 0, 0])
    for draw in 0..<4000 {
      box.draw(draw, seed: 3, into: &weights)
      for index in weights.indices {
        #expect((Double(box.lower[index])...Double(box.upper[index])).contains(weights[index]))
        #expect(weights[index] == weights[index].rounded())
        sums[index] += weights[index] / 4000
        if index < 3 { seen[index].insert(weights[index]) }
      }
    }
    #expect(seen == [[10, 11, 12, 13], [0, 1], [7]])
    // Five standard errors of a mean of 4,000 even draws: 5 x range / root(12 x 4,000).
    #expect(abs(sums[3] - 200_000) < 5 * 200_000 / 219)
    #expect(abs(sums[0] - 11.5) < 0.1 && abs(sums[1] - 0.5) < 0.05)
  }

  @Test func `a draw depends on its seed and its number alone`() throws {
    let box = try WeightBox(lower: [0, 1], upper: [1_000_000, 1_000_000])
    var (first, again, other, next) = ([0.0, 0], [0.0, 0], [0.0, 0], [0.0, 0])
    box.draw(5, seed: 1, into: &first)
    box.draw(9, seed: 4, into: &again)
    box.draw(5, seed: 1, into: &again)
    box.draw(5, seed: 2, into: &other)
    box.draw(6, seed: 1, into: &next)
    #expect(first == again)
    #expect(first != other && first != next && other != next)
  }
}
