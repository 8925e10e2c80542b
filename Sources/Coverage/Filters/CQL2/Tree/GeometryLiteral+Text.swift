extension CQL2.Writer {
  /// A geometry as OGC well-known text writes it, with `Z` where there are heights (clause 8.2).
  mutating func write(_ literal: CQL2.GeometryLiteral) {
    append(CQL2.Writer.text(literal))
  }

  private static func text(_ literal: CQL2.GeometryLiteral) -> String {
    if case .boundingBox(let low, let high) = literal {
      let numbers = [low, high].flatMap { corner in
        [corner.coordinate.longitude, corner.coordinate.latitude] + (corner.height.map { [$0] } ?? [])
      }
      return "BBOX(\(numbers.map(spelling).joined(separator: ", ")))"
    }
    if case .collection(let members) = literal {
      return "GEOMETRYCOLLECTION (\(members.map(text).joined(separator: ", ")))"
    }
    let letter = literal.positions.contains { $0.height != nil } ? " Z" : ""
    return "\(literal.keyword.rawValue)\(letter) \(coordinates(literal))"
  }

  private static func coordinates(_ literal: CQL2.GeometryLiteral) -> String {
    switch literal {
    case .point(let position): run([position])
    case .lineString(let line): run(line)
    case .polygon(let rings): rings.map(run).parenthesized
    case .multiPoint(let positions): positions.map { run([$0]) }.parenthesized
    case .multiLineString(let lines): lines.map(run).parenthesized
    case .multiPolygon(let polygons): polygons.map { $0.map(run).parenthesized }.parenthesized
    case .collection, .boundingBox: ""
    }
  }

  private static func run(_ positions: [CQL2.GeometryLiteral.Position]) -> String {
    positions.map { position in
      ([position.coordinate.longitude, position.coordinate.latitude] + (position.height.map { [$0] } ?? []))
        .map(spelling).joined(separator: " ")
    }.parenthesized
  }
}

extension [String] {
  fileprivate var parenthesized: String { "(\(joined(separator: ", ")))" }
}
