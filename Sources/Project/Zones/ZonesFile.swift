import Coverage
import GeoFormats

/// `zones.geojson` as a file: where it is, and what an earlier one says.
public enum ZonesFile {
  /// The name of the file in the folder of the results.
  public static let name = "zones.geojson"

  /// Writes the dead zones of an analysis, which appear complete or not at all, into `folder`, which is made if it is not
  /// there.
  ///
  /// - Throws: `AtomicFile.Failure` when the folder or the file cannot be written; a folder that was made is removed again.
  public static func write(_ run: ZonesRun, toFolder folder: String) throws {
    let made = try AtomicFile.makeFolder(folder)
    do {
      let file = try AtomicFile(path: path(inFolder: folder))
      try file.write(ZonesGeoJSON.text(run))
      try AtomicFile.commit([file])
    } catch {
      AtomicFile.removeFolders(made)
      throw error
    }
  }

  /// The path of the file in a folder.
  public static func path(inFolder folder: String) -> String {
    (folder.hasSuffix("/") ? folder : folder + "/") + name
  }

  /// The zones of an earlier run, those that were gone by then behind the others; nothing is lost of a file that PhuSong wrote.
  ///
  /// - Throws: `FormatError` when the file cannot be read or is not what ``write(_:toFolder:)`` writes.
  public static func earlierZones(contentsOf path: String) async throws -> [EarlierZone] {
    let layer = try await LayerReader.read(
      LayerRequest(name: "zones", paths: [path], format: .geojson, keys: ["zone", "service", "villages"]))
    var zones: [EarlierZone] = []
    for feature in 0..<layer.count {
      let values = layer.attributes.keys.indices.map { layer.attributes.value(ofFeature: feature, key: $0) }
      zones.append(
        try zone(values[0], values[1], values[2], isRetired: false, path, layer.place(ofFeature: feature).place))
    }
    // The layer was read, so the text is JSON; its collection's own members are no part of the layer.
    let text = try SourceBytes(contentsOf: path).withBytes { String(decoding: $0, as: UTF8.self) }
    let retired = AttributeValue.structured(text).member("retired")?.elements ?? []
    for (number, value) in retired.enumerated() {
      zones.append(
        try zone(
          value.member("zone"), value.member("service"), value.member("villages"), isRetired: true, path,
          "retired zone \(number)"))
    }
    var seen: Set<String> = []
    for zone in zones where !seen.insert(zone.identifier).inserted {
      throw wrong(path, "", "the zone \"\(zone.identifier)\" is in it more than once")
    }
    return zones
  }

  private static func zone(
    _ identifier: AttributeValue?, _ service: AttributeValue?, _ villages: AttributeValue?, isRetired: Bool,
    _ path: String, _ place: String
  ) throws(FormatError) -> EarlierZone {
    guard case .text(let identifier) = identifier else { throw wrong(path, place, "it has no \"zone\"") }
    guard case .text(let word) = service, let service = Service(rawValue: word) else {
      throw wrong(path, place, "it has no \"service\" that PhuSong knows")
    }
    guard let codes = villages?.elements else { throw wrong(path, place, "it has no list \"villages\"") }
    return EarlierZone(
      identifier: identifier, service: service, codes: codes.compactMap(\.spelling), isRetired: isRetired)
  }

  private static func wrong(_ path: String, _ place: String, _ problem: String) -> FormatError {
    FormatError(
      file: path, place: place,
      problem: "\(problem); expected the zones of an earlier run. Name another file with --previous, or move this away")
  }
}
