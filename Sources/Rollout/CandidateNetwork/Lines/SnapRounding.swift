/// Turns lines that cross, touch and overlap into pieces that meet only at their ends (*noding*), by snap rounding: every
/// place where two pieces cross is moved to the nearest place of the lattice, and every piece that passes within half a
/// unit of such a place, or of an end of another, is led through it (J. D. Hobby, *Practical segment intersection with
/// finite precision output*, Computational Geometry 13, 1999; L. J. Guibas and D. H. Marimont, *Rounding arrangements
/// dynamically*, 1998).
///
/// No piece moves by more than half a unit, about 6 mm. Decisions are exact, in whole numbers of 128 bits. O(n + k) for k
/// pairs of pieces in common cells of a grid.
struct SnapRounding {
  private typealias Wide = Int128

  private let segments: LatticeSegments
  private let grid: LatticeGrid

  private init(_ segments: LatticeSegments) {
    self.segments = segments
    grid = LatticeGrid(for: segments)
  }

  /// The same ground as pieces that share nothing but ends.
  static func noded(_ segments: LatticeSegments) -> LatticeSegments {
    guard segments.count > 0 else { return segments }
    let rounding = SnapRounding(segments)
    let crossings = rounding.crossings()
    var ends: [LatticePoint] = segments.places
    ends.append(contentsOf: crossings)
    var result = LatticeSegments(points: ends, sources: [])
    let (pairs, sources) = rounding.pieces(through: result.places)
    result.setPieces(ends: pairs, sources: sources)
    return result
  }

  // MARK: Crossings

  /// Where pieces cross or touch other than at common ends, rounded to the lattice.
  private func crossings() -> [LatticePoint] {
    var grid = grid
    for piece in 0..<segments.count {
      let (a, b) = ends(piece)
      for row in grid.cell(min(a.y, b.y))...grid.cell(max(a.y, b.y)) {
        for column in grid.cell(min(a.x, b.x))...grid.cell(max(a.x, b.x)) {
          grid.append(piece, column: column, row: row)
        }
      }
    }
    grid.sort()
    var crossings: [LatticePoint] = []
    var first = 0
    while first < grid.keys.count {
      let key = grid.keys[first]
      var end = first + 1
      while end < grid.keys.count, grid.keys[end] == key { end += 1 }
      for entry in first..<end {
        for other in (entry + 1)..<end {
          if let place = crossing(Int(grid.items[entry]), Int(grid.items[other]), cell: key) {
            crossings.append(place)
          }
        }
      }
      first = end
    }
    return crossings
  }

  /// Where two pieces cross, if the cell is the first that both lie in.
  private func crossing(_ first: Int, _ second: Int, cell: UInt64) -> LatticePoint? {
    let (a, b) = ends(first)
    let (c, d) = ends(second)
    let west = max(min(a.x, b.x), min(c.x, d.x))
    let south = max(min(a.y, b.y), min(c.y, d.y))
    guard west <= min(max(a.x, b.x), max(c.x, d.x)), south <= min(max(a.y, b.y), max(c.y, d.y)),
      LatticeGrid.key(column: grid.cell(west), row: grid.cell(south)) == cell
    else { return nil }
    let (startA, endA, startB, endB) = (
      segments.starts[first], segments.ends[first], segments.starts[second], segments.ends[second]
    )
    // Pieces with a common end meet elsewhere only if they overlap, and then an end of one lies on the other.
    if startA == startB || startA == endB || endA == startB || endA == endB { return nil }
    let (abX, abY) = (Wide(b.x) - Wide(a.x), Wide(b.y) - Wide(a.y))
    let (cdX, cdY) = (Wide(d.x) - Wide(c.x), Wide(d.y) - Wide(c.y))
    let (acX, acY) = (Wide(c.x) - Wide(a.x), Wide(c.y) - Wide(a.y))
    var determinant = abX * cdY - abY * cdX
    guard determinant != 0 else { return nil }
    var along = acX * cdY - acY * cdX
    var across = acX * abY - acY * abX
    if determinant < 0 { (determinant, along, across) = (-determinant, -along, -across) }
    guard along >= 0, along <= determinant, across >= 0, across <= determinant else { return nil }
    return LatticePoint(
      x: Int32(truncatingIfNeeded: Wide(a.x) + Self.rounded(abX * along, over: determinant)),
      y: Int32(truncatingIfNeeded: Wide(a.y) + Self.rounded(abY * along, over: determinant)))
  }

