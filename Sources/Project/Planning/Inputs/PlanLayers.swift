import Coverage
import GeoFormats
import Geospatial
import Rollout

/// The layers that a plan reads besides those of the rules.
struct PlanLayers: Sendable {
  private let layers: [String: Layer]
  private let project: ProjectFile
  /// What is to be told of the layers.
  let notices: [LoadedProject.Notice]

  /// Reads the layers `wanted`, by name, with the properties read of each; by default those that the section "plan" of a
  /// project names. Polygons are repaired.
  ///
  /// - Throws: `FormatError` or ``ProjectFileError`` for the first that cannot be used.
  init(_ project: ProjectFile, wanted: [String: [String]]? = nil, threads: Int) async throws {
    var notices: [LoadedProject.Notice] = []
    self.project = project
    let needs = LayerNeeds(project, wanted: wanted ?? project.plan.layers)
    layers = try await ProjectLoader.readLayers(needs, threads: threads, &notices)
    self.notices = notices
  }

  /// The layer of a name; nil for nil.
  subscript(name: String?) -> Layer? { name.flatMap { layers[$0] } }

  /// The positions of the features of a layer: its points, and the middle of the box around what is none.
  func positions(_ name: String?) -> [Coordinate]? {
    self[name].map { layer in
      (0..<layer.count).map(layer.middle(ofFeature:)).filter { !$0.longitude.isNaN }
    }
  }

  /// What the ground is like at a place.
  ///
  /// - Throws: ``PlanError/wrongTerrain(file:place:found:)`` for a polygon with another word.
  func terrain() throws -> @Sendable (Coordinate) -> Terrain {
    let ground = project.plan.ground
    guard let source = project.plan.terrain, let layer = layers[source.layer] else { return { _ in ground } }
    try PropertyCheck(project).check(source.field, of: layer, what: "plan.terrain", line: source.line)
    let key = layer.attributes.index(ofKey: source.field)
    let kinds = try (0..<layer.count).map { feature -> Terrain in
      let value = key.flatMap { layer.attributes.value(ofFeature: feature, key: $0) }
      guard let value, !value.isEmpty else { return ground }
      guard let terrain = value.spelling.flatMap(Terrain.init(rawValue:)) else {
        let (file, place) = layer.place(ofFeature: feature)
        throw PlanError.wrongTerrain(file: file, place: place, found: Quotation.quoted(value.spelling ?? "null"))
      }
      return terrain
    }
    let index = PolygonIndex(layer.geometries)
    return { place in index.lowestFeature(containing: place).map { kinds[$0] } ?? ground }
  }
}
