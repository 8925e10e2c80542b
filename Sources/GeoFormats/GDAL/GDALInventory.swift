import Geospatial

/// The layers of a file as `ogrinfo` lists them.
struct GDALInventory {
  /// One layer.
  struct Entry: Hashable {
    var name: String
    /// Whether it has geometries; a spreadsheet has none.
    var isSpatial = true
    /// Its reference system, as a code where there is one, else as well-known text; nil when it has none.
    var crs: String?
  }

  let entries: [Entry]

  /// Asks GDAL for the layers of `dataset`; `file` is what errors call it.
  static func read(_ dataset: GDALDataset, file: String) async throws -> GDALInventory {
    let outcome = try await GDALProgram.run(
      try GDALProgram.inspector(for: file),
      GDALDataset.configuration + ["-ro", "-so", "-al", "-nocount", "-noextent", "-wkt_format", "WKT2", dataset.name],
      file: file)
    return GDALInventory(String(decoding: outcome.output, as: UTF8.self))
  }

  /// The layers in the text that `ogrinfo -so -al` writes: an empty line, then `Layer name:`, `Geometry:` and
  /// `Layer SRS WKT:` with the well-known text on the lines behind it.
  init(_ text: String) {
    var entries: [Entry] = []
    var isBlank = true
    var wkt: [Substring]?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if wkt != nil {
        if line.isEmpty || line.hasPrefix("Data axis to CRS axis mapping") || line == "(unknown)" {
          entries[entries.count - 1].crs = wkt.flatMap(GDALInventory.definition)
          wkt = nil
        } else {
          wkt?.append(line.drop(while: \.isWhitespace))
        }
      } else if isBlank, line.hasPrefix("Layer name: ") {
        entries.append(Entry(name: String(line.dropFirst("Layer name: ".count))))
      } else if let last = entries.indices.last {
        if line == "Geometry: None" { entries[last].isSpatial = false }
        let isSystem = line == "Layer SRS WKT:" || (line.hasPrefix("SRS WKT (") && line.hasSuffix("):"))
        if isSystem, entries[last].crs == nil { wkt = [] }
      }
      isBlank = line.isEmpty
    }
    self.entries = entries
  }

  /// The code of a reference system, else its text in one line; nil for a system that is tied to no place on earth.
  private static func definition(_ lines: [Substring]) -> String? {
    let text = lines.joined()
    if text.isEmpty || ["ENGCRS", "LOCAL_CS"].contains(where: { text.hasPrefix($0) }) { return nil }
    return (try? CoordinateReferenceSystem(text))?.authorityCode ?? text
  }

  /// The layer `wanted`; without a name the only one, or the only one with geometries.
  func entry(_ wanted: String?, file: String) throws(FormatError) -> Entry {
    let spatial = entries.filter(\.isSpatial)
    if wanted == nil, spatial.count == 1 { return spatial[0] }
    let name = try LayerChoice.name(wanted, among: entries.map(\.name), file: file)
    return entries.first { $0.name == name } ?? Entry(name: name)
  }
}
