import CGEOS

extension GEOSGeometry {
  /// The geometry with fewer vertices, none of the old further than `toleranceInCoordinateUnits` from the new lines
  /// (Douglas-Peucker).
  ///
  /// With `preservesTopology` valid polygons stay valid and keep their holes; without, small parts may vanish and lines
  /// may cross, and it is faster.
  public func simplified(
    toleranceInCoordinateUnits tolerance: Double, preservesTopology: Bool = true
  ) throws -> GEOSGeometry {
    try context.geometry("simplify") {
      preservesTopology
        ? GEOSTopologyPreserveSimplify_r($0, handle, tolerance) : GEOSSimplify_r($0, handle, tolerance)
    }
  }
}
