import Coverage
import GeoFormats
import Geospatial

/// Reads everything a project names.
public enum ProjectLoader {
  /// A file of at least this size is cut up for the threads; smaller ones are read side by side, in **bytes**.
  static let splitThresholdBytes = 32 << 20

  /// Reads all layers of a project.
  ///
  /// - Throws: `FormatError` or ``ProjectFileError`` for the first input that cannot be used; with `isStrict` also for the
  ///   first loss.
  public static func load(_ project: ProjectFile, threads: Int, isStrict: Bool = false) async throws -> LoadedProject {
    var notices: [LoadedProject.Notice] = []
    let needs = LayerNeeds(project)
    var villageLayer = try await LayerReader.read(try needs.villageRequest(), threads: threads)
    try needs.villageMapping?.apply(to: &villageLayer)
    notices += LayerRemarks.remarks(on: villageLayer, name: "villages")
    let layers = try await readLayers(needs, threads: threads, &notices)
    let villages = try makeVillages(project, villageLayer, layers)
    notices += VillageRemarks(villages).notices(isJoined: project.admin != nil) {
      villages.layer.place(ofFeature: $0)
    }
    let extents = try await ExtentLoader(project: project, villages: villages, layers: layers).extents()
    let services = try makeServices(project, layers, extents, &notices)
    if isStrict, let loss = notices.first(where: \.isLoss) { throw refusal(of: loss, project) }
    return LoadedProject(
      project: project, villages: villages, services: services, measures: makeMeasures(project, layers),
      accuraciesMetres: try VillageAccuracies.metres(project, villages.layer), notices: notices)
  }

  /// The error of a strict run for the first loss.
  static func refusal(of loss: LoadedProject.Notice, _ project: ProjectFile) -> FormatError {
    FormatError(file: project.file, problem: "--strict: \(loss.text)")
  }

  // MARK: Layers

  /// The layers that something uses, by name, with their polygons repaired, and what is to be said of them.
  static func readLayers(
    _ needs: LayerNeeds, threads: Int, _ notices: inout [LoadedProject.Notice]
  ) async throws -> [String: Layer] {
    let layers = try await readAndRepair(needs, threads: threads)
    for (layer, repairs) in layers {
      notices += LayerRemarks.remarks(on: layer, name: layer.name)
      notices += LayerRemarks.remarks(on: repairs, of: layer)
    }
    return Dictionary(layers.map { ($0.layer.name, $0.layer) }) { first, _ in first }
  }

  private static func readAndRepair(
    _ needs: LayerNeeds, threads: Int
  ) async throws -> [(layer: Layer, repairs: [PolygonRepair.Repair])] {
    let requests = try needs.layerRequests()
    // The largest first, so that the last to finish is a small one.
    let order = requests.indices.sorted { (requests[$0].size, $1) > (requests[$1].size, $0) }
    let read = try await Parallel.mapAsync(order, threads: threads) { index in
      let (request, size) = requests[index]
      return try await readLayer(request, needs, threads: size >= splitThresholdBytes ? threads : 1)
    }
    var layers: [(layer: Layer, repairs: [PolygonRepair.Repair])] = []
    // Afterwards and on all threads, for what takes long is often one layer's polygons.
    for (_, layer) in zip(order, read).sorted(by: { $0.0 < $1.0 }) {
      var layer = layer
      let repairs = try await PolygonRepair.repair(&layer.geometries, threads: threads)
      layers.append((layer, repairs))
    }
    return layers
  }

  // MARK: Villages

  private static func makeVillages(
    _ project: ProjectFile, _ layer: Layer, _ layers: [String: Layer]
  ) throws -> Villages {
    var layer = layer
    if let mask = project.villages.source.filter.mask(of: layer) { layer = layer.filtered { mask[$0] } }
    if layer.count == 0 {
      throw FormatError(file: layer.files.first?.path ?? project.file, problem: "there are no villages in it")
    }
    try checkMapping(project, layer)
    var villages = try checkedVillages(project, layer)
    try makeJoins(project, layers).apply(to: &villages)
    return villages
  }

