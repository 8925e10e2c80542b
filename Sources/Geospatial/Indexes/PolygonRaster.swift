/// A raster over polygons that tells of most points at a glance which polygon holds them.
///
/// A cell that no edge passes through lies wholly inside or wholly outside each polygon. Of a cell that edges pass through
/// the raster keeps, for each polygon, the edges of its *run*: the cells beside each other in the row that edges of this
/// polygon pass through. East of the run stands a cell without edges, of which it is known whether it is inside; so to count
/// the edges of the run that lie east of a point is enough, and the answer is as exact as if all were counted.
///
/// To make one costs some fifty **nanoseconds** for each edge and some ten for each cell. It pays from some fifty
/// thousand questions on; see ``init(_:includes:questions:)``.
public struct PolygonRaster: Sendable {
  let grid: Grid
  /// One per cell, row by row from the south-west: 0 where nothing is; the feature and 1 where it holds all of the cell and
  /// nothing before it any of it; otherwise where its entries start, and the highest bit.
  let cells: [UInt32]
  /// The polygons to look at in a cell, by feature; behind them one without a run, which tells what holds the others.
  let entries: [Entry]
  /// The edges of the runs.
  let chains: [Chain]

  static let hasEntries: UInt32 = 1 << 31

  /// A polygon of which edges pass through a cell.
  struct Entry {
    /// The polygon; in the last entry of a cell what holds the whole cell, or -1 if nothing does.
    var feature: Int32
    var run: Run
  }

  /// The edges in cells beside each other, and whether the cell to their east is inside.
  struct Run {
    /// Where its chains start.
    var start: Int32
    /// Twice the number of its chains, and 1 more if the cell to its east is inside; -1 in the last entry of a cell.
    var bits: Int32

    static let none = Run(start: 0, bits: -1)

    init(chains: Range<Int>, isInsideBehind: Bool) {
      start = Int32(truncatingIfNeeded: chains.lowerBound)
      bits = Int32(truncatingIfNeeded: chains.count) << 1 | (isInsideBehind ? 1 : 0)
    }

    private init(start: Int32, bits: Int32) { (self.start, self.bits) = (start, bits) }
  }

  /// Edges one behind the other along a ring.
  struct Chain {
    /// The coordinate that the first of them starts at.
    var start: Int32
    /// The one that the last of them ends at.
    var end: Int32
  }

  /// How longitudes and latitudes fall into cells.
  ///
  /// The cell of a coordinate never decreases when the coordinate increases, however the arithmetic is rounded.
  struct Grid: Sendable {
    let box: BoundingBox
    let columns: Int
    let rows: Int
    let perDegreeEast: Double
    let perDegreeNorth: Double

    /// About `cells` cells over a box; nil where it has no area.
    init?(_ box: BoundingBox, cells: Int) {
      let (width, height) = (box.east - box.west, box.north - box.south)
      // Not so narrow either that cells to a degree are more than a number can tell.
      guard width > 1e-9, height > 1e-9, width.isFinite, height.isFinite else { return nil }
      let columns = (Double(cells) * width / height).squareRoot().rounded()
      self.columns = Int(max(1, min(columns, Grid.mostColumns)))
      rows = max(1, min(cells / self.columns, Int(Grid.mostColumns)))
      self.box = box
      perDegreeEast = Double(self.columns) / width
      perDegreeNorth = Double(rows) / height
    }

    private static let mostColumns = 8_192.0

    /// Where a coordinate lies, in cells from the south-west.
    @inline(__always)
    func place(_ coordinate: Coordinate) -> (x: Double, y: Double) {
      ((coordinate.longitude - box.west) * perDegreeEast, (coordinate.latitude - box.south) * perDegreeNorth)
    }

    /// The column of a place; one a little aside goes to the nearest.
    @inline(__always)
    func column(_ x: Double) -> Int { max(0, min(Int(x), columns &- 1)) }

    @inline(__always)
    func row(_ y: Double) -> Int { max(0, min(Int(y), rows &- 1)) }

    /// The cell of a coordinate inside the box.
    @inline(__always)
    func cell(_ coordinate: Coordinate) -> Int {
      let (x, y) = place(coordinate)
      return row(y) &* columns &+ column(x)
    }
  }

  /// So many questions are asked of polygons before a raster pays.
  public static let leastQuestions = 50_000
  /// With more edges in a run than this, on average, a raster is slower than the tree.
  private static let mostEdgesPerRun = 40

