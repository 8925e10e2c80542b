import Coverage
import GeoFormats

extension KnownSource {
  /// OpenStreetMap's `telecom=*`, `communication=line`, and masts and towers for communication.
  static let osmTelecom: KnownSource = {
    var source = KnownSource(
      summary: "telecom lines, exchanges, cabinets, masts and towers of OpenStreetMap (telecom=*, communication=line)",
      specification: OSMTags.specification + "Key:telecom", licence: OSMTags.licence)
    source.defaultFilter = AttributeFilter([
      .init(property: "kind", condition: .exists(true)),
      .init(property: "in_use", condition: .anyOf([.boolean(true)])),
    ])
    source.properties = [
      SourceProperty(
        "kind", "line, mast, tower, antenna, or the value of telecom: exchange, connection_point, data_center",
        from: OSMTags.inputs(OSMTelecom.kindTags)
      ) { OSMTelecom.kind(OSMTags($0)).map(AttributeValue.text) },
      OSMTags.inUse(by: ["telecom", "communication", "man_made"]),
      SourceProperty("medium", "fibre, copper, coaxial or radio", from: OSMTags.inputs(["telecom:medium"])) {
        OSMTags($0)["telecom:medium"].map { .text(TransmissionMedium.spelling($0)) }
      },
      SourceProperty(
        "technology", "the newest of 2G to 5G that the tags name",
        from: OSMTags.inputs(OSMTelecom.generations.map(\.tag))
      ) { properties in
        let tags = OSMTags(properties)
        return OSMTelecom.generations.first { tags[$0.tag] == "yes" }.map { .text($0.generation) }
      },
    ]
    source.otherProperty = OSMTags.property
    return source
  }()
}

/// The values of OpenStreetMap's telecom tags.
private enum OSMTelecom {
  static let kindTags = [
    "telecom", "communication", "man_made", "tower:type", "utility", "telecom:medium", "communication:mobile_phone",
  ]

  /// The tags of a mobile site and their generations, the newest first.
  static let generations: [(tag: String, generation: String)] = [
    ("communication:nr", "5G"), ("communication:5g", "5G"), ("communication:lte", "4G"),
    ("communication:4g", "4G"), ("communication:umts", "3G"), ("communication:3g", "3G"), ("communication:gsm", "2G"),
    ("communication:2g", "2G"),
  ]

  /// The kind of thing that the tags describe; nil for what has nothing to do with telecommunication.
  static func kind(_ tags: OSMTags) -> String? {
    let construction = tags["man_made"]
    if tags["communication"] == "line" || ["line", "cable"].contains(tags["telecom"] ?? "") { return "line" }
    if construction == "cable", tags["telecom:medium"] != nil || tags["utility"] == "telecom" { return "line" }
    switch construction {
    case "communications_tower": return "tower"
    case "mast" where isForCommunication(tags), "tower" where isForCommunication(tags),
      "antenna" where isForCommunication(tags):
      return construction
    default: return tags["telecom"]
    }
  }

  private static func isForCommunication(_ tags: OSMTags) -> Bool {
    tags["tower:type"] == "communication" || tags["communication:mobile_phone"] == "yes"
  }
}
