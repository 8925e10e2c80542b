import GeoFormats
import Geospatial
import Glibc
import Rollout

/// The terrain model of a project's plans, and what counts as seen over it.
struct PlanSight: Sendable {
  /// The heights of the ground.
  let model: ElevationModel
  private let source: PlanSignalSource

  /// Reads the model that a plan source names, as far as it reaches within `metres` around places; nil where it names none.
  ///
  /// - Throws: `FormatError` for a file or folder that cannot be read.
  init?(_ project: ProjectFile, around places: [Coordinate], metres: Double) async throws {
    source = project.plan.signal
    guard let elevation = source.elevation else { return nil }
    model = try await ElevationReader.read(project.path(to: elevation.path), area: Self.area(places, metres))
  }

  /// The box around places and so many **metres** more; nil, for all of the model, where it may lie across the antimeridian.
  private static func area(_ places: [Coordinate], _ metres: Double) -> BoundingBox? {
    var box = BoundingBox.empty
    for place in places where place.isOnEarth { box.include(place) }
    guard !box.isEmpty, box.east - box.west < 180 else { return nil }
    let greatest = min(89, max(abs(box.south), abs(box.north)))
    let north = metres / 110_000
    let east = north / cos(greatest * .pi / 180)
    let area = BoundingBox(
      west: box.west - east, south: max(-90, box.south - north), east: box.east + east,
      north: min(90, box.north + north))
    return area.west >= -180 && area.east <= 180 ? area : nil
  }

  /// Lets the model decide whom sites see.
  func apply(to sources: inout SignalSources) {
    var settings = LineOfSightSettings()
    settings.fresnelShare = source.hopFresnelPercent / 100
    sources.use(model, settings: settings, phoneFresnelShare: source.phoneFresnelPercent / 100)
  }

  /// Whether the ends of a hop of microwave radio see each other.
  var hops: RadioSight { LineOfSight(model).sight(fresnelShare: source.hopFresnelPercent / 100) }

  /// What is to be told: at how many of the places the height of the ground is not known; nil for none.
  func remark(_ places: [Coordinate]) -> String? {
    let missing = places.count { $0.isOnEarth && model.elevation(at: $0) == nil }
    guard missing > 0, let path = source.elevation?.path else { return nil }
    return "\(path): the height of \(missing) of \(places.count) places is not known; nothing is in the way there"
  }
}
