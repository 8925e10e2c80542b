import Coverage
import GeoFormats
import Geospatial
import Rollout

/// Finds the places of a choice of technologies: points of interest, or villages, without fibre.
struct TechnologyPlaces {
  /// The places, as far as they take part, in the order of their layer.
  private(set) var places: [TechnologyPlace] = []
  /// How many have fibre already.
  private(set) var servedCount = 0
  /// How many have no position, or are excluded.
  private(set) var leftOutCount = 0

  /// The places that an analysis and a request speak of.
  ///
  /// - Throws: ``ProjectFileError``, ``PlanError``, and what reading the plan throws.
  init(_ analysis: Analysis, _ request: TechnologyRequest, _ layers: PlanLayers) async throws {
    let source = request.source
    let all =
      if let points = source.points {
        try Self.points(analysis.inputs.project, source, points, layers)
      } else {
        try Self.villages(analysis, source)
      }
    let overlay = try await Overlay(services: analysis.inputs.services, threads: request.threads)
    let now = try await overlay.assess(all.map(\.position))
    let later = try await Self.planned(analysis.inputs.project, request)?.assess(all.map(\.position))
    for (number, place) in all.enumerated() {
      guard place.position.isOnEarth else {
        leftOutCount += 1
        continue
      }
      guard now[.fibre].statuses[number] != .served else {
        servedCount += 1
        continue
      }
      var place = place
      if now[.signal].statuses[number] == .served {
        place.mobile = .existing
      } else if later?[.signal].statuses[number] == .served {
        place.mobile = .planned
      }
      places.append(place)
    }
  }

  /// The overlay of a project when a plan is built; nil without one.
  private static func planned(_ project: ProjectFile, _ request: TechnologyRequest) async throws -> Overlay? {
    guard let path = request.plan else { return nil }
    let built = try await project.built(path, threads: request.threads)
    let inputs = try await ProjectLoader.load(built, threads: request.threads)
    return try await Overlay(services: inputs.services, threads: request.threads)
  }

  private static func villages(_ analysis: Analysis, _ source: TechnologySource) throws -> [TechnologyPlace] {
    let villages = analysis.inputs.villages
    let people = Benefits.knownPeople(villages.people)
    let excluded = Set(analysis.inputs.project.plan.excluded)
    return villages.order.map(Int.init).map { village in
      let count = min(people[village], 1e9)
      return TechnologyPlace(
        kind: .village, code: villages.codes[village], name: villages.text(of: .name, village: village),
        position: excluded.contains(villages.codes[village])
          ? Coordinate(longitude: .nan, latitude: .nan) : villages.coordinates[village],
        people: Int(count.rounded()), users: max(1, count * source.usersPercent / 100))
    }
  }

  private static func points(
    _ project: ProjectFile, _ source: TechnologySource, _ name: String, _ layers: PlanLayers
  ) throws -> [TechnologyPlace] {
    guard let layer = layers[name] else { return [] }
    var keys: [TechnologySource.Field: Int] = [:]
    for (field, mapping) in source.fields where layer.count > 0 {
      try PropertyCheck(project).check(
        mapping.property, of: layer, what: "technologies.fields.\(field.rawValue)", line: mapping.line)
      keys[field] = layer.attributes.index(ofKey: mapping.property)
    }
    func value(_ field: TechnologySource.Field, _ feature: Int) -> AttributeValue? {
      keys[field].flatMap { layer.attributes.value(ofFeature: feature, key: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
    func number(_ field: TechnologySource.Field, _ feature: Int) throws -> Double? {
      guard let value = value(field, feature) else { return nil }
      guard let number = value.number, (0...1e9).contains(number) else {
        let (file, place) = layer.place(ofFeature: feature)
        throw PlanError.wrongNumber(
          file: file, place: place, what: "the \(field.rawValue) of the point",
          found: Quotation.quoted(value.spelling ?? "null"))
      }
      return number
    }
    return try (0..<layer.count).map { feature in
      let users = try number(.users, feature) ?? source.usersPerPoint
      return TechnologyPlace(
        kind: .point, code: value(.code, feature)?.spelling ?? "\(feature + 1)",
        name: value(.name, feature)?.spelling, position: layer.middle(ofFeature: feature),
        people: Int(try (number(.people, feature) ?? users).rounded(.up)), users: users)
    }
  }
}

extension Layer {
  /// The point of a feature, or the middle of the box around it; no number where it has no geometry.
  func middle(ofFeature feature: Int) -> Coordinate {
    let range = geometries.coordinates(ofFeature: feature)
    guard let first = range.first else { return Coordinate(longitude: .nan, latitude: .nan) }
    if range.count == 1 { return geometries.coordinates[first] }
    let box = geometries.boundingBox(ofFeature: feature)
    return Coordinate(longitude: (box.west + box.east) / 2, latitude: (box.south + box.north) / 2)
  }
}
