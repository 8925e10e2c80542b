import Geospatial

/// How near each village is to a growing network, and whom an extension would reach.
struct Proximity {
  /// The distance that counts as served, in **metres**.
  let thresholdMetres: Double
  private let villages: PointGrid
  private let frames: [LocalFrame]
  /// Whether each village is served by what has been added so far.
  private(set) var isServed: [Bool]
  /// How many are served.
  private(set) var servedCount = 0

  init(villages: [Village], thresholdMetres: Double) {
    self.thresholdMetres = thresholdMetres
    self.villages = PointGrid(villages.map(\.position))
    frames = villages.map { LocalFrame(at: $0.position) }
    isServed = Array(repeating: false, count: villages.count)
  }

  /// The villages not yet served that a line (or, of one position, a point) would serve.
  func gain(of line: [Coordinate]) -> [Int] {
    var box = BoundingBox.empty
    for position in line { box.include(position) }
    guard !box.isEmpty else { return [] }
    return villages.candidates(in: box, marginMetres: thresholdMetres).filter { village in
      guard !isServed[village] else { return false }
      if line.count == 1 { return frames[village].offset(of: line[0]).metres <= thresholdMetres }
      return zip(line, line.dropFirst()).contains { frames[village].metresToSegment($0, $1) <= thresholdMetres }
    }
  }

  /// The villages not yet served inside a ring.
  func gain(inside ring: [Coordinate]) -> [Int] {
    var box = BoundingBox.empty
    for position in ring { box.include(position) }
    return villages.candidates(in: box, marginMetres: 0).filter { village in
      !isServed[village] && Ring.contains(villages.positions[village], [ring])
    }
  }

  /// Counts villages as served.
  mutating func serve(_ gained: [Int]) {
    for village in gained where !isServed[village] {
      isServed[village] = true
      servedCount += 1
    }
  }
}
