/// The order in which many questions should be asked.
public enum HilbertOrder {
  /// The places of `coordinates` along a Hilbert curve over them; those that are not on earth are left out. O(n).
  public static func order(of coordinates: [Coordinate]) -> [UInt32] {
    var box = BoundingBox.empty
    var isComplete = true
    for coordinate in coordinates {
      // A NaN on either side loses both comparisons, so it leaves the box alone.
      if coordinate.isOnEarth { box.include(coordinate) } else { isComplete = false }
    }
    let order = HilbertCurve.order(of: coordinates, in: box)
    return isComplete ? order : order.filter { coordinates[Int($0)].isOnEarth }
  }
}
