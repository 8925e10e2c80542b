import Coverage
import GeoFormats
import Geospatial
import Glibc

/// Which layers a project uses and which of their properties its rules read.
struct LayerNeeds: Sendable {
  private let project: ProjectFile

  init(_ project: ProjectFile) { self.project = project }

  /// What to read for the villages.
  func villageRequest() throws(FormatError) -> LayerRequest {
    let mapped = VillageField.allCases.map { project.villages.property(for: $0) }
    return try request("villages", project.villages.source, keys: mapped + project.villages.source.filter.properties)
  }

  /// What to read for the layers that a rule, a measure or an area uses, with their sizes in **bytes**.
  func layerRequests() throws(FormatError) -> [(request: LayerRequest, size: Int)] {
    var requests: [(LayerRequest, Int)] = []
    for layer in project.layers {
      guard let keys = keys(ofLayer: layer.name) else { continue }
      let request = try request(layer.name, layer.source, keys: keys + layer.source.filter.properties)
      requests.append((request, request.paths.reduce(0) { $0 + LayerNeeds.size(of: $1) }))
    }
    return requests
  }

  /// The filter of a layer itself; nil when all its features count.
  func filter(ofLayer name: String) -> AttributeFilter? {
    project.layer(named: name).flatMap { $0.source.filter.isEmpty ? nil : $0.source.filter }
  }

  /// The properties read of a layer; nil when nothing uses the layer.
  private func keys(ofLayer name: String) -> [String]? {
    var isUsed = false
    var keys: [String] = []
    for service in Service.allCases {
      for rule in project.rules(for: service) where rule.layer == name {
        isUsed = true
        keys += ServiceSource.properties(of: rule)
      }
    }
    for measure in project.measures where measure.layer == name {
      isUsed = true
      keys += measure.filter.properties
    }
    for area in project.areas where area.layer == name {
      isUsed = true
      keys += area.fields.map(\.property)
    }
    return isUsed ? keys : nil
  }

  /// What to read of a source with the properties `keys`.
  func request(_ name: String, _ source: FileSource, keys: [String]) throws(FormatError) -> LayerRequest {
    var seen = Set<String>()
    return LayerRequest(
      name: name, paths: try PathExpansion.files(source.files, in: project), format: source.format, crs: source.crs,
      csv: CSVOptions(
        longitudeColumn: source.longitudeColumn, latitudeColumn: source.latitudeColumn,
        delimiter: source.delimiter?.asciiValue),
      keys: keys.filter { seen.insert($0).inserted })
  }

  private static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }
}