  /// The whole number nearest to a quotient by a positive number, the greater one of two.
  private static func rounded(_ dividend: Wide, over divisor: Wide) -> Wide {
    let (quotient, remainder) = (2 * dividend + divisor).quotientAndRemainder(dividingBy: 2 * divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }

  // MARK: Pieces

  /// The pieces led through all of `places` that they pass: two ends to a piece, by their indexes in `places`.
  private func pieces(through places: [LatticePoint]) -> (ends: [Int32], sources: [Int32]) {
    var grid = grid
    for (index, place) in places.enumerated() {
      grid.append(index, column: grid.cell(place.x), row: grid.cell(place.y))
    }
    grid.sort()
    var pairs: [Int32] = []
    var sources: [Int32] = []
    pairs.reserveCapacity(2 * segments.count)
    sources.reserveCapacity(segments.count)
    var passed: [(along: Wide, place: Int32)] = []
    for piece in 0..<segments.count {
      let (a, b) = ends(piece)
      passed.removeAll(keepingCapacity: true)
      let columns = grid.cells(min(a.x, b.x), max(a.x, b.x))
      for row in grid.cells(min(a.y, b.y), max(a.y, b.y)) {
        for entry in grid.entries(columns: columns, row: row) {
          let place = grid.items[entry]
          if let along = Self.position(of: places[Int(place)], on: a, b) {
            passed.append((along, Int32(truncatingIfNeeded: place)))
          }
        }
      }
      passed.sort { ($0.along, $0.place) < ($1.along, $1.place) }
      for (one, next) in zip(passed, passed.dropFirst()) {
        pairs.append(one.place)
        pairs.append(next.place)
        sources.append(segments.sources[piece])
      }
    }
    return (pairs, sources)
  }

  /// How far along the piece from `a` to `b` a place comes, if the piece touches the square of one unit around it; the ends
  /// come before and after everything else.
  private static func position(of place: LatticePoint, on a: LatticePoint, _ b: LatticePoint) -> Wide? {
    if Int(place.x) + 1 < Int(min(a.x, b.x)) || Int(place.x) - 1 > Int(max(a.x, b.x))
      || Int(place.y) + 1 < Int(min(a.y, b.y)) || Int(place.y) - 1 > Int(max(a.y, b.y))
    {
      return nil
    }
    if place == a { return -1 }
    let (abX, abY) = (Wide(b.x) - Wide(a.x), Wide(b.y) - Wide(a.y))
    let lengthSquared = abX * abX + abY * abY
    if place == b { return lengthSquared + 1 }
    let (apX, apY) = (Wide(place.x) - Wide(a.x), Wide(place.y) - Wide(a.y))
    // In half units: the square reaches one half unit to all sides of twice the place.
    let (low, high) = ((min(0, 2 * abX), min(0, 2 * abY)), (max(0, 2 * abX), max(0, 2 * abY)))
    guard 2 * apX + 1 >= low.0, 2 * apX - 1 <= high.0, 2 * apY + 1 >= low.1, 2 * apY - 1 <= high.1 else { return nil }
    let side = 2 * (abX * apY - abY * apX)
    guard abs(side) <= abs(abX) + abs(abY) else { return nil }
    return max(0, min(lengthSquared, abX * apX + abY * apY))
  }

  @inline(__always)
  private func ends(_ piece: Int) -> (LatticePoint, LatticePoint) {
    (segments.places[Int(segments.starts[piece])], segments.places[Int(segments.ends[piece])])
  }
}
