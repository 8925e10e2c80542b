/// A stage of the main job that has a goal of its own.
enum Stage: String, CaseIterable {
  case scanningVillages, scanningLayers, indexing, ordering, nearest, rasterising, containment, writing

  /// What is measured.
  var title: String {
    switch self {
    case .scanningVillages: "GeoJSON scanning, villages"
    case .scanningLayers: "GeoJSON scanning, lines and polygons"
    case .indexing: "index over fibre segments"
    case .ordering: "Hilbert order of villages"
    case .nearest: "nearest fibre, geodesic"
    case .rasterising: "raster of polygons"
    case .containment: "point in polygon"
    case .writing: "writing GeoJSON"
    }
  }

  /// The unit of the figure.
  var unit: String {
    switch self {
    case .scanningVillages, .scanningLayers, .writing: "MB/s"
    case .indexing, .rasterising: "s"
    case .ordering, .containment: "million points/s"
    case .nearest: "million queries/s"
    }
  }

  /// Whether a lower figure is the better one.
  var isDuration: Bool { unit == "s" }

  /// What the stage shall reach with so many threads, in its unit; nil where nothing is asked. Goals that name no number
  /// of threads count for two.
  func goal(threads: Int) -> Double? {
    switch (self, threads) {
    case (.scanningVillages, 1), (.scanningLayers, 1): 700
    case (.scanningVillages, 2), (.scanningLayers, 2): 1_300
    case (.indexing, 2): 0.1
    case (.nearest, 2): 2
    case (.containment, 2): 10
    case (.writing, 2): 600
    default: nil
    }
  }
}
