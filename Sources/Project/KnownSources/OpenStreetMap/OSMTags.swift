import GeoFormats

/// The tags of an OpenStreetMap feature, wherever the program that wrote the file has put them: as properties (osmium
/// export, Overpass), in the hstore text `other_tags` or `all_tags` of GDAL's OSM driver, with `_` for `:` in a column of
/// its own (osmconf.ini, `attribute_name_laundering`), or in an object `tags`.
struct OSMTags {
  private let properties: FeatureProperties
  private let others: [String: String]
  private let object: AttributeValue?

  private static let hstoreColumns = ["other_tags", "all_tags"]
  private static let objectColumn = "tags"

  /// The properties to read of a file for `tags`.
  static func inputs(_ tags: [String]) -> [String] {
    tags.flatMap { $0.contains(":") ? [$0, laundered($0)] : [$0] } + hstoreColumns + [objectColumn]
  }

  /// The tags of the feature of `properties`, which was read with ``inputs(_:)`` of every tag that is looked up.
  init(_ properties: FeatureProperties) {
    self.properties = properties
    let hstore = properties.first(of: Self.hstoreColumns)?.spelling
    others = hstore.map(Self.parsedHstore) ?? [:]
    object = properties[Self.objectColumn]
  }

  /// The value of a tag; nil where the feature does not have it.
  subscript(tag: String) -> String? { value(tag)?.spelling }

  /// The value of a tag as the file has it, which a column of numbers makes a number.
  func value(_ tag: String) -> AttributeValue? {
    if let value = properties[tag] { return value }
    if tag.contains(":"), let value = properties[Self.laundered(tag)] { return value }
    return others[tag].map(AttributeValue.text) ?? object?.member(tag)
  }

  private static func laundered(_ tag: String) -> String { tag.replacing(":", with: "_") }

  /// The pairs of `"key"=>"value"` in text of PostgreSQL's hstore type (PostgreSQL manual, appendix F.17.1): a backslash
  /// takes the next character as it is. What is no such pair ends the list.
  static func parsedHstore(_ text: String) -> [String: String] {
    var pairs: [String: String] = [:]
    var rest = text.unicodeScalars[...]
    func quoted() -> String? {
      rest = rest.drop { $0 != "\"" }.dropFirst()
      var value = String.UnicodeScalarView()
      while let scalar = rest.popFirst() {
        switch scalar {
        case "\"": return String(value)
        case "\\": if let escaped = rest.popFirst() { value.append(escaped) }
        default: value.append(scalar)
        }
      }
      return nil
    }
    while let key = quoted() {
      guard rest.starts(with: "=>".unicodeScalars) else { break }
      rest = rest.dropFirst(2)
      // NULL without quotes is the only other value, and as good as no tag.
      if rest.first == "N" {
        rest = rest.drop { $0 != "," }
        continue
      }
      guard let value = quoted() else { break }
      pairs[key] = value
    }
    return pairs
  }
}

extension OSMTags {
  /// Tags that say that a thing does not work, if they are there with another value than `no`
  /// (wiki.openstreetmap.org/wiki/Lifecycle_prefix, and the older tags listed there).
  static let retirement = [
    "abandoned", "construction", "demolished", "destroyed", "disused", "planned", "proposed", "razed", "removed",
    "ruins",
  ]
  private static let operationalStatus = "operational_status"
  private static let outOfService = ["closed", "decommissioned", "out_of_service", "under_construction"] + retirement

  /// The property `in_use`: false for what is abandoned, disused, taken down, planned or under construction, by one of
  /// the ``retirement`` tags, by such a value of one of `keys`, or by its `operational_status`.
  static func inUse(by keys: [String]) -> SourceProperty {
    SourceProperty(
      "in_use", "false when disused, abandoned, planned or under construction",
      from: inputs(keys + retirement + [operationalStatus])
    ) { properties in
      let tags = OSMTags(properties)
      let isRetired =
        retirement.contains { tags[$0].map { $0 != "no" } ?? false }
        || keys.contains { tags[$0].map(retirement.contains) ?? false }
        || tags[operationalStatus].map(outOfService.contains) ?? false
      return .boolean(!isRetired)
    }
  }

  /// Any tag as a property of its own name, from wherever the file has it.
  static func property(_ tag: String) -> SourceProperty {
    SourceProperty(tag, "the tag \(tag)", from: inputs([tag])) { OSMTags($0).value(tag) }
  }

  static let specification = "https://wiki.openstreetmap.org/wiki/"
  static let licence = "ODbL 1.0, © OpenStreetMap contributors"
}
