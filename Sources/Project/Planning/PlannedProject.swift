import Coverage
import GeoFormats
import Glibc

/// Words of `plan.geojson` that say whom a site serves.
enum PlannedProject {
  /// The villages that the plan lists, for sites need sight or have room for so many people only.
  static let listed = "listed"
  /// Whoever is in range.
  static let inRange = "in_range"
}

extension ProjectFile {
  /// The project as it is when the plan in the `plan.geojson` at `path` is built, up to the end of `year` where one is given:
  /// each service has its rules and those by which the plan's items serve.
  ///
  /// - Throws: `FormatError` for a file that cannot be read or is no plan.
  public func built(_ path: String, year: Int? = nil, threads: Int) async throws -> ProjectFile {
    let kinds = try await Self.kinds(path, threads: threads)
    var project = self
    var name = "plan"
    while project.layer(named: name) != nil { name += "_" }
    project.layers.append(LayerSource(name: name, source: FileSource(files: [Self.absolute(path)])))
    let ground = PlannedGround(self, plan)
    func add(
      _ service: Service, _ kind: RuleKind, _ items: [String], yearOf: String = "year",
      but clauses: [AttributeFilter.Clause] = []
    ) {
      guard items.contains(where: kinds.contains),
        let place = project.services.firstIndex(where: { $0.service == service })
      else { return }
      let conditions: [AttributeFilter.Clause] = [
        .init(property: "kind", condition: .anyOf(items.map(AttributeValue.text))),
        .init(property: yearOf, condition: .range(min: 1, max: year.map(Double.init))),
      ]
      project.services[place].rules.append(
        Rule(layer: name, kind: kind, filter: AttributeFilter(conditions + clauses)))
    }
    add(.fibre, .within(metres: ground.metres(.fibre)), ["cable", "fibre_village"])
    add(
      .signal, .range(field: "range_m", metres: nil), ["tower", "tower_upgrade"],
      but: [.init(property: "serves", condition: .noneOf([.text(PlannedProject.listed)]))])
    // Sites that need sight or room serve whom the plan says, which is what stands at each village.
    if kinds.contains(PlannedProject.listed) {
      add(.signal, .within(metres: PlannedGround.ownMetres), [PlanGeoJSON.villageKind], yearOf: "signal_year")
    }
    add(.power, .within(metres: ground.metres(.power)), ["power_line"])
    add(.power, .within(metres: PlannedGround.ownMetres), ["grid_village", "mini_grid", "solar_homes"])
    return project
  }

  /// The kinds of the features of a plan, and whether its sites serve the villages listed.
  private static func kinds(_ path: String, threads: Int) async throws -> Set<String> {
    let layer = try await LayerReader.read(
      LayerRequest(name: "plan", paths: [path], keys: ["kind", "serves", "signal_year"]),
      threads: threads)
    let key = layer.attributes.index(ofKey: "kind")
    let kinds = (0..<layer.count).compactMap { feature in
      key.flatMap { layer.attributes.value(ofFeature: feature, key: $0)?.spelling }
    }
    guard kinds.count == layer.count else {
      throw FormatError(
        file: path, problem: "has features without \"kind\"; expected plan.geojson as phusong plan writes it")
    }
    func has(_ name: String, _ test: (AttributeValue) -> Bool) -> Bool {
      guard let key = layer.attributes.index(ofKey: name) else { return false }
      return (0..<layer.count).contains { layer.attributes.value(ofFeature: $0, key: key).map(test) ?? false }
    }
    let isListed = has("serves") { $0.equals(.text(PlannedProject.listed)) } && has("signal_year") { $0.number != nil }
    return Set(kinds).union(isListed ? [PlannedProject.listed] : [])
  }

  /// A path that means the same from everywhere.
  private static func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/"), let folder = getcwd(nil, 0) else { return path }
    defer { free(folder) }
    return String(cString: folder) + "/" + path
  }
}
