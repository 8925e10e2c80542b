import Geospatial

/// The best and the worst rank of each village under drawn weights.
///
/// Scores are compared exactly, not as they are printed, so that weights which hardly differ cannot swap two villages by
/// rounding; equal ones stand by people, then code.
struct DrawnRanks: Sendable {
  /// The best rank of each village, from 1.
  var best: [UInt32]
  /// The worst rank of each village, from 1.
  var worst: [UInt32]

  /// No draw yet.
  private init(count: Int) {
    best = [UInt32](repeating: .max, count: count)
    worst = [UInt32](repeating: 0, count: count)
  }

  /// The ranks under `draws` draws of the weights within `box`, which depend on `seed` alone, not on `threads`.
  /// O(draws x villages x criteria); no draw takes memory.
  static func draw(
    _ ranking: Ranking, box: WeightBox, draws: Int, seed: UInt64, threads: Int
  ) async throws -> DrawnRanks {
    let (moving, still) = movingVillages(ranking, box)
    let scorer = DrawScorer(ranking, villages: moving)
    let pieces = try await Parallel.map(count: draws, threads: threads) { range in
      var piece = DrawnRanks(count: moving.count)
      var sorter = RankSorter(count: moving.count)
      var scratch = [Double](repeating: 0, count: moving.count)
      var weights = [Double](repeating: 0, count: box.lower.count)
      for draw in range {
        box.draw(draw, seed: seed, into: &weights)
        let bits = scorer.score(weights, into: &sorter.keys, scratch: &scratch)
        sorter.sort(bits: bits)
        piece.include(sorter.order)
      }
      return piece
    }
    var drawn = DrawnRanks(count: moving.count)
    for piece in pieces { drawn.include(piece) }
    var all = DrawnRanks(count: ranking.count)
    for (place, village) in moving.enumerated() {
      (all.best[Int(village)], all.worst[Int(village)]) = (drawn.best[place], drawn.worst[place])
    }
    for (place, village) in still.enumerated() {
      let rank = UInt32(truncatingIfNeeded: moving.count + place + 1)
      (all.best[Int(village)], all.worst[Int(village)]) = (rank, rank)
    }
    return all
  }

  /// The villages that weights can move, and those that stay at the end in the order of ties whatever the weights: none of
  /// their criteria is above 0, and every weight is. Both in the order of ties.
  private static func movingVillages(_ ranking: Ranking, _ box: WeightBox) -> (moving: [UInt32], still: [UInt32]) {
    guard ranking.settings.method == .weightedSum, box.lower.allSatisfy({ $0 > 0 }) else {
      return (ranking.tieOrder, [])
    }
    let columns = ranking.criteria.columns
    var (moving, still): ([UInt32], [UInt32]) = ([], [])
    for village in ranking.tieOrder {
      if columns.contains(where: { $0[Int(village)] > 0 }) { moving.append(village) } else { still.append(village) }
    }
    return (moving, still)
  }

  private mutating func include(_ order: [UInt32]) {
    best.withUnsafeMutableBufferPointer { best in
      worst.withUnsafeMutableBufferPointer { worst in
        for (place, village) in order.enumerated() {
          let rank = UInt32(truncatingIfNeeded: place + 1)
          best[Int(village)] = min(best[Int(village)], rank)
          worst[Int(village)] = max(worst[Int(village)], rank)
        }
      }
    }
  }

  private mutating func include(_ other: DrawnRanks) {
    for index in best.indices {
      best[index] = min(best[index], other.best[index])
      worst[index] = max(worst[index], other.worst[index])
    }
  }
}

/// Scores villages in the order in which ties are broken, so that sorting keeps that order.
private struct DrawScorer: Sendable {
  private enum Method {
    /// One column of criteria per weight.
    case weightedSum([[Double]])
    case topsis(TOPSIS)
  }

  private let method: Method

  init(_ ranking: Ranking, villages: [UInt32]) {
    let criteria = ranking.criteria.reordered(villages)
    method = ranking.settings.method == .topsis ? .topsis(TOPSIS(criteria)) : .weightedSum(criteria.exactColumns)
  }

  /// One key per village, the greater the more urgent; returns how many bits they have at most.
  func score(_ weights: [Double], into keys: inout [UInt64], scratch: inout [Double]) -> Int {
    switch method {
    case .weightedSum(let columns):
      // Whole numbers below 2^53, see `CriteriaColumns`, so that neither order nor grouping of the sums matters.
      for index in scratch.indices { scratch[index] = 0 }
      for (column, weight) in zip(columns, weights) {
        scratch.withUnsafeMutableBufferPointer { scratch in
          column.withUnsafeBufferPointer { column in
            for index in 0..<min(scratch.count, column.count) { scratch[index] += weight * column[index] }
          }
        }
      }
      scratch.withUnsafeBufferPointer { scratch in
        keys.withUnsafeMutableBufferPointer { keys in
          for index in 0..<min(scratch.count, keys.count) {
            keys[index] = UInt64(truncatingIfNeeded: Int64(scratch[index]))
          }
        }
      }
      let greatest = weights.reduce(0, +) * CriteriaColumns.valueUnits
      return UInt64.bitWidth - UInt64(greatest).leadingZeroBitCount
    case .topsis(let topsis):
      topsis.closeness(weights: weights, into: &scratch)
      // The patterns of numbers from 0 to 1 stand in the order of the numbers.
      for index in scratch.indices { keys[index] = scratch[index].bitPattern }
      return UInt64.bitWidth - 2
    }
  }
}

extension CriteriaColumns {
  /// The columns as numbers that stand for the same **millionths** exactly.
  var exactColumns: [[Double]] { columns.map { $0.map(Double.init) } }
}