  /// A raster of about as many cells as there are questions, for the polygons that ``PolygonIndex`` makes of the same column.
  ///
  /// Nil where the questions are too few, and where polygons are not as they should be: without area, with rings that are
  /// not closed, or with holes that leave their shell.
  public init?(_ column: GeometryColumn, includes: (Int) -> Bool = { _ in true }, questions: Int) {
    guard questions >= PolygonRaster.leastQuestions else { return nil }
    self.init(
      column, includes: includes, cells: min(questions, 1 << 20), mostEdgesPerRun: Self.mostEdgesPerRun)
  }

  /// The same of about so many cells; nil with more edges in a run, on average.
  init?(_ column: GeometryColumn, includes: (Int) -> Bool, cells: Int, mostEdgesPerRun: Int = 1 << 20) {
    var shapes: [(feature: Int, parts: Range<Int>, box: BoundingBox)] = []
    var whole = BoundingBox.empty
    for feature in 0..<column.count where includes(feature) {
      for parts in column.polygons(ofFeature: feature) {
        var box = BoundingBox.empty
        for index in column.coordinates(ofPart: parts.lowerBound) { box.include(column.coordinates[index]) }
        whole.include(box)
        shapes.append((feature, parts, box))
      }
    }
    guard let grid = Grid(whole, cells: cells) else { return nil }
    var builder = RasterBuilder(grid)
    let isComplete = column.coordinates.withUnsafeBufferPointer { coordinates in
      shapes.allSatisfy { shape in
        builder.add(
          feature: Int32(truncatingIfNeeded: shape.feature), shape.parts.map { column.coordinates(ofPart: $0) },
          box: shape.box, coordinates)
      }
    }
    // Where cells are coarse beside the polygons, a run is nearly a whole polygon, and the tree looks at fewer edges.
    guard isComplete, builder.edgeCount <= mostEdgesPerRun * max(1, builder.runs.count) else { return nil }
    let assembled = builder.cells()
    (self.grid, self.cells, entries) = (grid, assembled.cells, assembled.entries)
    chains = builder.chains
  }

  /// Lends the raster to `body` as pointers.
  @inline(__always)
  func withView<Result, Failure: Error>(_ body: (View) throws(Failure) -> Result) throws(Failure) -> Result {
    try cells.withUnsafeBufferPointer { cells throws(Failure) in
      try entries.withUnsafeBufferPointer { entries throws(Failure) in
        try chains.withUnsafeBufferPointer { chains throws(Failure) in
          try body(View(grid: grid, cells: cells, entries: entries, chains: chains))
        }
      }
    }
  }

  /// The raster as pointers; valid only inside `withView`.
  struct View {
    let grid: Grid
    let cells: UnsafeBufferPointer<UInt32>
    let entries: UnsafeBufferPointer<Entry>
    let chains: UnsafeBufferPointer<Chain>

    /// The lowest feature that holds `point`, -1 when none does.
    @inline(__always)
    func lowestFeature(containing point: Coordinate, _ coordinates: UnsafeBufferPointer<Coordinate>) -> Int {
      guard grid.box.contains(point) else { return -1 }
      let cell = cells[grid.cell(point)]
      guard cell & PolygonRaster.hasEntries != 0 else { return Int(cell) &- 1 }
      var place = Int(cell & ~PolygonRaster.hasEntries)
      while true {
        let entry = entries[place]
        guard entry.run.bits >= 0, !holds(point, entry.run, coordinates) else { return Int(entry.feature) }
        place &+= 1
      }
    }

    /// Whether a polygon holds a point in a cell of one of its runs.
    @inline(__always)
    private func holds(_ point: Coordinate, _ run: Run, _ coordinates: UnsafeBufferPointer<Coordinate>) -> Bool {
      var rule = EvenOddRule(point, startsInside: run.bits & 1 != 0)
      for place in Int(run.start)..<(Int(run.start) &+ Int(run.bits >> 1)) {
        let chain = chains[place]
        var a = coordinates[Int(chain.start)]
        for vertex in (Int(chain.start) &+ 1)...Int(chain.end) {
          let b = coordinates[vertex]
          if rule.meets(a, b) { return true }
          a = b
        }
      }
      return rule.isInside
    }
  }
}
