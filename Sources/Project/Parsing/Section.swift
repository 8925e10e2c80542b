import Yams

/// A mapping of the project file whose keys have been checked; merge keys (`<<`) are resolved.
struct Section {
  /// One key and its value.
  struct Entry {
    var key: String
    /// The line the key stands on, counted from 1.
    var line: Int
    var item: YAMLItem
  }

  let file: String
  /// What the section is, as in `layer "fibre"`.
  let name: String
  /// The line the section starts on, counted from 1.
  let line: Int
  /// The keys in file order, then those merged in that the section does not write itself.
  let entries: [Entry]

  /// The section that `item` holds; null is a section without keys.
  ///
  /// - Parameters:
  ///   - keys: The keys allowed; nil allows any.
  ///   - line: The line errors about the whole section name, counted from 1; by default that of `item`.
  /// - Throws: ``ProjectFileError`` for anything but a mapping, and for the first key that is not allowed.
  init(_ item: YAMLItem, name: String, keys: [String]?, line: Int? = nil, expected: String) throws {
    file = item.file
    self.name = name
    self.line = line ?? item.line
    if item.isNull {
      entries = []
      return
    }
    guard let mapping = item.node.mapping else { throw item.wrong(expected) }
    entries = try Self.entries(of: mapping, file: item.file, section: name)
    guard let keys else { return }
    for entry in entries where !keys.contains(entry.key) {
      throw ProjectFileError.unknownKey(
        file: file, line: entry.line, key: entry.key, section: name, allowed: keys)
    }
  }

  /// The value of `key`; nil where the key is missing or null.
  subscript(key: String) -> YAMLItem? { entry(key)?.item }

  /// The entry of `key`; nil where the key is missing or null.
  func entry(_ key: String) -> Entry? { entries.first { $0.key == key && !$0.item.isNull } }

  /// The value of `key`, which the section needs.
  func required(_ key: String) throws -> YAMLItem {
    guard let item = self[key] else {
      throw ProjectFileError.missingKey(file: file, line: line, key: key, section: name)
    }
    return item
  }

  /// Refuses `key` for `reason` where it is written.
  func refuse(_ key: String, because reason: String) throws {
    guard let entry = entry(key) else { return }
    throw ProjectFileError.misplacedKey(file: file, line: entry.line, key: key, section: name, reason: reason)
  }

  private static func entries(of mapping: Node.Mapping, file: String, section: String) throws -> [Entry] {
    var entries = [Entry]()
    var merged = [Entry]()
    for (key, value) in mapping {
      let item = YAMLItem(node: key, file: file, what: "a key in \(section)")
      guard let scalar = key.scalar, !scalar.string.allSatisfy(\.isWhitespace) else { throw item.wrong("text") }
      let name = scalar.string
      if name == "<<", scalar.style == .plain {
        for part in value.sequence.map({ Array($0) }) ?? [value] {
          guard let mapping = part.mapping else {
            throw YAMLItem(node: part, file: file, what: "\"<<\" in \(section)").wrong("an alias of a mapping")
          }
          merged += try Self.entries(of: mapping, file: file, section: section)
        }
      } else {
        let what = "\(Quotation.quoted(name)) in \(section)"
        entries.append(
          Entry(key: name, line: item.line, item: YAMLItem(node: value, file: file, what: what)))
      }
    }
    // Of merged mappings the earlier one wins, and what is written wins over both (yaml.org/type/merge.html).
    var seen = Set(entries.map(\.key))
    return entries + merged.filter { seen.insert($0.key).inserted }
  }
}
