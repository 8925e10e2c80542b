import Coverage
import GeoFormats

extension ProjectParser {
  /// The files of `section`, a layer or the village list, and how to read them.
  func fileSource(_ section: Section) throws -> FileSource {
    var source = FileSource(
      files: try paths(section.required("file"), expected: "a path or a list of paths"), line: section.line)
    source.known = try section["source"]?.word(KnownSourceName.self)
    source.format = try section["format"]?.word(LayerFormat.self)
    source.crs = try section["crs"]?.text(expected: "an EPSG code such as EPSG:4326, or a PROJ string")
    if !source.mayHoldCSV {
      try section.refuse("columns", because: "only CSV files have columns")
      try section.refuse("delimiter", because: "only CSV files have a delimiter")
      try section.refuse("encoding", because: "only CSV files have one; GeoJSON is UTF-8")
    }
    if let item = section["columns"] {
      let columns = try Section(
        item, name: "columns of \(section.name)", keys: Keys.columns,
        expected: "a mapping with \"longitude\" and \"latitude\"")
      source.longitudeColumn = try columns["longitude"]?.text(expected: "a column's name")
      source.latitudeColumn = try columns["latitude"]?.text(expected: "a column's name")
    }
    source.delimiter = try section["delimiter"].map(delimiter)
    source.encoding = try section["encoding"]?.word(TextEncoding.self)
    source.filter = try section["where"].map { try filter($0) } ?? source.known?.source.defaultFilter ?? .everything
    return source
  }

  /// One path or several; wildcards stand in the last component only, so that a loader lists one folder.
  func paths(_ item: YAMLItem, expected: String) throws -> [String] {
    let isList = item.isList
    let items = isList ? try item.list(expected: expected) : [item]
    if items.isEmpty { throw item.wrong(expected + "; the list is empty") }
    return try items.map { item in
      let path = try item.text(expected: isList ? "a path" : expected)
      let components = path.split(separator: "/", omittingEmptySubsequences: false)
      if components.last?.isEmpty ?? true { throw item.wrong("the path of a file, not of a folder") }
      if components.dropLast().contains(where: { $0.contains { "*?".contains($0) } }) {
        throw item.wrong("a path with * and ? in its last component only")
      }
      return path
    }
  }

  /// Which property each village attribute comes from; `keys` are the attributes allowed.
  func fields(_ item: YAMLItem?, name: String, keys: [String]) throws -> [FieldMapping] {
    guard let item else { return [] }
    let section = try Section(
      item, name: name, keys: keys, expected: "a mapping of attributes to the file's property names")
    return try section.entries.compactMap { entry in
      guard let field = VillageField(rawValue: entry.key), !entry.item.isNull else { return nil }
      return FieldMapping(
        field: field, property: try entry.item.text(expected: "a property's name"), line: entry.line)
    }
  }

  private func delimiter(_ item: YAMLItem) throws -> Character {
    let expected = "one ASCII character such as \",\", \";\", \"|\" or \"\\t\""
    guard case .text(let text) = item.scalar, let character = text.first, text.count == 1 else {
      throw item.wrong(expected)
    }
    guard character.isASCII, !character.isNewline, character != "\"", !character.isLetter, !character.isNumber else {
      throw item.wrong(expected + ", no quote, letter or digit")
    }
    return character
  }
}
