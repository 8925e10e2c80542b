import Geospatial

/// Villages near each other that all lack a service, as an area.
public struct DeadZone: Sendable {
  /// The service that is lacking.
  public var service: Service
  /// What the zone is called from one run to the next, and where it came from.
  public var lineage: ZoneLineage
  /// Its place among the zones of the service, from 1.
  public var rank: Int
  /// Its villages, in the order of their codes.
  public var villages: [Int]
  /// Its **people**.
  public var people: ZoneCount
  /// Its **households**.
  public var households: ZoneCount
  /// Its ground: one feature of polygons in longitude and latitude, valid, cut at the antimeridian, on a grid of 10⁻⁷ degrees.
  public var ground: GeometryColumn
  /// The area of `ground`, in **square metres** on the ellipsoid.
  public var squareMetres: Double
  /// The nearest village that has the service; nil when none has.
  public var nearestServed: NearestServed?
  /// The distance in **metres** to the nearest feature that would serve a village of the zone, as the overlay measured it, and
  /// the village that is nearest to it.
  public var nearestFeature: (distanceMetres: Double, village: Int)?
  /// What the scores of its villages come to; nil where no village has one.
  public var score: ZoneScore?

  /// A village that has the service.
  public struct NearestServed: Sendable, Hashable {
    /// The village.
    public var village: Int
    /// How far it is from the zone's nearest village, in **metres**.
    public var distanceMetres: Double
    /// The zone's nearest village.
    public var from: Int
  }

  /// The village by which people know the zone: the one with the most people, of several the first by code.
  public func principalVillage(_ villages: Villages) -> Int? {
    self.villages.max { first, second in
      let (a, b) = (villages.people[first], villages.people[second])
      // Unknown is less than anything; of equals the first stays.
      return (a.isNaN ? -1 : a) < (b.isNaN ? -1 : b)
    }
  }
}

/// A number that is the sum over villages, of some of which it may be unknown.
public struct ZoneCount: Sendable, Hashable {
  /// The sum over the villages where it is known.
  public var total = 0.0
  /// The villages where it is not.
  public var unknownVillages = 0

  /// The sum of `values` over `villages`; NaN stands for unknown.
  init(_ values: [Double], _ villages: [Int]) {
    for village in villages {
      if values[village].isNaN { unknownVillages += 1 } else { total += values[village] }
    }
  }
}
