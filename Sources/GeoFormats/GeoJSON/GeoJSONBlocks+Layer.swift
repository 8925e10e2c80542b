import Geospatial

extension GeoJSONBlocks {
  /// Reads all runs on `threads` threads as one layer, the same that ``LayerReader`` reads of the request.
  ///
  /// `look` is called with each run as a layer of its own while its bytes are still at hand; `take` is given what it finds,
  /// in the order of the runs. Nil when something about a run is not plainly as it should be, or when `look` finds nothing.
  public func layer<Found: Sendable>(
    threads: Int, _ look: @escaping @Sendable (Layer) -> Found?, take: (Found) -> Void
  ) async throws -> Layer? {
    var whole = FeatureChunk(keys: request.keys, source: source)
    whole.reserveCapacity(forBytes: source.count)
    do {
      try await Parallel.forEachOrdered(Array(0..<count), threads: threads) { index in
        guard let run = chunk(index), let layer = layer(run), let found = look(layer) else { throw Unsuitable() }
        return (run, found)
      } consume: { _, run in
        whole.append(contentsOf: run.0)
        take(run.1)
      }
    } catch is Unsuitable {
      return nil
    }
    return Layer(
      name: request.name, geometries: whole.geometries, attributes: whole.attributes,
      files: [Layer.File(path: path, endFeature: whole.count, declaredCRS: declaredCRS)],
      notices: notices + whole.notices, coordinatesWithHeight: whole.coordinatesWithHeight)
  }

  /// A run cannot be taken as it is.
  private struct Unsuitable: Error {}
}
