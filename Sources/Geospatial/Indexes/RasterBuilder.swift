/// Lays polygons, one after the other in the order of their features, into the cells of a `PolygonRaster`.
struct RasterBuilder {
  private let grid: PolygonRaster.Grid
  /// The runs of all polygons, as they come.
  private(set) var runs: [PlacedRun] = []
  /// The edges of the runs.
  private(set) var chains: [PolygonRaster.Chain] = []
  /// Cells beside each other that a polygon holds whole.
  private var fills: [Fill] = []

  /// How many edges the runs have, each counted in every row it lies in.
  private(set) var edgeCount = 0
  /// More of them of one polygon would take more memory than the raster is worth.
  private let mostSpans: Int

  /// What of an edge lies in a row; scratch for one polygon.
  private var spans: [Span] = []
  private var sorted: [Span] = []
  private var rowEnds: [Int] = []
  /// The edges of one run; scratch.
  private var edges: [Int32] = []

  /// More than rounding moves a place by, in **cells**: an edge counts as in all cells that it comes so near to.
  private static let margin = 1e-3
  /// Edges of less height, in **cells**, are not cut at rows but count from end to end.
  private static let leastHeight = 1e-3

  struct PlacedRun {
    var run: PolygonRaster.Run
    var feature: Int32
    var row: Int32
    var columns: ClosedRange<Int32>
  }

  private struct Fill {
    var feature: Int32
    var row: Int32
    var columns: ClosedRange<Int32>
  }

  private struct Span {
    var row: Int32
    var first: Int32
    var last: Int32
    var edge: Int32
    /// Whether the edge crosses the middle of the row.
    var crosses: Bool
  }

  init(_ grid: PolygonRaster.Grid) {
    self.grid = grid
    mostSpans = max(1 << 22, 16 * grid.rows * grid.columns)
  }

  /// Adds a polygon, whose shell has the box `box`; false when its rings are not as they should be, or when its edges cross too
  /// many rows. Features come in order.
  mutating func add(
    feature: Int32, _ rings: [Range<Int>], box: BoundingBox, _ coordinates: UnsafeBufferPointer<Coordinate>
  ) -> Bool {
    spans.removeAll(keepingCapacity: true)
    for ring in rings where !ring.isEmpty {
      guard coordinates[ring.lowerBound] == coordinates[ring.upperBound - 1] else { return false }
      var before = grid.place(coordinates[ring.lowerBound])
      for vertex in ring.dropFirst() {
        // A position that is no number is in no box.
        guard box.contains(coordinates[vertex]) else { return false }
        let after = grid.place(coordinates[vertex])
        if before.y <= after.y {
          span(before, after, edge: vertex - 1)
        } else {
          span(after, before, edge: vertex - 1)
        }
        if spans.count > mostSpans { return false }
        before = after
      }
    }
    edgeCount += spans.count
    if !spans.isEmpty { sweep(feature) }
    return true
  }

  /// Adds what of an edge, of which `a` is the southern end, lies in each row.
  @inline(__always)
  private mutating func span(_ a: (x: Double, y: Double), _ b: (x: Double, y: Double), edge: Int) {
    let (first, last) = (grid.row(a.y), grid.row(b.y))
    let (west, east) = (min(a.x, b.x), max(a.x, b.x))
    let isLevel = b.y - a.y < RasterBuilder.leastHeight
    let perRow = isLevel ? 0 : (b.x - a.x) / (b.y - a.y)
    var start = a.x
    for row in first...last {
      let end = row == last ? b.x : max(west, min(east, a.x + (Double(row + 1) - a.y) * perRow))
      let (low, high) = isLevel ? (west, east) : (min(start, end), max(start, end))
      let middle = Double(row) + 0.5
      spans.append(
        Span(
          row: Int32(truncatingIfNeeded: row),
          first: Int32(truncatingIfNeeded: grid.column(low - RasterBuilder.margin)),
          last: Int32(truncatingIfNeeded: grid.column(high + RasterBuilder.margin)),
          edge: Int32(truncatingIfNeeded: edge), crosses: (a.y <= middle) != (b.y <= middle)))
      start = end
    }
  }

  /// Joins the spans of a polygon to runs, row by row from west to east, and fills what lies between them.
  private mutating func sweep(_ feature: Int32) {
    let least = spans.reduce(Int32.max) { min($0, $1.row) }
    let greatest = spans.reduce(Int32.min) { max($0, $1.row) }
    sortByRow(least, greatest)
    var start = 0
    for row in least...greatest {
      let end = rowEnds[Int(row - least)]
      sortByColumn(start..<end)
      var isInside = false
      var slot = start
      while slot < end {
        let first = sorted[slot].first
        var last = sorted[slot].last
        edges.removeAll(keepingCapacity: true)
        // Without a cell between them there is none of which it would be known whether it is inside.
        while slot < end, sorted[slot].first <= last + 1 {
          last = max(last, sorted[slot].last)
          edges.append(sorted[slot].edge)
          if sorted[slot].crosses { isInside.toggle() }
          slot += 1
        }
        runs.append(
          PlacedRun(
            run: PolygonRaster.Run(chains: chainEdges(), isInsideBehind: isInside), feature: feature, row: row,
            columns: first...last))
        if isInside, slot < end {
          fills.append(Fill(feature: feature, row: row, columns: (last + 1)...(sorted[slot].first - 1)))
        }
      }
      start = end
    }
  }

