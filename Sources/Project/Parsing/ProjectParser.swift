import Coverage

/// Turns the tree of a project file into a ``ProjectFile``, section by section.
struct ProjectParser {
  let file: String

  /// The project that `root` describes.
  func project(_ root: YAMLItem) throws -> ProjectFile {
    // JSON is YAML too, so a layer named by mistake comes this far.
    if let type = root.node.mapping?["type"]?.scalar?.string, ["FeatureCollection", "Feature"].contains(type) {
      throw ProjectFileError.isGeoJSON(file: file)
    }
    let section = try Section(
      root, name: "the project file", keys: Keys.project, line: 1,
      expected: "a mapping with the keys \(Keys.project.joined(separator: ", "))")
    let name = try section["name"]?.text()
    let admin = try section["admin"]?.text(expected: "the path of a folder")
    let villages = try villages(section.required("villages"), line: section.entry("villages")?.line)
    let layers = try layers(section["layers"])
    let references = LayerReferences(file: file, defined: layers.map(\.name))
    let services = try services(section["services"], layers: references)
    let measures = try measures(section["measures"], layers: references)
    let areas = try areas(section["areas"], layers: references)
    let ranking = try ranking(section["ranking"])
    let zones = try zones(section["zones"])
    let costs = try costs(section["costs"])
    let targets = try targets(section["targets"])
    let plan = try plan(section["plan"], layers: references)
    let technologies = try technologies(section["technologies"], layers: references)
    let (folder, stem) = Self.folderAndStem(of: file)
    return ProjectFile(
      name: name ?? stem, file: file, folder: folder, admin: admin, villages: villages, layers: layers,
      services: services, measures: measures, areas: areas, ranking: ranking, zones: zones, costs: costs,
      targets: targets, plan: plan, technologies: technologies)
  }

  /// The folder of `path`, `.` where it names none, and the file's name without its ending.
  static func folderAndStem(of path: String) -> (folder: String, stem: String) {
    var folder = "."
    var name = path[...]
    if let slash = path.lastIndex(of: "/") {
      folder = slash == path.startIndex ? "/" : String(path[..<slash])
      name = path[path.index(after: slash)...]
    }
    if let dot = name.lastIndex(of: "."), dot > name.startIndex { name = name[..<dot] }
    return (folder, String(name))
  }

  private func villages(_ item: YAMLItem, line: Int?) throws -> VillageSource {
    let section = try Section(
      item, name: "villages", keys: Keys.villages, line: line, expected: "a mapping with at least \"file\"")
    let source = try fileSource(section)
    if let known = source.known, !known.source.holdsVillages {
      let names = KnownSourceName.allCases.filter { $0.source.holdsVillages }.map(\.rawValue)
      throw try section.required("source").wrong("a source of villages: " + names.joined(separator: ", "))
    }
    var villages = VillageSource(
      source: source,
      fields: try fields(section["fields"], name: "fields of villages", keys: Keys.villageFields))
    if let item = section[Keys.accuracy] {
      let expected = "a number of metres of at least 0"
      villages.accuracyMetres = try item.number(expected: expected)
      if villages.accuracyMetres < 0 { throw item.wrong(expected) }
    }
    villages.accuracyField = try accuracyField(section["fields"])
    return villages
  }

  private func layers(_ item: YAMLItem?) throws -> [LayerSource] {
    guard let item else { return [] }
    let section = try Section(item, name: "layers", keys: nil, expected: "a mapping of names to layers")
    let references = LayerReferences(file: file, defined: section.entries.map(\.key))
    return try section.entries.map { entry in
      let name = "layer \(Quotation.quoted(entry.key))"
      if !entry.item.isMapping && !entry.item.isNull {
        let files = try paths(entry.item, expected: "a path, a list of paths, or a mapping with \"file\"")
        return LayerSource(name: entry.key, source: FileSource(files: files, line: entry.line))
      }
      let layer = try Section(
        entry.item, name: name, keys: Keys.layer, line: entry.line, expected: "a mapping with \"file\"")
      return LayerSource(
        name: entry.key, source: try fileSource(layer),
        extent: try layer["extent"].map { try extent($0, of: entry.key, layers: references) })
    }
  }

  private func services(_ item: YAMLItem?, layers: LayerReferences) throws -> [ServiceRules] {
    guard let item else { return [] }
    let section = try Section(
      item, name: "services", keys: Keys.services,
      expected: "a mapping of \(Keys.services.joined(separator: ", ")) to lists of rules")
    return try section.entries.compactMap { entry in
      guard let service = Service(rawValue: entry.key) else { return nil }
      let items = try entry.item.list(expected: "a list of rules, each starting with \"- \"")
      return ServiceRules(
        service: service, rules: try items.map { try rule($0, of: service, layers: layers) },
        ruleLines: items.map(\.line), line: entry.line)
    }
  }

  private func measures(_ item: YAMLItem?, layers: LayerReferences) throws -> [Measure] {
    guard let item else { return [] }
    let section = try Section(item, name: "measures", keys: nil, expected: "a mapping of column names to layers")
    return try section.entries.map { entry in
      if Measure.isReserved(entry.key) {
        throw ProjectFileError.reservedName(file: file, line: entry.line, name: entry.key)
      }
      let name = "measure \(Quotation.quoted(entry.key))"
      if !entry.item.isMapping && !entry.item.isNull {
        let layer = try layers.name(entry.item, in: name, expected: "a layer's name, or a mapping with \"layer\"")
        return Measure(name: entry.key, layer: layer, line: entry.line)
      }
      let measure = try Section(
        entry.item, name: name, keys: Keys.measure, line: entry.line, expected: "a mapping with \"layer\"")
      return Measure(
        name: entry.key, layer: try layers.name(measure.required("layer"), in: name),
        filter: try filter(measure["where"]), line: entry.line)
    }
  }

  private func areas(_ item: YAMLItem?, layers: LayerReferences) throws -> [AreaSource] {
    guard let item else { return [] }
    return try item.list(expected: "a list of areas, each with \"layer\" and \"fields\"").map { item in
      let section = try Section(
        item, name: "area", keys: Keys.area, expected: "a mapping with \"layer\" and \"fields\"")
      let layer = try layers.name(section.required("layer"), in: "area")
      let item = try section.required("fields")
      let fields = try fields(item, name: "fields of area", keys: Keys.areaFields)
      if fields.isEmpty { throw item.wrong("at least one of: " + Keys.areaFields.joined(separator: ", ")) }
      return AreaSource(layer: layer, fields: fields, line: section.line)
    }
  }
}

/// The layers that a project defines, to check the names that refer to them.
struct LayerReferences {
  let file: String
  let defined: [String]

  /// The layer that `item` names; `section` is where.
  func name(_ item: YAMLItem, in section: String, expected: String = "a layer's name") throws -> String {
    let name = try item.text(expected: expected)
    guard defined.contains(name) else {
      throw ProjectFileError.undefinedLayer(
        file: file, line: item.line, layer: name, section: section, defined: defined)
    }
    return name
  }
}
