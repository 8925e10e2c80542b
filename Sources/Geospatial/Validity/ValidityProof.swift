/// A quick proof that a polygon is valid by OGC Simple Features (06-103r4, section 6.1.11), for the many that plainly are.
///
/// Edges are sorted into bands of latitude and compared within each band. When no two touch but neighbours at their
/// common vertex, every ring is simple and no two rings meet; then holes need only lie in the shell and not in each
/// other. Anything doubtful, however slightly, is left to GEOS: the proof may fail for a valid polygon, and never
/// succeeds for an invalid one. So is what would take long: the comparisons are O(n), however the edges lie.
struct ValidityProof {
  /// More holes are left to GEOS, which has an index for them.
  private static let mostHoles = 1_000
  private static let mostComparisonsPerEdge = 64
  /// So many comparisons cost less than a GEOS geometry, also where a polygon has few edges.
  private static let freeComparisons = 65_536

  private let coordinates: UnsafeBufferPointer<Coordinate>
  private var starts: [Int] = []
  private var slots: [Edge] = []
  /// The bands of each edge.
  private var touched: [LatitudeBands.EdgeBands] = []

  /// An edge by its first coordinate, the ring it belongs to, and the corners of its box.
  private struct Edge {
    var first: Int32
    var ring: Int32
    var southWest: SIMD2<Double>
    var northEast: SIMD2<Double>

    static let none = Edge(first: 0, ring: 0, nowhere, nowhere)
    private static let nowhere = Coordinate(longitude: 0, latitude: 0)

    @inline(__always)
    init(first: Int32, ring: Int32, _ a: Coordinate, _ b: Coordinate) {
      (self.first, self.ring) = (first, ring)
      let (a, b) = (SIMD2(a.longitude, a.latitude), SIMD2(b.longitude, b.latitude))
      let isLess = a .< b
      southWest = b.replacing(with: a, where: isLess)
      northEast = a.replacing(with: b, where: isLess)
    }

    /// Whether the boxes have no point in common.
    @inline(__always)
    func isApart(from other: Edge) -> Bool {
      let apart = (northEast .< other.southWest) .| (other.northEast .< southWest)
      return apart[0] || apart[1]
    }
  }

  init(_ coordinates: UnsafeBufferPointer<Coordinate>) {
    self.coordinates = coordinates
  }

  /// Whether the polygon with these rings, the shell first, is certainly valid.
  mutating func proves(rings: [Range<Int>]) -> Bool {
    guard rings.count <= 1 + ValidityProof.mostHoles, rings.allSatisfy({ $0.count >= 4 }) else { return false }
    var box = BoundingBox.empty
    for index in rings[0] { box.include(coordinates[index]) }
    guard box.north > box.south, box.east > box.west, (box.north - box.south + box.east - box.west).isFinite else {
      return false
    }
    // A NaN leaves no trace in the box.
    guard rings[0].allSatisfy({ box.contains(coordinates[$0]) }) else { return false }
    for ring in rings.dropFirst() {
      guard ring.allSatisfy({ box.contains(coordinates[$0]) }) else { return false }
    }
    sortIntoBands(rings, box)
    return noEdgesTouch(rings) && holesAreInPlace(rings)
  }

  private mutating func sortIntoBands(_ rings: [Range<Int>], _ box: BoundingBox) {
    let bands = LatitudeBands(box, rings: rings, coordinates, touched: &touched)
    let edgeCount = rings.reduce(0) { $0 + $1.count - 1 }
    starts.removeAll(keepingCapacity: true)
    starts.append(contentsOf: repeatElement(0, count: bands.count + 2))
    for bands in touched[..<edgeCount] { for band in bands.first...bands.last { starts[Int(band) + 2] += 1 } }
    for band in 2..<(bands.count + 2) { starts[band] += starts[band - 1] }
    let total = starts[bands.count + 1]
    if slots.count < total { slots = [Edge](repeating: Edge.none, count: total * 2) }
    slots.withUnsafeMutableBufferPointer { slots in
      var place = 0
      for (number, ring) in rings.enumerated() {
        for edge in ring.dropLast() {
          let slot = Edge(
            first: Int32(truncatingIfNeeded: edge), ring: Int32(truncatingIfNeeded: number), coordinates[edge],
            coordinates[edge + 1])
          for band in touched[place].first...touched[place].last {
            slots[starts[Int(band) + 1]] = slot
            starts[Int(band) + 1] += 1
          }
          place += 1
        }
      }
    }
  }

