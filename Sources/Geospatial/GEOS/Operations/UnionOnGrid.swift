import CGEOS

extension GEOSGeometry {
  /// The points of all members, without overlaps, with every coordinate on a grid of `gridSizeInCoordinateUnits`; the result
  /// is valid, and parts that vanish in the grid are left out.
  public func unaryUnion(gridSizeInCoordinateUnits gridSize: Double) throws -> GEOSGeometry {
    try context.geometry("unary union on a grid") { GEOSUnaryUnionPrec_r($0, handle, gridSize) }
  }
}
