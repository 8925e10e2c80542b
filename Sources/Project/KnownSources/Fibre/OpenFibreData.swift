import Coverage
import GeoFormats

extension KnownSource {
  /// Nodes of the Open Fibre Data Standard: those in operation where the network can be entered.
  static let ofdsNodes: KnownSource = {
    var source = openFibreData(summary: "nodes of the Open Fibre Data Standard 0.3 in GeoJSON")
    source.defaultFilter.conditions.append(.init(property: "accessPoint", condition: .anyOf([.boolean(true)])))
    source.properties.append(
      SourceProperty("accessPoint", "whether the network can be entered here", from: ["accessPoint"]) {
        $0["accessPoint"].flatMap(SourceFlag.value)
      })
    return source
  }()

  /// Spans of the Open Fibre Data Standard: those in operation that are fibre, or do not say what they are.
  ///
  /// The standard marks access on nodes alone, so a span counts along its whole route.
  static let ofdsSpans: KnownSource = {
    var source = openFibreData(summary: "spans of the Open Fibre Data Standard 0.3 in GeoJSON")
    source.defaultFilter.conditions.append(.init(property: "is_fibre", condition: .noneOf([.boolean(false)])))
    source.properties += [
      SourceProperty("is_fibre", "whether transmissionMedium names fibre", from: ["transmissionMedium"]) { properties in
        guard let media = properties["transmissionMedium"] else { return nil }
        let words = (media.elements ?? [media]).compactMap(\.spelling)
        return .boolean(words.contains { TransmissionMedium.spelling($0) == "fibre" })
      },
      SourceProperty("darkFibre", "whether dark fibre can be had", from: ["darkFibre"]) {
        $0["darkFibre"].flatMap(SourceFlag.value)
      },
    ]
    return source
  }()

  private static func openFibreData(summary: String) -> KnownSource {
    var source = KnownSource(
      summary: summary,
      specification:
        "https://open-fibre-data-standard.readthedocs.io/en/0.3/reference/publication_formats/geojson.html",
      licence: "as its publisher says; the standard itself Apache 2.0")
    source.defaultFilter = AttributeFilter([.init(property: "status", condition: .anyOf([.text("operational")]))])
    source.properties = [
      OpenFibreData.name("phase", "the name of the phase", at: "phase"),
      OpenFibreData.name("provider", "the name of who owns the ducts and cables", at: "physicalInfrastructureProvider"),
      OpenFibreData.name("network_providers", "the names of who runs the network, as in A;B", at: "networkProviders"),
      OpenFibreData.name("network", "the name of the network", at: "network"),
    ]
    source.otherProperty = OpenFibreData.property
    return source
  }
}

/// The nested properties of the Open Fibre Data Standard.
enum OpenFibreData {
  /// The property that a path such as `phase.id` or `networkProviders.name` leads to; lists as in `ip;sdh`.
  @Sendable static func property(_ path: String) -> SourceProperty {
    let keys = path.split(separator: ".").map(String.init)
    return SourceProperty(path, "the property \(path)", from: [path] + keys.prefix(1)) { properties in
      if let plain = properties[path], plain.elements == nil { return plain }
      return keys.first.flatMap { properties[$0] }.flatMap { value(at: keys.dropFirst(), in: $0) }
    }
  }

  /// The value that `keys` lead to from `value`, through every element of a list; several are joined by semicolons.
  static func value(at keys: ArraySlice<String>, in value: AttributeValue) -> AttributeValue? {
    if let elements = value.elements {
      let words = elements.compactMap { Self.value(at: keys, in: $0)?.spelling }
      return words.isEmpty ? nil : .text(words.joined(separator: ";"))
    }
    guard let key = keys.first else { return value.isEmpty ? nil : value }
    return value.member(key).flatMap { Self.value(at: keys.dropFirst(), in: $0) }
  }

  fileprivate static func name(_ name: String, _ meaning: String, at key: String) -> SourceProperty {
    SourceProperty(name, meaning, from: [key]) { properties in
      properties[key].flatMap { value(at: ["name"], in: $0) }
    }
  }
}