  /// Whether no two edges touch; false also when it would take too many comparisons to know.
  private mutating func noEdgesTouch(_ rings: [Range<Int>]) -> Bool {
    let edgeCount = rings.reduce(0) { $0 + $1.count - 1 }
    let mostComparisons = ValidityProof.mostComparisonsPerEdge * edgeCount + ValidityProof.freeComparisons
    var pairCount = 0
    for band in 0..<(starts.count - 2) {
      let count = starts[band + 1] - starts[band]
      pairCount += count * count
    }
    // Where long edges crowd the bands, only those that share a longitude are compared.
    let isCrowded = pairCount > mostComparisons
    if isCrowded { sortBandsFromWest() }
    var comparisons = 0
    return slots.withUnsafeBufferPointer { slots in
      for band in 0..<(starts.count - 2) {
        let end = starts[band + 1]
        for one in starts[band]..<end {
          let east = isCrowded ? slots[one].northEast.x : .infinity
          for other in (one + 1)..<max(one + 1, end) {
            if isCrowded {
              if slots[other].southWest.x > east { break }
              comparisons += 1
              if comparisons > mostComparisons { return false }
            }
            if slots[one].isApart(from: slots[other]) { continue }
            if mayTouch(slots[one], slots[other], rings) { return false }
          }
        }
      }
      return true
    }
  }

  private mutating func sortBandsFromWest() {
    let starts = starts
    slots.withUnsafeMutableBufferPointer { slots in
      for band in 0..<(starts.count - 2) {
        slots[starts[band]..<starts[band + 1]].sort { $0.southWest.x < $1.southWest.x }
      }
    }
  }

  /// Whether two edges whose boxes meet have, or may have, a point in common that valid rings do not share.
  @inline(__always)
  private func mayTouch(_ one: Edge, _ other: Edge, _ rings: [Range<Int>]) -> Bool {
    let (a, b) = (coordinates[Int(one.first)], coordinates[Int(one.first) + 1])
    let (c, d) = (coordinates[Int(other.first)], coordinates[Int(other.first) + 1])
    if one.ring == other.ring {
      let ring = rings[Int(one.ring)]
      let lastEdge = ring.upperBound - 2
      let isNext = other.first == one.first + 1 || (Int(other.first) == ring.lowerBound && Int(one.first) == lastEdge)
      if isNext { return Orientation.sign(a, b, d) == 0 }
      let isPrevious =
        one.first == other.first + 1 || (Int(one.first) == ring.lowerBound && Int(other.first) == lastEdge)
      if isPrevious { return Orientation.sign(c, d, b) == 0 }
    }
    // They have no point in common only if one of them lies wholly on one side of the other.
    let (signC, signD) = (Orientation.sign(a, b, c), Orientation.sign(a, b, d))
    if signC == signD, signC != 0 { return false }
    let (signA, signB) = (Orientation.sign(c, d, a), Orientation.sign(c, d, b))
    return !(signA == signB && signA != 0)
  }

  /// Whether each hole lies in the shell and in no other hole; rings are known not to meet, so one vertex tells.
  private func holesAreInPlace(_ rings: [Range<Int>]) -> Bool {
    let boxes = rings.map { ring in
      ring.reduce(into: BoundingBox.empty) { $0.include(coordinates[$1]) }
    }
    for hole in rings.indices.dropFirst() {
      let vertex = coordinates[rings[hole].lowerBound]
      for ring in rings.indices where ring != hole {
        let isEnclosed = boxes[ring].contains(vertex) && encloses(rings[ring], vertex)
        if isEnclosed != (ring == 0) { return false }
      }
    }
    return true
  }

  private func encloses(_ ring: Range<Int>, _ point: Coordinate) -> Bool {
    var isInside = false
    for edge in ring.lowerBound..<(ring.upperBound - 1) {
      let (a, b) = (coordinates[edge], coordinates[edge + 1])
      let bIsBelow = b.latitude <= point.latitude
      if (a.latitude <= point.latitude) != bIsBelow, (Orientation.sign(a, b, point) > 0) != bIsBelow {
        isInside.toggle()
      }
    }
    return isInside
  }
}
