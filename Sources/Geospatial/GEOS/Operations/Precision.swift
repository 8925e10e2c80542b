import CGEOS

extension GEOSGeometry {
  /// The geometry with every coordinate on a grid of `gridSizeInCoordinateUnits`, valid if it was valid before: what
  /// would cross or touch itself after rounding is noded again, and parts that vanish in the grid are left out.
  public func snapped(gridSizeInCoordinateUnits gridSize: Double) throws -> GEOSGeometry {
    try context.geometry("snap to grid") { GEOSGeom_setPrecision_r($0, handle, gridSize, 0) }
  }
}
