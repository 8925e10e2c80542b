import Geospatial

extension CQL2.Compiler {
  /// What a geometry operand is.
  private enum Operand {
    case feature
    case literal(CQL2.GeometryLiteral)
  }

  private func operand(_ expression: Expression) throws -> Operand {
    switch expression.form {
    case .geometry(let literal): return .literal(literal)
    case .property(let name):
      guard case .geometry = try source(name) else { throw unsupported(expression) }
      return .feature
    default: throw unsupported(expression)
    }
  }

  /// What compares two geometries.
  func spatial(_ relation: CQL2.SpatialRelation, _ a: Expression, _ b: Expression) throws -> CQL2.Condition {
    switch (try operand(a), try operand(b)) {
    case (.feature, .literal(let literal)): return try spatial(relation, literal)
    case (.literal(let literal), .feature): return try spatial(relation.reversed, literal)
    case (.literal(let one), .literal(let other)):
      let truth = try probe(other).truth(relation, 0, of: one.column)
      return { _ in truth }
    case (.feature, .feature):
      // A geometry and itself.
      let holds = [.intersects, .equals, .within, .contains].contains(relation)
      return { columns.geometries?.parts(ofFeature: $0).isEmpty ?? true ? .unknown : CQL2.Truth(holds) }
    }
  }

  private func probe(_ literal: CQL2.GeometryLiteral) throws -> CQL2.SpatialProbe {
    try CQL2.SpatialProbe(feature: 0, of: literal.column, in: geos.context())
  }

  private func spatial(
    _ relation: CQL2.SpatialRelation, _ literal: CQL2.GeometryLiteral
  ) throws -> CQL2.Condition {
    guard let geometries = columns.geometries else { return { _ in .unknown } }
    let probe = try probe(literal)
    return { try probe.truth(relation, $0, of: geometries) }
  }

  // MARK: Functions

  /// What reads the result of a function.
  func call(_ name: String, _ arguments: [Expression], _ expression: Expression) throws -> CQL2.NumberReader {
    let operands = try arguments.map(operand)
    switch (CQL2.Function(named: name), operands.first, operands.last) {
    case (.distance, .feature, .literal(let literal)), (.distance, .literal(let literal), .feature):
      return try distance(to: literal)
    case (.distance, .literal(let one), .literal(let other)):
      let metres = try probe(ofDistanceTo: other).metres(0, of: one.column)
      return { _ in metres }
    case (.distance, .feature, .feature):
      return { columns.geometries?.parts(ofFeature: $0).isEmpty ?? true ? .nan : 0 }
    case (.area, let operand?, _):
      return try measure(operand) { Geodesic.areaSquareMetres(ofFeature: $0, of: $1) }
    case (.length, let operand?, _):
      return try measure(operand) { Geodesic.lengthMetres(ofLinesOfFeature: $0, of: $1) }
    default: throw unsupported(expression)
    }
  }

  private func probe(ofDistanceTo literal: CQL2.GeometryLiteral) throws -> CQL2.DistanceProbe {
    let column = literal.column
    return try CQL2.DistanceProbe(
      column, index: distances[literal] ?? DistanceIndex(column), in: geos.context())
  }

  private func distance(to literal: CQL2.GeometryLiteral) throws -> CQL2.NumberReader {
    guard let geometries = columns.geometries else { return { _ in .nan } }
    let probe = try probe(ofDistanceTo: literal)
    return { try probe.metres($0, of: geometries) }
  }

  private func measure(
    _ operand: Operand, _ metres: @escaping (Int, GeometryColumn) -> Double
  ) throws -> CQL2.NumberReader {
    switch operand {
    case .literal(let literal):
      let value = metres(0, literal.column)
      return { _ in value }
    case .feature:
      guard let geometries = columns.geometries else { return { _ in .nan } }
      return { geometries.parts(ofFeature: $0).isEmpty ? .nan : metres($0, geometries) }
    }
  }
}
