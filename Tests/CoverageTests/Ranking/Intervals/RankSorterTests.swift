import Testing

@testable import Coverage

@Suite struct RankSorterTests {
  @Test(arguments: [1, 8, 31, 32, 33, 50, 53, 62], [0, 1, 2, 700])
  func `the greatest keys come first and equal ones keep their order`(bits: Int, count: Int) {
    var random = SeededRandom(seed: UInt64(bits * 1000 + count))
    var sorter = RankSorter(count: count)
    // Sorted twice, so that what the first leaves behind would show.
    for _ in 0..<2 {
      let least = bits > 40 ? UInt64(1) << UInt64(bits - 1) : 0
      for index in 0..<count {
        // Among them keys that agree in their highest bits, and equal ones.
        let key = UInt64.random(in: 0..<UInt64(1) << UInt64(bits), using: &random)
        switch index % 3 {
        case 0: sorter.keys[index] = key
        case 1: sorter.keys[index] = least + key % 8
        default: sorter.keys[index] = min(key, 15)
        }
      }
      sorter.sort(bits: bits)
      let keys = sorter.keys
      let expected = (0..<UInt32(count)).sorted { (a: UInt32, b: UInt32) -> Bool in
        let (first, second) = (keys[Int(a)], keys[Int(b)])
        return first == second ? a < b : first > second
      }
      #expect(sorter.order == expected)
    }
  }
}
