import Geospatial

/// The geometry types of RFC 7946, section 1.4.
enum GeometryType {
  case point, multiPoint, lineString, multiLineString, polygon, multiPolygon, collection

  /// The type whose name stands at `range`.
  init?(_ json: JSONScanner, _ range: Range<Int>) {
    if json.bytes(range, equal: "Point") {
      self = .point
    } else if json.bytes(range, equal: "LineString") {
      self = .lineString
    } else if json.bytes(range, equal: "Polygon") {
      self = .polygon
    } else if json.bytes(range, equal: "MultiPoint") {
      self = .multiPoint
    } else if json.bytes(range, equal: "MultiLineString") {
      self = .multiLineString
    } else if json.bytes(range, equal: "MultiPolygon") {
      self = .multiPolygon
    } else if json.bytes(range, equal: "GeometryCollection") {
      self = .collection
    } else {
      return nil
    }
  }
}

extension FeatureScanner {
  /// Reads a geometry object or null into the columns; whether any coordinates came of it.
  ///
  /// Members may stand in any order: coordinates before the type are found again once the type is known.
  mutating func geometry(depth: Int) throws(JSONFailure) -> Bool {
    json.skipWhitespace()
    if json.peek == UInt8(ascii: "n") {
      try json.literal("null")
      return false
    }
    guard depth < 32 else { throw json.failure(.tooDeep) }
    let start = json.position
    var type = plainType()
    var earlyCoordinates: Int?
    var wrote: Bool?
    var isEmpty = false
    var hasMore = true
    if let type {
      wrote = try contents(of: type, depth: depth)
      hasMore = json.take(UInt8(ascii: ","))
    } else {
      try json.expect(UInt8(ascii: "{"), "a geometry's '{' or null")
      isEmpty = json.take(UInt8(ascii: "}"))
    }
    if !isEmpty {
      while hasMore {
        let key = try json.string()
        try json.expect(UInt8(ascii: ":"), "':'")
        if json.bytes(key, equal: "type") {
          json.skipWhitespace()
          let at = json.position
          type = GeometryType(json, try json.string())
          if type == nil { throw JSONFailure(position: at, problem: .expected("a geometry type of RFC 7946")) }
        } else if json.bytes(key, equal: "coordinates") || json.bytes(key, equal: "geometries") {
          json.skipWhitespace()
          if wrote != nil || earlyCoordinates != nil {
            throw json.failure(.geometry("a second \"coordinates\" in one geometry"))
          }
          if let type {
            wrote = try contents(of: type, depth: depth)
          } else {
            earlyCoordinates = json.position
            try json.skipValue()
          }
        } else {
          try json.skipValue()
        }
        hasMore = json.take(UInt8(ascii: ","))
      }
      try json.expect(UInt8(ascii: "}"), "',' or '}'")
    }
    guard let type else { throw JSONFailure(position: start, problem: .expected("a geometry with a \"type\"")) }
    if wrote == nil, let earlyCoordinates {
      let end = json.position
      json.position = earlyCoordinates
      wrote = try contents(of: type, depth: depth)
      json.position = end
    }
    guard let wrote else { throw JSONFailure(position: start, problem: .expected("a geometry with \"coordinates\"")) }
    return wrote
  }

  /// Reads the beginning of a geometry up to its coordinates, if it is one of the usual ones, written as most writers do;
  /// nil, with nothing read, when it is not.
  @inline(__always)
  private mutating func plainType() -> GeometryType? {
    if json.take(exactly: "{\"type\":\"Point\",\"coordinates\":") { return .point }
    if json.take(exactly: "{\"type\":\"LineString\",\"coordinates\":") { return .lineString }
    if json.take(exactly: "{\"type\":\"Polygon\",\"coordinates\":") { return .polygon }
    if json.take(exactly: "{ \"type\": \"Point\", \"coordinates\": ") { return .point }
    return nil
  }

  private mutating func contents(of type: GeometryType, depth: Int) throws(JSONFailure) -> Bool {
    let before = chunk.geometries.coordinates.count
    switch type {
    case .point: try point()
    case .lineString: try line()
    case .polygon: try polygon()
    case .multiPoint: try each { (scanner) throws(JSONFailure) in try scanner.point() }
    case .multiLineString: try each { (scanner) throws(JSONFailure) in try scanner.line() }
    case .multiPolygon: try each { (scanner) throws(JSONFailure) in try scanner.polygon() }
    case .collection: try each { (scanner) throws(JSONFailure) in _ = try scanner.geometry(depth: depth + 1) }
    }
    guard chunk.geometries.coordinates.count <= Int(Int32.max) else {
      throw json.failure(.geometry("more than 2,147,483,647 coordinates in one layer"))
    }
    return chunk.geometries.coordinates.count > before
  }

