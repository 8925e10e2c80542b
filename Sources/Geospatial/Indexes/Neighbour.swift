/// A feature and how far it is.
public struct Neighbour: Sendable, Hashable {
  /// The feature, by its place in the column that was indexed.
  public var feature: Int
  /// The geodesic distance on WGS 84, in **metres**.
  public var distanceMetres: Double

  /// A feature at a distance in **metres**.
  public init(feature: Int, distanceMetres: Double) {
    self.feature = feature
    self.distanceMetres = distanceMetres
  }

  /// Whether this one is to be preferred: nearer, or as near with a lower feature index.
  ///
  /// Distances count as equal when they round to the same **micrometre**, so that two lines through the same place are
  /// a tie whatever their vertices. Of two distances of one feature the exactly smaller one goes first, for otherwise the
  /// last bits would tell in which order a search came by.
  @inline(__always)
  public func precedes(_ other: Neighbour) -> Bool {
    // Rounding is only needed where it can matter.
    if abs(distanceMetres - other.distanceMetres) > 2e-6 { return distanceMetres < other.distanceMetres }
    let (mine, theirs) = ((distanceMetres * 1e6).rounded(), (other.distanceMetres * 1e6).rounded())
    if mine != theirs { return mine < theirs }
    return feature != other.feature ? feature < other.feature : distanceMetres < other.distanceMetres
  }
}
