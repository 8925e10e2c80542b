extension KnownSource {
  /// The points of interest of the Giga tables, schools for the most part, in the place of villages.
  static let gigaPOIs: KnownSource = {
    var source = KnownSource(
      summary: "points of interest (schools, health posts) of the ITU and UNICEF Giga tables, as villages (CSV)",
      specification: GigaTables.specification + "#points-of-interest-poi", licence: GigaTables.licence)
    source.holdsVillages = true
    source.neededInputs = ["poi_id", "source_poi_id"]
    source.properties = [
      .first("code", "poi_id", of: "poi_id", "source_poi_id"),
      .first("name", "the name, or the identifier that its country gives it", of: "poi_name", "name", "source_poi_id"),
      .first("province", "admin1", of: "admin1"),
      .first("district", "admin2", of: "admin2"),
      .first("commune", "admin3", of: "admin3"),
      SourceProperty("is_connected", "whether it has a connection", from: ["is_connected"]) {
        $0["is_connected"].flatMap(SourceFlag.value)
      },
      SourceProperty("has_electricity", "whether it has electricity", from: ["has_electricity"]) {
        $0["has_electricity"].flatMap(SourceFlag.value)
      },
    ]
    return source
  }()
}
