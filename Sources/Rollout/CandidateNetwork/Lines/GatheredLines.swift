import Geospatial

/// The segments of several layers, each with the number of what it is: the lower number wins where two share ground.
struct GatheredLines {
  /// Existing cable.
  static let existing: Int32 = 0
  /// A funded route.
  static let funded: Int32 = 1
  /// A road of the first class; the classes follow.
  static let firstRoad: Int32 = 2

  private let lattice: Lattice
  private var points: [LatticePoint] = []
  private var sources: [Int32] = []
  /// How many positions were passed over.
  private(set) var droppedPositions = 0

  /// No lines yet.
  init(_ lattice: Lattice) { self.lattice = lattice }

  /// How many segments there are.
  var count: Int { sources.count }

  /// Adds the lines of a layer, cleaned; `source` gives the number of each feature.
  mutating func add(_ column: GeometryColumn, source: (Int) -> Int32) {
    let cleaned = LineCleaning(column)
    droppedPositions += cleaned.droppedPositions
    for run in 0..<cleaned.runs.count { add(run, of: cleaned.runs, source(Int(cleaned.features[run]))) }
  }

  /// Adds the runs of the existing network, which are clean.
  mutating func addRuns(_ runs: GeometryColumn) {
    for run in 0..<runs.count { add(run, of: runs, Self.existing) }
  }

  private mutating func add(_ run: Int, of runs: GeometryColumn, _ source: Int32) {
    var last: LatticePoint?
    for index in runs.coordinates(ofFeature: run) {
      let point = lattice.point(at: runs.coordinates[index])
      // A segment around more than half the earth would be one across the lattice's seam.
      if let last, last != point, abs(Int(last.x) - Int(point.x)) < Lattice.halfTurn {
        points.append(last)
        points.append(point)
        sources.append(source)
      }
      last = point
    }
  }

  /// The segments, each once.
  func segments() -> LatticeSegments { LatticeSegments(points: points, sources: sources) }
}
