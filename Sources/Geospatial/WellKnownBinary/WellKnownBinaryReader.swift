/// Reads geometries in well-known binary straight into a ``GeometryColumn``, without an object per geometry.
///
/// Both byte orders (also changing from part to part), points, lines, polygons, their Multi forms and collections, heights
/// and measures (left out), in the codes of ISO 13249-3 and of PostGIS. Any bytes at all are safe to give: each number is
/// read only after its bytes were counted, and nothing is reserved on the word of a count that the bytes cannot hold.
///
/// A reader that throws has appended nothing.
public struct WellKnownBinaryReader {
  /// Something that was mended or left out.
  public struct Remark: Hashable, Sendable {
    /// What was found and what was done about it.
    public var text: String
    /// Whether something was left out.
    public var isLoss: Bool
  }

  /// What was mended or left out so far.
  public private(set) var remarks: [Remark] = []
  /// How many coordinates had a height.
  public private(set) var coordinatesWithHeight = 0

  private static let greatestDepth = 32
  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  /// A reader of `bytes`, from byte `start` on, which must stay where they are while it lives.
  public init(_ bytes: UnsafeRawBufferPointer, from start: Int = 0) {
    self.bytes = bytes
    position = max(0, start)
  }

  /// Appends the parts of the geometry to `column`, without closing the feature; whether there were any coordinates.
  ///
  /// Bytes behind the geometry are not looked at. O(bytes).
  public mutating func read(into column: inout GeometryColumn) throws(WellKnownBinaryError) -> Bool {
    let (coordinates, parts) = (column.coordinates.count, column.partEnds.count)
    do throws(WellKnownBinaryError) {
      try geometry(&column, depth: 0, only: nil)
    } catch {
      column.coordinates.removeLast(column.coordinates.count - coordinates)
      column.partEnds.removeLast(column.partEnds.count - parts)
      column.partKinds.removeLast(column.partKinds.count - parts)
      throw error
    }
    return column.coordinates.count > coordinates
  }

  // MARK: Geometries

  private mutating func geometry(
    _ column: inout GeometryColumn, depth: Int, only wanted: WellKnownBinaryType.Shape?
  ) throws(WellKnownBinaryError) {
    guard depth < Self.greatestDepth else { throw failure("geometries more than \(Self.greatestDepth) deep") }
    let order = try integer8()
    guard order <= 1 else { throw failure("the byte order is \(order); expected 0 or 1", at: position - 1) }
    let isLittle = order == 1
    let code = try integer32(isLittle)
    guard let type = WellKnownBinaryType(code: code) else {
      throw failure(
        "the geometry type is \(code); expected point, line, polygon, their Multi form or a collection",
        at: position - 4)
    }
    if let wanted, wanted != type.shape {
      throw failure("a \(type.shape) inside a Multi form of \(wanted)s", at: position - 4)
    }
    if type.hasSRID { _ = try integer32(isLittle) }
    switch type.shape {
    case .point: try point(&column, type, isLittle)
    case .line: try line(&column, type, isLittle)
    case .polygon: try polygon(&column, type, isLittle)
    case .multiPoint: try members(&column, isLittle, depth, only: .point)
    case .multiLine: try members(&column, isLittle, depth, only: .line)
    case .multiPolygon: try members(&column, isLittle, depth, only: .polygon)
    case .collection: try members(&column, isLittle, depth, only: nil)
    }
    guard column.coordinates.count <= Int(Int32.max) else {
      throw failure("more than 2,147,483,647 coordinates in one layer")
    }
  }

  private mutating func members(
    _ column: inout GeometryColumn, _ isLittle: Bool, _ depth: Int, only wanted: WellKnownBinaryType.Shape?
  ) throws(WellKnownBinaryError) {
    // The least geometry, an empty line, has nine bytes.
    for _ in 0..<(try count(isLittle, bytesEach: 9)) { try geometry(&column, depth: depth + 1, only: wanted) }
  }

  /// A point; one whose numbers are not numbers is empty (OGC 12-128, requirement 152).
  private mutating func point(
    _ column: inout GeometryColumn, _ type: WellKnownBinaryType, _ isLittle: Bool
  ) throws(WellKnownBinaryError) {
    let first = column.coordinates.count
    try positions(&column, 1, type, isLittle)
    let coordinate = column.coordinates[first]
    if coordinate.longitude.isNaN, coordinate.latitude.isNaN {
      column.coordinates.removeLast()
    } else {
      column.closePart(.point)
    }
  }

