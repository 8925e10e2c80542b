import Geospatial

/// Which authority keeps a road.
enum RoadClass: String {
  case district, commune, village
}

/// A place on the road tree of a district: a commune centre, or the point of a valley road beside a village.
struct Station {
  /// The next station towards the district centre; `nil` for the centre itself. Always a smaller number.
  var parent: Int?
  let position: Coordinate
  /// The road from the parent to here, both ends included; empty for a district centre.
  var path: [Coordinate]
  let roadClass: RoadClass
  /// Index into the communes of the settlement.
  let commune: Int
  /// Whether the station is the centre of its commune.
  let isCommuneCentre: Bool
  /// By road from the district centre, in **metres**.
  var roadMetres: Double
}

/// A village as it is written, and the station it belongs to.
struct Village {
  var code = ""
  var name = ""
  var position: Coordinate
  let station: Int
  let commune: Int
  var households = 0
  var population = 0
  /// Share of poor and near-poor households, in **percent**.
  var povertyRate = 0.0
  var hasSchool = false
  var hasHealthPost = false
}

/// A commune that takes part, with what the model derived for it.
struct SettledCommune {
  let commune: Commune
  let province: ModelledProvince
  let isBorder: Bool
  /// The station at its centre.
  var centre: Int
}

/// Everything that is there before the networks come: communes, road stations and villages.
struct Settlement {
  var communes: [SettledCommune] = []
  var stations: [Station] = []
  var villages: [Village] = []
  /// The station of each district centre.
  var districtCentres: [Int] = []

  /// The village at each station, if there is one.
  var villageAtStation: [Int?] {
    var result = [Int?](repeating: nil, count: stations.count)
    for (index, village) in villages.enumerated() { result[village.station] = index }
    return result
  }

  /// How far out a station is, between 0 and about 2: the province's remoteness and the road to the district centre.
  func remoteness(ofStation station: Int) -> Double {
    let stop = stations[station]
    return communes[stop.commune].province.remoteness + min(1, stop.roadMetres / Self.farRoadMetres)
  }

  /// A village this far by road from the district centre, in **metres**, is as remote as a village can be.
  private static let farRoadMetres = 60_000.0
}
