import Coverage

extension ProjectParser {
  /// Where the layer `name` says anything: a path, or a mapping with exactly one of `Keys.extent`.
  func extent(_ item: YAMLItem, of name: String, layers: LayerReferences) throws -> ExtentSource {
    let expected = "a path, or a mapping with one of \(Keys.extent.joined(separator: ", "))"
    if !item.isMapping {
      let files = try paths(item, expected: expected)
      return ExtentSource(area: .file(FileSource(files: files, line: item.line)), line: item.line)
    }
    let title = "extent of layer \(Quotation.quoted(name))"
    let section = try Section(item, name: title, keys: Keys.extent, expected: expected)
    let entries = section.entries.filter { !$0.item.isNull }
    guard let entry = entries.first, entries.count == 1 else {
      throw item.wrong("exactly one of: " + Keys.extent.joined(separator: ", "))
    }
    let area: ExtentSource.Area
    switch entry.key {
    case "layer":
      let layer = try layers.name(entry.item, in: title)
      if layer == name { throw entry.item.wrong("the name of another layer, one of polygons") }
      area = .layer(layer)
    case "file":
      area = .file(
        FileSource(files: try paths(entry.item, expected: "a path or a list of paths"), line: entry.line))
    case "provinces": area = .provinces(try provinces(entry.item))
    default: area = .provinces2025(try provinces(entry.item))
    }
    return ExtentSource(area: area, line: section.line)
  }

  private func provinces(_ item: YAMLItem) throws -> [String] {
    let expected = "a list of provinces by name or, in quotes, by code"
    let items = item.isList ? try item.list(expected: expected) : [item]
    if items.isEmpty { throw item.wrong(expected + "; the list is empty") }
    return try items.map { try $0.text(expected: "a province's name or code") }
  }

  /// The property with the accuracy of each village; nil where none is mapped.
  func accuracyField(_ item: YAMLItem?) throws -> PropertyReference? {
    guard let item else { return nil }
    let section = try Section(
      item, name: "fields of villages", keys: Keys.villageFields,
      expected: "a mapping of attributes to the file's property names")
    guard let entry = section.entry(Keys.accuracy) else { return nil }
    return PropertyReference(property: try entry.item.text(expected: "a property's name"), line: entry.line)
  }
}
