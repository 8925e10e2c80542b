import Coverage
import GeoFormats
import Geospatial

/// The data-quality checks over all layers of a project.
public enum Validation {
  /// Checks the villages and every layer, also those that no rule uses. What cannot be read is a finding.
  ///
  /// Layers are read and checked side by side; the report does not depend on `threads`.
  ///
  /// - Throws: `FormatError` for administrative tables that cannot be read.
  public static func run(
    _ project: ProjectFile, limits: QualityLimits = QualityLimits(), threads: Int
  ) async throws -> QualityReport {
    let bounds = try project.admin.map { try CommuneBoundsTable.read(folder: project.path(to: $0)) }
    let needs = LayerNeeds(project)
    let mapped = VillageField.allCases.map { project.villages.property(for: $0) }
    var sources = [LayerValidation(name: "villages", source: project.villages.source, keys: mapped, limits: limits)]
    sources += project.layers.map { LayerValidation(name: $0.name, source: $0.source, keys: [], limits: limits) }
    let checked = try await Parallel.mapAsync(Array(sources.enumerated()), threads: threads) { index, source in
      let layer = await source.read(needs)
      return try await index == 0 ? villages(layer, project, bounds, limits) : source.check(layer, threads: threads)
    }
    let extent = checked[0].extent
    var entries: [QualityReport.Entry] = []
    for (index, layer) in checked.enumerated() {
      var findings = layer.findings
      if index > 0 { findings += LayerChecks.place(of: layer.extent, villages: extent, layer: layer.name) }
      entries += located(findings, layer.layer)
    }
    return QualityReport(
      project: project.name,
      layers: checked.map { QualityReport.CheckedLayer(name: $0.name, featureCount: $0.layer?.count) }, entries: entries
    )
  }

  /// All checks on the villages.
  private static func villages(
    _ read: CheckedSource, _ project: ProjectFile, _ bounds: CommuneBounds?, _ limits: QualityLimits
  ) -> CheckedSource {
    guard let layer = read.layer else { return read }
    var checked = read
    let fields = VillageField.allCases.map { ($0, project.villages.property(for: $0)) }
    let villages = VillageRecords(layer, fields: Dictionary(uniqueKeysWithValues: fields))
    let name = read.name
    checked.extent = villages.boundingBox
    checked.findings += LayerChecks.emptiness(
      of: layer.geometries, layer: name, severity: .error, isFiltered: read.isFiltered)
    checked.findings += VillageChecks.places(of: villages, layer: name)
    checked.findings += VillageChecks.codes(of: villages, layer: name)
    checked.findings += VillageChecks.populations(of: villages, layer: name, limits: limits)
    checked.findings += VillageDuplicates.findings(in: villages, layer: name, limits: limits)
    if let bounds {
      checked.findings += CommuneChecks.findings(in: villages, bounds: bounds, layer: name, limits: limits)
    }
    checked.findings += FieldChecks.findings(in: layer, name: name, limits: limits)
    return checked
  }

  /// Findings of one layer in their order, each with its file and place.
  private static func located(_ findings: [QualityFinding], _ layer: Layer?) -> [QualityReport.Entry] {
    let sorted = findings.sorted(by: QualityFinding.precedes)
    let features = Set(sorted.compactMap(\.feature) + sorted.compactMap(\.other)).sorted()
    let places = layer?.places(ofFeatures: features) ?? []
    let byFeature = Dictionary(uniqueKeysWithValues: zip(features, places))
    return sorted.map { finding in
      let place = finding.feature.flatMap { byFeature[$0] }
      let other = finding.other.flatMap { byFeature[$0] }.map { other in
        other.file == place?.file ? other.place : "\(other.file), \(other.place)"
      }
      return QualityReport.Entry(finding: finding, file: place?.file, place: place?.place ?? "", other: other)
    }
  }
}
