import Coverage
import GeoFormats

extension ProjectLoader {
  /// Reads the layer of a request with what its known source adds, and only the features that the project's filter keeps.
  static func readLayer(_ request: LayerRequest, _ needs: LayerNeeds, threads: Int) async throws -> Layer {
    var layer = try await LayerReader.read(request, threads: threads)
    try needs.mapping(ofLayer: request.name)?.apply(to: &layer)
    if let filter = needs.filter(ofLayer: request.name), let mask = filter.mask(of: layer) {
      layer = layer.filtered { mask[$0] }
    }
    return layer
  }

  /// A layer of a project as an analysis sees it, so that the features of an assessment are found in it.
  ///
  /// - Throws: `FormatError` when it cannot be read; it was read before, so only when the file has changed.
  static func layer(named name: String, of project: ProjectFile, threads: Int) async throws -> Layer? {
    let needs = LayerNeeds(project)
    guard let request = try needs.layerRequests().first(where: { $0.request.name == name })?.request else { return nil }
    return try await readLayer(request, needs, threads: threads)
  }
}
