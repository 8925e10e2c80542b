import Testing

@testable import Coverage

@Suite struct LargestRemainderTests {
  @Test(
    arguments: [
      ([1, 2, 3], [5, 9, 1], 6 as Int32, [1, 2, 3] as [Int32]), ([1, 2, 3], [5, 9, 1], 7, [1, 3, 3]),
      ([1, 2, 3], [5, 9, 1], 8, [2, 3, 3]), ([0, 0, 0], [4, 4, 4], 2, [1, 1, 0]), ([0, 0], [0, 3], 1, [0, 1]),
    ] as [([Int32], [Int], Int32, [Int32])])
  func `the largest remainders are raised first, of equals the first`(
    parts: [Int32], remainders: [Int], total: Int32, raised: [Int32]
  ) {
    var (parts, remainders) = (parts, remainders)
    LargestRemainder.raise(&parts, at: 0..<parts.count, remainders: &remainders, to: total, done: -1)
    #expect(parts == raised)
  }
}