  /// Reads an array, calling `element` at each of its elements.
  @inline(__always)
  private mutating func each(
    _ element: (inout FeatureScanner) throws(JSONFailure) -> Void
  ) throws(JSONFailure) {
    try json.expect(UInt8(ascii: "["), "'['")
    if json.take(UInt8(ascii: "]")) { return }
    repeat { try element(&self) } while json.take(UInt8(ascii: ","))
    try json.expect(UInt8(ascii: "]"), "',' or ']'")
  }

  /// A position, or an empty array, which stands for "nowhere".
  private mutating func point() throws(JSONFailure) {
    json.skipWhitespace()
    if let coordinate = json.plainPosition() {
      chunk.geometries.append(coordinate)
      chunk.geometries.closePart(.point)
      return
    }
    let start = json.position
    try json.expect(UInt8(ascii: "["), "'['")
    if json.take(UInt8(ascii: "]")) { return }
    json.position = start
    try position()
    chunk.geometries.closePart(.point)
  }

  private mutating func line() throws(JSONFailure) {
    let first = chunk.geometries.coordinates.count
    try positions()
    guard chunk.geometries.coordinates.count > first else { return }
    let isPoint = chunk.geometries.coordinates.count == first + 1
    chunk.geometries.closePart(isPoint ? .point : .line)
    if isPoint {
      note("a line of one position; taken as a point", isLoss: false)
    }
  }

  private mutating func polygon() throws(JSONFailure) {
    var isShell = true
    var shellIsUsable = true
    try each { (scanner) throws(JSONFailure) in
      let usable = try scanner.ring(isShell ? .shell : .hole, keep: shellIsUsable)
      if isShell { shellIsUsable = usable }
      isShell = false
    }
  }

  /// A ring, closed if the file left it open, dropped when it encloses nothing or `keep` is false.
  private mutating func ring(_ kind: GeometryColumn.PartKind, keep: Bool) throws(JSONFailure) -> Bool {
    let first = chunk.geometries.coordinates.count
    try positions()
    let count = chunk.geometries.coordinates.count - first
    if count == 0 { return false }
    let isClosed = chunk.geometries.coordinates[first] == chunk.geometries.coordinates[first + count - 1]
    guard keep, count >= (isClosed ? 4 : 3) else {
      chunk.geometries.coordinates.removeLast(count)
      note(
        keep
          ? "a ring of \(count) positions; expected at least 4, the last equal to the first; left out"
          : "a hole of \(count) positions whose shell was left out; left out", isLoss: true)
      return false
    }
    if !isClosed {
      let start = chunk.geometries.coordinates[first]
      chunk.geometries.append(start)
      note("a ring that is not closed: it starts at \(start) and does not return there; closed", isLoss: false)
    }
    chunk.geometries.closePart(kind)
    return true
  }

  private mutating func note(_ text: String, isLoss: Bool) {
    chunk.notices.append(Layer.Notice(feature: chunk.count, text: text, isLoss: isLoss))
  }

  /// An array of positions.
  private mutating func positions() throws(JSONFailure) {
    try json.expect(UInt8(ascii: "["), "'['")
    if json.take(UInt8(ascii: "]")) { return }
    repeat {
      json.skipWhitespace()
      if !json.plainPositions(into: &chunk.geometries.coordinates) { try position() }
    } while json.take(UInt8(ascii: ","))
    try json.expect(UInt8(ascii: "]"), "',' or ']'")
  }

  /// `[x, y]` or `[x, y, height, ...]`.
  @inline(__always)
  private mutating func position() throws(JSONFailure) {
    try json.expect(UInt8(ascii: "["), "'[' of a position")
    json.skipWhitespace()
    let x = try json.number()
    guard json.take(UInt8(ascii: ",")) else { throw json.failure(.notAPosition) }
    json.skipWhitespace()
    let y = try json.number()
    if !json.take(UInt8(ascii: "]")) { try heights() }
    chunk.geometries.append(Coordinate(longitude: x, latitude: y))
  }

  private mutating func heights() throws(JSONFailure) {
    chunk.coordinatesWithHeight += 1
    while json.take(UInt8(ascii: ",")) {
      json.skipWhitespace()
      // Some writers put null for an unknown height.
      if json.peek == UInt8(ascii: "n") { try json.literal("null") } else { _ = try json.number() }
    }
    try json.expect(UInt8(ascii: "]"), "',' or ']'")
  }
}
