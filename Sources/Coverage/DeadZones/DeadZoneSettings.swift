/// How unserved villages are gathered into dead zones and how the zones are drawn.
public struct DeadZoneSettings: Sendable, Hashable {
  /// How villages are gathered.
  public enum Method: String, Sendable, CaseIterable {
    /// Single linkage: villages within reach of each other are in one zone, and so are those that a chain of such joins.
    case linkage
    /// DBSCAN (`DensityClusters`): zones grow from villages with enough unserved villages within reach.
    case dbscan

    /// The least number of villages where none is given: 1, so that every unserved village is in a zone; for DBSCAN 4,
    /// which its authors found enough for places on a plane.
    public var defaultLeastVillages: Int { self == .linkage ? 1 : 4 }
  }

  /// How villages are gathered.
  public var method: Method
  /// How far apart two villages of a zone may be, in **metres** along the ellipsoid.
  public var reachMetres: Double
  /// With linkage, zones of fewer villages are left out; with DBSCAN, so many unserved villages, itself among them, must be
  /// within reach of a village from which a zone grows. Nil for the default of the method.
  public var leastVillages: Int?
  /// How far around its villages, and around the lines between those within reach, a zone extends, in **metres**.
  public var bufferMetres: Double

  /// Settings; what is not given has its default: linkage at 5 km, a buffer of 1 km.
  public init(
    method: Method = .linkage, reachMetres: Double = 5000, leastVillages: Int? = nil, bufferMetres: Double = 1000
  ) {
    self.method = method
    self.reachMetres = reachMetres
    self.leastVillages = leastVillages
    self.bufferMetres = bufferMetres
  }

  /// The buffer may be at most this part of the reach.
  ///
  /// Then zones of linkage never overlap. Let *d* be the reach. Villages of two zones are more than *d* apart, and edges
  /// of a zone at most *d* long. Two edges, or an edge and a village, of different zones are therefore more than √3/2 *d*
  /// apart: the nearest points are an end of one and a point of the other, and the height of a triangle with two
  /// sides longer than *d* over one of at most *d* is more than √3/2 *d*. So buffers of up to √3/4 *d* = 0.433 *d* do not
  /// meet; 0.4 leaves room for the curvature of the earth.
  public static let greatestBufferPerReach = 0.4
  /// The least reach, in **metres**: that of the least buffer, 1 m.
  public static let leastReachMetres = 2.5
  /// The greatest reach, in **metres**.
  public static let greatestReachMetres = 200_000.0

  /// What is wrong with the settings, in words for who made them; nil for nothing.
  public var problem: String? {
    guard (Self.leastReachMetres...Self.greatestReachMetres).contains(reachMetres) else {
      return "the reach is \(Rounded.text(reachMetres, 6)) m; expected 2.5 m to 200 km"
    }
    if let leastVillages, leastVillages < 1 {
      return "the least number of villages is \(leastVillages); expected at least 1"
    }
    let greatest = reachMetres * Self.greatestBufferPerReach
    guard bufferMetres >= 1, bufferMetres <= greatest else {
      return "the buffer is \(Rounded.text(bufferMetres, 6)) m; expected 1 m to \(Rounded.text(greatest, 6)) m, "
        + "0.4 of the reach, so that zones do not overlap"
    }
    return nil
  }
}
