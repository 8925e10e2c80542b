import Geospatial

extension CQL2.Parser {
  private typealias Literal = CQL2.GeometryLiteral
  typealias Position = CQL2.GeometryLiteral.Position

  /// The rule `spatialInstance`, from the keyword on. `Z` may be left out or stand where it does not belong, as
  /// requirement `/req/cql2-text/basic-spatial-functions-plus` B wants it.
  mutating func geometryLiteral(_ keyword: CQL2.Keyword) throws(ExpressionError) -> CQL2.GeometryLiteral {
    let written = if case .word(let word, _) = current.kind { word } else { keyword.rawValue }
    let span = try advance()
    if case .word(let letter, nil) = current.kind, CQL2.ASCII.uppercased(letter) == "Z", keyword != .bbox {
      try advance()
    }
    guard current.kind == .symbol(.open) else {
      throw error(
        "found \(found); expected ( behind \(keyword.rawValue)",
        hint: "a property of that name is written \"\(written)\"")
    }
    let literal = try literal(keyword)
    let heights = literal.positions.count { $0.height != nil }
    guard heights == 0 || heights == literal.positions.count else {
      throw error(
        span.through(previous), "found positions of two and of three numbers; expected the same for all",
        hint: "is a comma missing?")
    }
    return literal
  }

  private mutating func literal(_ keyword: CQL2.Keyword) throws(ExpressionError) -> CQL2.GeometryLiteral {
    switch keyword {
    case .point: return .point(try pointText())
    case .lineString: return .lineString(try lineText())
    case .polygon: return .polygon(try polygonText())
    case .multiPoint: return .multiPoint(try list { parser throws(ExpressionError) in try parser.multiPointMember() })
    case .multiLineString:
      return .multiLineString(try list { parser throws(ExpressionError) in try parser.lineText() })
    case .multiPolygon:
      return .multiPolygon(try list { parser throws(ExpressionError) in try parser.polygonText() })
    case .bbox: return try box()
    default: return .collection(try list { parser throws(ExpressionError) in try parser.member() })
    }
  }

  /// A parenthesis of things with commas between them, at least one.
  private mutating func list<Member>(
    _ member: (inout Self) throws(ExpressionError) -> Member
  ) throws(ExpressionError) -> [Member] {
    let opening = try open(behind: "it")
    var members: [Member] = []
    repeat { members.append(try member(&self)) } while try take(.comma)
    try close(opening, expected: "a comma or )")
    return members
  }

  /// A member of a collection, which is no collection itself (rule `geometryLiteral`).
  private mutating func member() throws(ExpressionError) -> CQL2.GeometryLiteral {
    switch keyword {
    case .point, .lineString, .polygon, .multiPoint, .multiLineString, .multiPolygon:
      return try geometryLiteral(keyword ?? .point)
    default: throw error("found \(found); expected a geometry that is no collection and no box")
    }
  }

  private mutating func pointText() throws(ExpressionError) -> Position {
    let opening = try open(behind: "POINT")
    let position = try position()
    try close(opening, expected: "another number or )")
    return position
  }

  /// A position in its own parentheses, or, as older texts have it, without.
  private mutating func multiPointMember() throws(ExpressionError) -> Position {
    current.kind == .symbol(.open) ? try pointText() : try position()
  }

  private mutating func lineText() throws(ExpressionError) -> [Position] {
    let span = current.span
    let positions = try list { parser throws(ExpressionError) in try parser.position() }
    guard positions.count > 1 else {
      throw error(span.through(previous), "found a line of one position; expected two or more")
    }
    return positions
  }

  private mutating func polygonText() throws(ExpressionError) -> [[Position]] {
    try list { parser throws(ExpressionError) in
      let span = parser.current.span
      if parser.current.kind != .symbol(.open) {
        throw parser.error("found \(parser.found); expected ( and a ring", hint: "a polygon has double parentheses")
      }
      let ring = try parser.list { parser throws(ExpressionError) in try parser.position() }
      guard ring.count > 3, ring.first?.coordinate == ring.last?.coordinate else {
        let problem = ring.count > 3 ? "a ring that does not close" : "a ring of \(ring.count) positions"
        throw parser.error(
          span.through(parser.previous),
          "found \(problem); expected four or more positions, the last the same as the first")
      }
      return ring
    }
  }

  /// The rule `point`: longitude, latitude and perhaps a height.
  private mutating func position() throws(ExpressionError) -> Position {
    let span = current.span
    let longitude = try signedNumber("a longitude")
    let latitude = try signedNumber("a latitude")
    var height: Double?
    switch current.kind {
    case .number, .symbol(.minus), .symbol(.plus): height = try signedNumber("a height")
    default: break
    }
    let position = Position(coordinate: Coordinate(longitude: longitude, latitude: latitude), height: height)
    try check(position, span.through(previous))
    return position
  }

  private func check(_ position: Position, _ span: CQL2.Span) throws(ExpressionError) {
    let coordinate = position.coordinate
    guard !coordinate.isOnEarth else { return }
    let isSwapped = Coordinate(longitude: coordinate.latitude, latitude: coordinate.longitude).isOnEarth
    throw error(
      span,
      "found \(coordinate.longitude) \(coordinate.latitude); expected a longitude of -180 to 180 and a latitude "
        + "of -90 to 90 degrees",
      hint: isSwapped ? "the longitude comes first" : nil)
  }

  private mutating func signedNumber(_ what: String) throws(ExpressionError) -> Double {
    let isNegative = current.kind == .symbol(.minus)
    if isNegative || current.kind == .symbol(.plus) { try advance() }
    guard case .number(let number) = current.kind else { throw error("found \(found); expected \(what)") }
    try advance()
    return isNegative ? -number : number
  }

  /// The rule `bboxText`: four numbers, or six with the heights third and sixth.
  private mutating func box() throws(ExpressionError) -> CQL2.GeometryLiteral {
    let span = current.span
    let numbers = try list { parser throws(ExpressionError) in try parser.signedNumber("a number") }
    guard numbers.count == 4 || numbers.count == 6 else {
      throw error(
        span.through(previous),
        "found \(numbers.count) numbers; expected west, south, east, north, or six with the heights third and last")
    }
    let isFlat = numbers.count == 4
    let low = Position(
      coordinate: Coordinate(longitude: numbers[0], latitude: numbers[1]), height: isFlat ? nil : numbers[2])
    let high = Position(
      coordinate: Coordinate(longitude: numbers[isFlat ? 2 : 3], latitude: numbers[isFlat ? 3 : 4]),
      height: isFlat ? nil : numbers[5])
    for corner in [low, high] { try check(corner, span.through(previous)) }
    guard low.coordinate.latitude <= high.coordinate.latitude else {
      throw error(
        span.through(previous), "found a box whose south is above its north; expected west, south, east, north")
    }
    return .boundingBox(low, high)
  }
}
