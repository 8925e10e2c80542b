import Coverage
import GeoFormats
import Geospatial

/// Writes the result of a query in the formats for programs, piece by piece, the same bytes for the same result.
public struct QueryResultWriter: Sendable {
  private let result: QueryResult
  /// Bytes are handed on when there are so many.
  private static let blockBytes = 1 << 20

  /// A writer of `result`.
  public init(_ result: QueryResult) { self.result = result }

  /// Writes everything to `output`, in pieces of about a megabyte.
  ///
  /// - Throws: what `output` throws. GeoJSON of rows that are nowhere has null geometries.
  public func write(_ format: QueryFormat, to output: ([UInt8]) throws -> Void) throws {
    switch format {
    case .csv: try writeCSV(output)
    case .json: try writeJSON(output)
    case .geojson: try writeGeoJSON(output)
    case .markdown: try writeMarkdown(output)
    }
  }

  // MARK: Delimited text

  private func writeCSV(_ output: ([UInt8]) throws -> Void) throws {
    let comma = UInt8(ascii: ",")
    var bytes: [UInt8] = []
    func append(_ cells: [String]) {
      for (index, cell) in cells.enumerated() {
        if index > 0 { bytes.append(comma) }
        bytes.append(cell: cell, delimiter: comma)
      }
      bytes.append(0x0A)
    }
    append(result.columns.map(\.name))
    for row in 0..<result.count {
      append(result.row(row).map { NormalForm.composed($0.spelling ?? "") })
      try flush(&bytes, output)
    }
    try output(bytes)
  }

  // MARK: JSON

  private func writeJSON(_ output: ([UInt8]) throws -> Void) throws {
    var bytes: [UInt8] = []
    bytes.append(text: "{\n")
    for (name, json) in result.members {
      bytes.append(text: "  ")
      JSONText.append(name, to: &bytes)
      bytes.append(text: ": ")
      bytes.append(contentsOf: json.utf8)
      bytes.append(text: ",\n")
    }
    bytes.append(text: "  \"rows\": [")
    for row in 0..<result.count {
      bytes.append(contentsOf: (row > 0 ? ",\n    {" : "\n    {").utf8)
      appendMembers(result.row(row), to: &bytes)
      bytes.append(text: "}")
      try flush(&bytes, output)
    }
    bytes.append(contentsOf: (result.count > 0 ? "\n  ]\n}\n" : "]\n}\n").utf8)
    try output(bytes)
  }

  private func appendMembers(_ cells: [VillageCell], to bytes: inout [UInt8]) {
    for (index, (column, cell)) in zip(result.columns, cells).enumerated() {
      if index > 0 { bytes.append(text: ",") }
      JSONText.append(column.name, to: &bytes)
      bytes.append(text: ":")
      append(cell, to: &bytes)
    }
  }

  private func append(_ cell: VillageCell, to bytes: inout [UInt8]) {
    switch cell {
    case .none: bytes.append(text: "null")
    case .text(let text): JSONText.append(NormalForm.composed(text), to: &bytes)
    case .literal(let json): bytes.append(contentsOf: json.utf8)
    }
  }

  // MARK: GeoJSON

  private func writeGeoJSON(_ output: ([UInt8]) throws -> Void) throws {
    var bytes: [UInt8] = []
    var box = BoundingBox.empty
    if let places = result.places {
      for row in 0..<result.count {
        let (layer, feature) = places.place(ofRow: row)
        for index in layer.geometries.coordinates(ofFeature: feature) {
          box.include(layer.geometries.coordinates[index])
        }
      }
    }
    bytes += GeoJSONWriter.header(name: "villages", boundingBox: box)
    let own = Set(result.columns.map { Array($0.name.utf8) })
    for row in 0..<result.count {
      if row > 0 { bytes += GeoJSONWriter.separator }
      bytes.append(text: "{\"type\":\"Feature\",\"properties\":{")
      appendMembers(result.row(row), to: &bytes)
      let place = result.places?.place(ofRow: row)
      if let place, result.places?.carriesProperties == true {
        place.layer.attributes.forEachProperty(ofFeature: place.feature) { key, value in
          guard !own.contains(Array(JSONText.unescaped(key).utf8)) else { return }
          if bytes.last != UInt8(ascii: "{") { bytes.append(text: ",") }
          bytes.append(text: "\"")
          bytes.append(contentsOf: key)
          bytes.append(text: "\":")
          bytes.append(contentsOf: value)
        }
      }
      bytes.append(text: "},\"geometry\":")
      if let place {
        GeoJSONWriter.append(feature: place.feature, of: place.layer.geometries, to: &bytes)
      } else {
        bytes.append(text: "null")
      }
      bytes.append(text: "}")
      try flush(&bytes, output)
    }
    try output(bytes + GeoJSONWriter.footer)
  }

  // MARK: Markdown

  /// A table as in GitHub Flavored Markdown, section 4.10.
  private func writeMarkdown(_ output: ([UInt8]) throws -> Void) throws {
    var bytes: [UInt8] = []
    func append(_ cells: [String]) {
      bytes.append(contentsOf: "| \(cells.joined(separator: " | ")) |\n".utf8)
    }
    append(result.columns.map { Self.markdown($0.heading) })
    append(result.columns.map { $0.isNumeric ? "---:" : "---" })
    for row in 0..<result.count {
      append(result.row(row).map { Self.markdown($0.spelling ?? "") })
      try flush(&bytes, output)
    }
    try output(bytes)
  }

  /// Text that stays in its cell and is not taken for markup.
  private static func markdown(_ text: String) -> String {
    var escaped = ""
    for character in NormalForm.composed(text) {
      switch character {
      case "|", "\\", "*", "_", "`", "<", "[": escaped += "\\\(character)"
      case _ where character.isNewline: escaped += " "
      default: escaped.append(character)
      }
    }
    return escaped
  }

  private func flush(_ bytes: inout [UInt8], _ output: ([UInt8]) throws -> Void) throws {
    guard bytes.count >= Self.blockBytes else { return }
    try output(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
