import Coverage
import GeoFormats
import Geospatial
import Glibc

/// Which layers a project uses and which of their properties its rules read.
struct LayerNeeds: Sendable {
  private let project: ProjectFile
  /// The layers that something else reads, by name, with the properties it reads; nil where the rules say.
  private let wanted: [String: [String]]?

  /// What the rules, measures and areas of a project need, or the layers `wanted`, by name, with their properties.
  init(_ project: ProjectFile, wanted: [String: [String]]? = nil) {
    self.project = project
    self.wanted = wanted
  }

  /// What to read for the villages.
  func villageRequest() throws(FormatError) -> LayerRequest {
    try request("villages", project.villages.source, keys: villageKeys)
  }

  private var villageKeys: [String] {
    VillageField.allCases.map { project.villages.property(for: $0) }
      + (project.villages.accuracyField.map { [$0.property] } ?? [])
      + RankingField.allCases.map { project.ranking.settings.fields[$0] } + project.villages.source.filter.properties
  }

  /// The known source of the villages put to work; nil when the project names none.
  var villageMapping: SourceMapping? {
    project.villages.source.known.map { SourceMapping($0, wanted: villageKeys) }
  }

  /// The known source of a layer put to work; nil when the project names none.
  func mapping(ofLayer name: String) -> SourceMapping? {
    guard let source = project.layer(named: name)?.source, let known = source.known else { return nil }
    return SourceMapping(known, wanted: (keys(ofLayer: name) ?? []) + source.filter.properties)
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
    if let wanted { return wanted[name] }
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
    isUsed = isUsed || bounds(name)
    return isUsed ? keys : nil
  }

  /// Whether a layer is the extent of one that a rule uses.
  private func bounds(_ name: String) -> Bool {
    project.layers.contains { layer in
      layer.extent?.area == .layer(name)
        && Service.allCases.contains { project.rules(for: $0).contains { $0.layer == layer.name } }
    }
  }

  /// What to read for the file of an extent.
  func extentRequest(_ source: FileSource, ofLayer name: String) throws(FormatError) -> LayerRequest {
    try request("extent of \(name)", source, keys: [])
  }

  /// What to read of a source with the properties `keys`.
  func request(_ name: String, _ source: FileSource, keys: [String]) throws(FormatError) -> LayerRequest {
    var seen = Set<String>()
    let mapping = source.known.map { SourceMapping($0, wanted: keys) }
    let csv = CSVOptions(
      longitudeColumn: source.longitudeColumn, latitudeColumn: source.latitudeColumn,
      delimiter: source.delimiter?.asciiValue, encoding: source.encoding)
    return LayerRequest(
      name: name, paths: try PathExpansion.files(source.files, in: project), format: source.format, crs: source.crs,
      csv: mapping?.options(csv) ?? csv, keys: (mapping?.inputs ?? keys).filter { seen.insert($0).inserted })
  }

  /// The size of a file in **bytes**; 0 when there is none.
  static func size(of path: String) -> Int {
    var status = stat()
    return stat(LayerPath(path).file, &status) == 0 ? Int(status.st_size) : 0
  }
}