  /// What the villages of a project are joined with.
  static func makeJoins(_ project: ProjectFile, _ layers: [String: Layer]) throws -> VillageJoins {
    var joins = VillageJoins()
    for area in project.areas {
      guard let polygons = layers[area.layer] else { continue }
      for field in area.fields {
        try PropertyCheck(project).check(field.property, of: polygons, what: "areas.fields", line: field.line)
      }
      joins.add(
        areas: polygons, fields: Dictionary(area.fields.map { ($0.field, $0.property) }) { first, _ in first })
    }
    if let admin = project.admin { joins.set(try AdministrationTables.read(folder: project.path(to: admin))) }
    return joins
  }

  private static func checkedVillages(_ project: ProjectFile, _ layer: Layer) throws(FormatError) -> Villages {
    do throws(Villages.Failure) {
      return try Villages(layer, fields: fields(project))
    } catch {
      var problem = error.problem
      if let other = error.other {
        let (file, place) = layer.place(ofFeature: other)
        let isElsewhere = file != layer.place(ofFeature: error.feature).file
        problem += "; it stands first at \(isElsewhere ? "\(file), " : "")\(place)"
      }
      throw layer.error(feature: error.feature, problem)
    }
  }

  /// The property of each field of the villages.
  static func fields(_ project: ProjectFile) -> [VillageField: String] {
    Dictionary(uniqueKeysWithValues: VillageField.allCases.map { ($0, project.villages.property(for: $0)) })
  }

  /// Refuses a mapping to a property that no village has, which is nearly always a misspelling.
  private static func checkMapping(_ project: ProjectFile, _ layer: Layer) throws(ProjectFileError) {
    for mapping in project.villages.fields {
      try PropertyCheck(project).check(
        mapping.property, of: layer, what: "villages.fields.\(mapping.field.rawValue)", line: mapping.line)
    }
    for (field, line) in project.ranking.fieldLines.sorted(by: { $0.value < $1.value }) {
      try PropertyCheck(project).check(
        project.ranking.settings.fields[field], of: layer, what: "ranking.fields.\(field)", line: line)
    }
  }

  // MARK: Services

  /// The layers of the extra distances.
  static func makeMeasures(_ project: ProjectFile, _ layers: [String: Layer]) -> [Overlay.MeasureSource] {
    project.measures.compactMap { measure in
      layers[measure.layer].map { layer in
        Overlay.MeasureSource(
          name: measure.name, geometries: layer.geometries, includes: measure.filter.mask(of: layer))
      }
    }
  }

  /// What the rules of each service look at.
  static func makeServices(
    _ project: ProjectFile, _ layers: [String: Layer], _ extents: [String: ServiceExtent],
    _ notices: inout [LoadedProject.Notice]
  ) throws -> [Service: [ServiceSource]] {
    var services: [Service: [ServiceSource]] = [:]
    for service in Service.allCases {
      let lines = project.services.first { $0.service == service }?.ruleLines ?? []
      for (index, rule) in project.rules(for: service).enumerated() {
        guard let layer = layers[rule.layer] else { continue }
        try PropertyCheck(project).check(rule, of: layer, line: index < lines.count ? lines[index] : nil)
        var source = ServiceSource(rule, layer: layer)
        source.extent = extents[rule.layer]
        if let mismatch = FeatureMismatch.first(in: source) {
          throw layer.error(feature: mismatch.feature, "\(mismatch.problem) for \(service)")
        }
        if !source.hasFeatures {
          notices.append(
            LoadedProject.Notice(
              layer: layer.name,
              text:
                "\(layer.files.first?.path ?? layer.name): no feature counts for \(service), so the rule knows nothing",
              isLoss: false))
        }
        if let remark = LayerRemarks.unusableRanges(rule, layer, source) { notices.append(remark) }
        services[service, default: []].append(source)
      }
    }
    return services
  }
}
