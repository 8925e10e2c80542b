import Geospatial
import Testing

/// Work on several threads gives what it gives on one.
struct ParallelTests {
  private struct Failure: Error, Equatable {
    let item: Int
  }

  @Test(arguments: [1, 2, 4, 8])
  func `the first item in order that fails is told, though a later one fails before it`(threads: Int) async {
    await #expect(throws: Failure(item: 3)) {
      _ = try await Parallel.mapAsync(Array(0..<64), threads: threads) { item in
        if item == 3 { try await Task.sleep(for: .milliseconds(30)) }
        if item >= 3 { throw Failure(item: item) }
        return item
      }
    }
  }

  @Test(arguments: [1, 2, 4, 8])
  func `results that came before a failure are taken, in order, and none after it`(threads: Int) async {
    var taken: [Int] = []
    await #expect(throws: Failure(item: 20)) {
      try await Parallel.forEachOrdered(Array(0..<40), threads: threads) { item in
        if item.isMultiple(of: 7) { try await Task.sleep(for: .milliseconds(5)) }
        if item >= 20 { throw Failure(item: item) }
        return item * item
      } consume: { index, square in
        #expect(square == index * index)
        taken.append(index)
      }
    }
    #expect(taken == Array(0..<20))
  }

  @Test(arguments: [1, 2, 3, 8], [0, 1, 2, 17])
  func `results come in the order of the items`(threads: Int, count: Int) async throws {
    let results = try await Parallel.mapAsync(Array(0..<count), threads: threads) { item in
      try await Task.sleep(for: .milliseconds((count - item) % 5))
      return item
    }
    #expect(results == Array(0..<count))
  }

  @Test(arguments: [1, 2, 3, 7, 100])
  func `ranges cover everything once, and none is empty`(pieces: Int) {
    for count in [0, 1, 2, 6, 99] {
      let ranges = Parallel.ranges(count: count, pieces: pieces)
      #expect(ranges.flatMap { Array($0) } == Array(0..<count))
      #expect(ranges.allSatisfy { !$0.isEmpty } && ranges.count <= pieces)
    }
  }
}
