import Coverage
import GeoFormats

extension KnownSource {
  /// OpenStreetMap's `place=*`, as villages. A place drawn as an area is taken at a point inside it.
  static let osmPlaces: KnownSource = {
    var source = KnownSource(
      summary: "villages, hamlets and dwellings of OpenStreetMap (place=*)",
      specification: OSMTags.specification + "Key:place", licence: OSMTags.licence)
    source.holdsVillages = true
    source.geometry = .points
    source.defaultFilter = AttributeFilter([
      .init(property: "place", condition: .anyOf(["village", "hamlet", "isolated_dwelling"].map(AttributeValue.text)))
    ])
    source.properties = [
      SourceProperty("code", "the object, as in node/123", from: OSMPlaces.codeInputs, value: OSMPlaces.code),
      SourceProperty(
        "name", "the name, in Vietnamese where there are several", from: OSMTags.inputs(OSMPlaces.nameTags)
      ) { properties in
        let tags = OSMTags(properties)
        return OSMPlaces.nameTags.lazy.compactMap { tags.value($0) }.first
      },
      SourceProperty("population", "people", from: OSMTags.inputs(["population"])) {
        OSMTags($0).value("population").flatMap(OSMPlaces.people)
      },
    ]
    source.otherProperty = OSMTags.property
    return source
  }()
}

/// Places as villages.
enum OSMPlaces {
  fileprivate static let nameTags = ["name", "name:vi", "official_name", "int_name", "name:en"]
  fileprivate static let codeInputs = ["@id", "@type", "osm_id", "osm_way_id", "osm_type", "osmid", "id"]

  /// Type and number where the file says both, else the number alone; nil leaves it to the feature's `id`.
  ///
  /// GDAL gives closed ways an `osm_way_id`; osmium a number in `@id` and the type in `@type`; Overpass both in `@id`.
  @Sendable fileprivate static func code(_ properties: FeatureProperties) -> AttributeValue? {
    if let way = properties["osm_way_id"]?.spelling { return .text("way/\(way)") }
    let number = properties.first(of: ["@id", "osm_id", "osmid", "id"]) ?? properties.identifier
    guard let number = number?.spelling else { return nil }
    let type = properties.first(of: ["@type", "osm_type"])?.spelling
    return .text(type.map { number.contains("/") ? number : "\($0)/\(number)" } ?? number)
  }

  /// The number in a value of `population`, such as `1200`, `~1200` or `1 200`; nil where there is none.
  static func people(_ population: AttributeValue) -> AttributeValue? {
    if let number = population.number { return number >= 0 ? population : nil }
    guard case .text(let text) = population else { return nil }
    let digits = text.filter { !$0.isWhitespace && !"~<>≈,'".contains($0) }
    return AttributeValue.decimal(digits).flatMap { $0 >= 0 ? .number($0) : nil }
  }
}
