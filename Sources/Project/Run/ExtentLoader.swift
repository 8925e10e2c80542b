import Coverage
import GeoFormats
import Geospatial

/// Makes the extents of layers.
struct ExtentLoader {
  let project: ProjectFile
  let villages: Villages
  /// The layers that were read, by name.
  let layers: [String: Layer]

  /// The extents of the layers that rules use, by layer.
  ///
  /// - Throws: `FormatError` for a file that cannot be read or has no polygons, ``ProjectFileError`` for a province that is
  ///   not known.
  func extents() async throws -> [String: ServiceExtent] {
    var extents: [String: ServiceExtent] = [:]
    for layer in project.layers {
      guard let source = layer.extent, layers[layer.name] != nil else { continue }
      extents[layer.name] = try await extent(source, of: layer.name)
    }
    return extents
  }

  private func extent(_ source: ExtentSource, of name: String) async throws -> ServiceExtent {
    switch source.area {
    case .layer(let other):
      guard let layer = layers[other] else { return .villages([]) }
      return try polygons(layer)
    case .file(let file):
      var layer = try await LayerReader.read(try LayerNeeds(project).extentRequest(file, ofLayer: name))
      _ = try await PolygonRepair.repair(&layer.geometries)
      return try polygons(layer)
    case .provinces(let names):
      let (units, gazetteer) = try administration(source, of: name)
      let codes = try codes(names, source, of: name, known: units.provinces) { gazetteer.provinceCode(of: $0) }
      return .villages(mask(.province, codes))
    case .provinces2025(let names):
      let (units, gazetteer) = try administration(source, of: name)
      let codes = try codes(names, source, of: name, known: units.provinces2025) { gazetteer.provinceCode2025(of: $0) }
      return .villages(mask(.province2025, codes))
    }
  }

  private func polygons(_ layer: Layer) throws -> ServiceExtent {
    guard layer.geometries.partKinds.contains(where: \.isRing) else {
      throw FormatError(
        file: layer.files.first?.path ?? layer.name, problem: "it is an extent and has no polygon; expected one")
    }
    return .polygons(layer.geometries)
  }

  private func administration(
    _ source: ExtentSource, of name: String
  ) throws -> (AdministrativeUnits, Gazetteer) {
    guard let units = villages.units else {
      throw ProjectFileError.missingKey(
        file: project.file, line: source.line, key: "admin",
        section: "the project file, which the provinces in the extent of layer \(Quotation.quoted(name)) need,")
    }
    return (units, Gazetteer(units))
  }

  private func codes(
    _ names: [String], _ source: ExtentSource, of name: String, known: [AdministrativeUnits.Province],
    code: (String) -> String?
  ) throws -> Set<String> {
    Set(
      try names.map { text in
        if let code = code(text) { return code }
        var expected = "a province of the administrative tables"
        if let near = Suggestion.nearest(to: text, among: known.map(\.name) + known.map { Self.bare($0.name) }) {
          expected += "; did you mean \(Quotation.quoted(near))?"
        }
        throw ProjectFileError.wrongValue(
          file: project.file, line: source.line, what: "province in extent of layer \(Quotation.quoted(name))",
          found: Quotation.quoted(text), expected: expected)
      })
  }

  private static func bare(_ name: String) -> String {
    for kind in ["Tỉnh ", "Thành phố "] where name.hasPrefix(kind) { return String(name.dropFirst(kind.count)) }
    return name
  }

  /// Which villages lie in the units with these codes; a village of no known province does not.
  private func mask(_ level: GroupLevel, _ codes: Set<String>) -> [Bool] {
    let (units, groups) = villages.unitGroups(by: level)
    let isIn = units.map { $0.code.map(codes.contains) ?? false }
    return groups.map { $0 >= 0 && isIn[Int($0)] }
  }
}