  /// Joins the edges of a run to chains; their places.
  private mutating func chainEdges() -> Range<Int> {
    let first = chains.count
    edges.sort()
    for edge in edges {
      if chains.count > first, chains[chains.count - 1].end == edge {
        chains[chains.count - 1].end = edge + 1
      } else {
        chains.append(PolygonRaster.Chain(start: edge, end: edge + 1))
      }
    }
    return first..<chains.count
  }

  /// Brings the spans in the order of their rows; `rowEnds` tells where each row ends.
  private mutating func sortByRow(_ least: Int32, _ greatest: Int32) {
    let rows = Int(greatest - least) + 1
    rowEnds.removeAll(keepingCapacity: true)
    rowEnds.append(contentsOf: repeatElement(0, count: rows + 1))
    for span in spans { rowEnds[Int(span.row - least) + 1] += 1 }
    for row in 0..<rows { rowEnds[row + 1] += rowEnds[row] }
    if sorted.count < spans.count { sorted = spans }
    for span in spans {
      let row = Int(span.row - least)
      sorted[rowEnds[row]] = span
      rowEnds[row] += 1
    }
  }

  private mutating func sortByColumn(_ slots: Range<Int>) {
    guard slots.count <= 16 else {
      sorted[slots].sort { $0.first < $1.first }
      return
    }
    for slot in slots.dropFirst() {
      let span = sorted[slot]
      var place = slot
      while place > slots.lowerBound, sorted[place - 1].first > span.first {
        sorted[place] = sorted[place - 1]
        place -= 1
      }
      sorted[place] = span
    }
  }

  // MARK: Cells

  /// The cells of the raster and their entries, of all polygons that were added.
  func cells() -> (cells: [UInt32], entries: [PolygonRaster.Entry]) {
    let runOrder = order(ofRows: runs.lazy.map(\.row))
    let fillOrder = order(ofRows: fills.lazy.map(\.row))
    var cells = [UInt32](repeating: 0, count: grid.rows * grid.columns)
    var entries: [PolygonRaster.Entry] = []
    var row = RasterRow(columns: grid.columns)
    for number in 0..<grid.rows {
      row.start()
      // Features come in order, so that the first to hold a cell is the lowest.
      for fill in fillOrder.places[fillOrder.range(of: number)] {
        row.fill(fills[Int(fill)].columns, with: fills[Int(fill)].feature)
      }
      let placed = runOrder.places[runOrder.range(of: number)]
      for run in placed { row.count(runs[Int(run)].columns, feature: runs[Int(run)].feature) }
      row.place(into: &cells, from: number * grid.columns, &entries)
      for run in placed {
        row.enter(runs[Int(run)].columns, feature: runs[Int(run)].feature, run: runs[Int(run)].run, &entries)
      }
    }
    return (cells, entries)
  }

  /// Things by row, those of a row in their order.
  private struct RowOrder {
    var places: [Int32]
    var ends: [Int]

    func range(of row: Int) -> Range<Int> { (row == 0 ? 0 : ends[row - 1])..<ends[row] }
  }

  private func order(ofRows rows: some Collection<Int32>) -> RowOrder {
    var ends = [Int](repeating: 0, count: grid.rows + 1)
    for row in rows { ends[Int(row) + 1] += 1 }
    for row in 0..<grid.rows { ends[row + 1] += ends[row] }
    var places = [Int32](repeating: 0, count: rows.count)
    for (place, row) in zip(Int32(0)..., rows) {
      places[ends[Int(row)]] = place
      ends[Int(row)] += 1
    }
    return RowOrder(places: places, ends: ends)
  }
}

/// One row of a raster as it is put together.
private struct RasterRow {
  /// The lowest feature that holds each cell whole.
  private var lowest: [Int32]
  /// How many entries each cell has, then where its next one goes.
  private var next: [Int32]

  init(columns: Int) {
    lowest = [Int32](repeating: .max, count: columns)
    next = [Int32](repeating: 0, count: columns)
  }

  mutating func start() {
    for column in lowest.indices { (lowest[column], next[column]) = (.max, 0) }
  }

  mutating func fill(_ columns: ClosedRange<Int32>, with feature: Int32) {
    for column in Int(columns.lowerBound)...Int(columns.upperBound) { lowest[column] = min(lowest[column], feature) }
  }

  /// Counts the entries of a run: in cells that a feature before it holds whole there are none.
  mutating func count(_ columns: ClosedRange<Int32>, feature: Int32) {
    for column in Int(columns.lowerBound)...Int(columns.upperBound) where feature < lowest[column] { next[column] += 1 }
  }

  /// Tells the cells what they hold, and makes room for their entries with what holds the whole cell behind.
  mutating func place(into cells: inout [UInt32], from first: Int, _ entries: inout [PolygonRaster.Entry]) {
    for column in lowest.indices {
      let whole = lowest[column] == .max ? -1 : lowest[column]
      let count = Int(next[column])
      guard count > 0 else {
        cells[first + column] = UInt32(truncatingIfNeeded: whole + 1)
        continue
      }
      next[column] = Int32(truncatingIfNeeded: entries.count)
      cells[first + column] = UInt32(truncatingIfNeeded: entries.count) | PolygonRaster.hasEntries
      entries.append(contentsOf: repeatElement(PolygonRaster.Entry(feature: whole, run: .none), count: count + 1))
    }
  }

  mutating func enter(
    _ columns: ClosedRange<Int32>, feature: Int32, run: PolygonRaster.Run, _ entries: inout [PolygonRaster.Entry]
  ) {
    for column in Int(columns.lowerBound)...Int(columns.upperBound) where feature < lowest[column] {
      entries[Int(next[column])] = PolygonRaster.Entry(feature: feature, run: run)
      next[column] += 1
    }
  }
}
