import Geospatial

/// The six layers of the dataset, ready to be written.
struct ReferenceLayers {
  let villages: [Feature]
  let fibre: [Feature]
  let roads: [Feature]
  let towers: [Feature]
  let coverage: [Feature]
  let power: [Feature]
  /// How many features at the end of `coverage` are broken on purpose.
  let defectiveAreas: Int

  /// The layers by file name, in a fixed order, each with its title.
  var files: [(name: String, title: String, features: [Feature])] {
    [
      ("villages.geojson", "Villages", villages), ("fibre.geojson", "Fibre routes and access points", fibre),
      ("roads.geojson", "Roads", roads), ("towers.geojson", "Mobile towers", towers),
      ("coverage.geojson", "Mobile coverage", coverage), ("power.geojson", "Electricity grid", power),
    ]
  }

  /// What each file says about itself.
  static func description(seed: UInt64) -> String {
    "MODELLED DATA, NOT A SURVEY. Villages and networks made by PhuSong's ReferenceData with seed \(seed) in real "
      + "communes, calibrated so that an overlay gives the national counts of Notice 06/TB-VPCP (10 January 2024). "
      + "No village, line, tower or status in it says anything about a real place. CC0 1.0."
  }

  /// Villages as features. Names of communes and their codes since 2025 are looked up by `commune_code`.
  static func villages(of settlement: Settlement) -> [Feature] {
    settlement.villages.map { village in
      let settled = settlement.communes[village.commune]
      return Feature(
        properties: [
          ("code", .text(village.code)), ("name", .text(village.name)),
          ("commune_code", .text(settled.commune.code)), ("population", .integer(village.population)),
          ("households", .integer(village.households)),
          ("poverty_rate", .tenths(Int((village.povertyRate * 10).rounded()))),
          ("school", .flag(village.hasSchool)), ("health_post", .flag(village.hasHealthPost)),
          ("border_commune", .flag(settled.isBorder)),
        ], shape: .point(village.position))
    }
  }

  /// Roads as features: links between districts, then the trees within them.
  static func roads(of settlement: Settlement, links: [[Coordinate]]) -> [Feature] {
    let keys = settlement.stations.map { $0.parent == nil ? nil : Optional($0.roadClass) }
    let trees = RoadTree.lines(through: settlement.stations, keys: keys) { settlement.stations[$0].path }
    return (links.map { (RoadClass.district, $0) } + trees.map { ($0.key, $0.line) }).map { roadClass, line in
      Feature(properties: [("class", .text(roadClass.rawValue))], shape: .line(line))
    }
  }
}
