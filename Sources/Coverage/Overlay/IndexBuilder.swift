import Geospatial

/// Builds the indexes of an overlay part by part, so that several threads share the work evenly: a rule about polygons
/// has one index for their insides, perhaps a raster of them, and one for their borders.
enum IndexBuilder {
  /// What is built in one go.
  private enum Part: Sendable {
    case service(ServiceIndex?)
    case insides(PolygonIndex)
    case raster(PolygonRaster?)
    case borders(SegmentIndex)
    case distances(DistanceIndex)
  }

  private struct Task: Sendable {
    /// How many coordinates it takes.
    var size: Int
    var build: @Sendable () -> Part
  }

  /// One index per source and one per measure, in their order; nil where no feature of a source counts.
  static func indexes(
    of sources: [ServiceSource], _ measures: [Overlay.MeasureSource], villages: Int, threads: Int
  ) async throws -> (services: [ServiceIndex?], measures: [DistanceIndex]) {
    let flat = sources.flatMap { IndexBuilder.tasks(for: $0, villages) } + measures.map { IndexBuilder.task(for: $0) }
    // The largest first, so that the last to finish is a small one.
    let order = flat.indices.sorted { (flat[$0].size, $1) > (flat[$1].size, $0) }
    let built = try await Parallel.map(order, threads: threads) { flat[$0].build() }
    var parts = [Part?](repeating: nil, count: flat.count)
    for (index, part) in zip(order, built) { parts[index] = part }
    var next = 0
    var services: [ServiceIndex?] = []
    for source in sources {
      switch parts[next] {
      case .service(let index): services.append(index)
      case .insides(let insides):
        next += 2
        guard case .borders(let borders) = parts[next - 1], case .raster(let raster) = parts[next] else { continue }
        services.append(ServiceIndex(insides: insides.with(raster), borders: borders, extent: source.extent))
      default: services.append(nil)
      }
      next += 1
    }
    let distances = parts[next...].compactMap { part in
      if case .distances(let index) = part { index } else { nil }
    }
    return (services, distances)
  }

  private static func tasks(for source: ServiceSource, _ villages: Int) -> [Task] {
    let size = source.geometries.coordinates.count
    guard case .inside = source.kind, source.hasFeatures else {
      return [Task(size: size) { .service(ServiceIndex(source)) }]
    }
    return [
      Task(size: size) { .insides(PolygonIndex(source.geometries, includes: source.counts)) },
      Task(size: size) { .borders(SegmentIndex(source.geometries, includes: source.counts)) },
      Task(size: size * 2) {
        .raster(PolygonRaster(source.geometries, includes: source.counts, questions: villages))
      },
    ]
  }

  private static func task(for measure: Overlay.MeasureSource) -> Task {
    Task(size: measure.geometries.coordinates.count) {
      .distances(DistanceIndex(measure.geometries) { measure.includes?[$0] ?? true })
    }
  }
}