  private mutating func line(
    _ column: inout GeometryColumn, _ type: WellKnownBinaryType, _ isLittle: Bool
  ) throws(WellKnownBinaryError) {
    let count = try count(isLittle, bytesEach: 16 + 8 * type.extraNumbers)
    guard count > 0 else { return }
    try positions(&column, count, type, isLittle)
    column.closePart(.line)
    if count == 1 { remark("a line of one position; taken as a point", isLoss: false) }
  }

  private mutating func polygon(
    _ column: inout GeometryColumn, _ type: WellKnownBinaryType, _ isLittle: Bool
  ) throws(WellKnownBinaryError) {
    var keepsRings = true
    for index in 0..<(try count(isLittle, bytesEach: 4)) {
      let isUsable = try ring(&column, index == 0 ? .shell : .hole, keep: keepsRings, type, isLittle)
      if index == 0 { keepsRings = isUsable }
    }
  }

  /// A ring, closed if the file left it open, dropped when it encloses nothing or `keep` is false.
  private mutating func ring(
    _ column: inout GeometryColumn, _ kind: GeometryColumn.PartKind, keep: Bool, _ type: WellKnownBinaryType,
    _ isLittle: Bool
  ) throws(WellKnownBinaryError) -> Bool {
    let count = try count(isLittle, bytesEach: 16 + 8 * type.extraNumbers)
    if count == 0 { return false }
    let first = column.coordinates.count
    try positions(&column, count, type, isLittle)
    let isClosed = column.coordinates[first] == column.coordinates[first + count - 1]
    guard keep, count >= (isClosed ? 4 : 3) else {
      column.coordinates.removeLast(count)
      remark("a ring of \(count) positions; expected at least 4, the last equal to the first; left out", isLoss: true)
      return false
    }
    if !isClosed {
      let start = column.coordinates[first]
      column.append(start)
      remark("a ring that is not closed: it starts at \(start) and does not return there; closed", isLoss: false)
    }
    column.closePart(kind)
    return true
  }

  private mutating func remark(_ text: String, isLoss: Bool) { remarks.append(Remark(text: text, isLoss: isLoss)) }
}

extension WellKnownBinaryReader {
  // MARK: Numbers

  private mutating func positions(
    _ column: inout GeometryColumn, _ count: Int, _ type: WellKnownBinaryType, _ isLittle: Bool
  ) throws(WellKnownBinaryError) {
    let stride = 16 + 8 * type.extraNumbers
    try need(count * stride)
    for _ in 0..<count {
      let x = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      let y = bytes.loadUnaligned(fromByteOffset: position + 8, as: UInt64.self)
      column.append(
        Coordinate(
          longitude: Double(bitPattern: isLittle ? UInt64(littleEndian: x) : UInt64(bigEndian: x)),
          latitude: Double(bitPattern: isLittle ? UInt64(littleEndian: y) : UInt64(bigEndian: y))))
      position += stride
    }
    if type.hasHeight { coordinatesWithHeight += count }
  }

  /// How many things follow, each of at least so many **bytes**.
  private mutating func count(_ isLittle: Bool, bytesEach: Int) throws(WellKnownBinaryError) -> Int {
    let count = Int(try integer32(isLittle))
    try need(count * bytesEach)
    return count
  }

  private mutating func integer8() throws(WellKnownBinaryError) -> UInt8 {
    try need(1)
    position += 1
    return bytes[position - 1]
  }

  private mutating func integer32(_ isLittle: Bool) throws(WellKnownBinaryError) -> UInt32 {
    try need(4)
    let raw = bytes.loadUnaligned(fromByteOffset: position, as: UInt32.self)
    position += 4
    return isLittle ? UInt32(littleEndian: raw) : UInt32(bigEndian: raw)
  }

  private func need(_ count: Int) throws(WellKnownBinaryError) {
    let left = max(0, bytes.count - position)
    if count > left { throw failure("it ends \(left) bytes from here; expected at least \(count)") }
  }

  private func failure(_ problem: String, at place: Int? = nil) -> WellKnownBinaryError {
    WellKnownBinaryError(position: place ?? position, problem: problem)
  }
}
