/// Why a project file was refused, in one line a person can act on. Lines count from 1.
public enum ProjectFileError: Error, Hashable, Sendable {
  /// The system cannot open or read the file.
  case unreadable(file: String, reason: String)
  /// The file has more than `limit` **bytes**.
  case tooLarge(file: String, limit: Int)
  /// The bytes are not UTF-8.
  case notUTF8(file: String, line: Int)
  /// The text is not YAML.
  case notYAML(file: String, line: Int, problem: String)
  /// The file says nothing.
  case empty(file: String)
  /// The file is GeoJSON, a layer and not a project.
  case isGeoJSON(file: String)
  /// A mapping has a key more than once; `line` is where it stands first.
  case duplicateKey(file: String, line: Int, key: String)
  /// A key that `section` does not have.
  case unknownKey(file: String, line: Int, key: String, section: String, allowed: [String])
  /// A key that `section` needs.
  case missingKey(file: String, line: Int, key: String, section: String)
  /// A key that has no place beside the others of `section`, for this reason.
  case misplacedKey(file: String, line: Int, key: String, section: String, reason: String)
  /// A value of the wrong type or out of range; `what` says which.
  case wrongValue(file: String, line: Int, what: String, found: String, expected: String)
  /// A word that is none of those allowed; `what` says where.
  case unknownWord(file: String, line: Int, what: String, found: String, allowed: [String])
  /// Values of `section` that do not go together or are out of range.
  case wrongSettings(file: String, line: Int, section: String, problem: String)
  /// A layer that `layers` does not define; `section` refers to it.
  case undefinedLayer(file: String, line: Int, layer: String, section: String, defined: [String])
  /// A measure takes the name of a column that PhuSong writes itself.
  case reservedName(file: String, line: Int, name: String)

  /// The project file's path, as it was given.
  public var file: String { location.file }

  /// The line, counted from 1; nil where the whole file is meant.
  public var line: Int? { location.line }

  private var location: (file: String, line: Int?) {
    switch self {
    case .unreadable(let file, _), .tooLarge(let file, _), .empty(let file), .isGeoJSON(let file): (file, nil)
    case .notUTF8(let file, let line), .notYAML(let file, let line, _), .duplicateKey(let file, let line, _),
      .unknownKey(let file, let line, _, _, _), .missingKey(let file, let line, _, _),
      .misplacedKey(let file, let line, _, _, _), .wrongValue(let file, let line, _, _, _),
      .unknownWord(let file, let line, _, _, _), .undefinedLayer(let file, let line, _, _, _),
      .reservedName(let file, let line, _), .wrongSettings(let file, let line, _, _):
      (file, line)
    }
  }
}

extension ProjectFileError: CustomStringConvertible {
  /// `phusong.yml:12: unknown key "meters" in rule; did you mean "metres"? allowed: layer, rule, metres, field, where`
  public var description: String {
    "\(Quotation.plain(file))\(line.map { ":\($0)" } ?? ""): \(problem)"
  }

  private var problem: String {
    switch self {
    case .unreadable(_, let reason):
      "cannot be read: \(reason)"
    case .tooLarge(_, let limit):
      "larger than \(limit) bytes; expected a project file in YAML, not a layer"
    case .notUTF8:
      "not UTF-8; save the file in that encoding"
    case .notYAML(_, _, let problem):
      "not YAML: \(problem)"
    case .empty:
      "empty; expected a project file with at least \"villages\" (phusong init writes one)"
    case .isGeoJSON:
      "is GeoJSON, a layer; expected a project file that names it (phusong init writes one)"
    case .duplicateKey(_, _, let key):
      "the key \(Quotation.quoted(key)) stands more than once; expected each key once"
    case .unknownKey(_, _, let key, let section, let allowed):
      "unknown key \(Quotation.quoted(key)) in \(section); \(Self.hint(key, among: allowed, list: "allowed"))"
    case .missingKey(_, _, let key, let section):
      "\(section) has no \(Quotation.quoted(key)); expected one"
    case .misplacedKey(_, _, let key, let section, let reason):
      "\(Quotation.quoted(key)) in \(section) has no place here: \(reason)"
    case .wrongValue(_, _, let what, let found, let expected):
      "\(what) is \(found); expected \(expected)"
    case .unknownWord(_, _, let what, let found, let allowed):
      "\(what) is \(Quotation.quoted(found)); \(Self.hint(found, among: allowed, list: "expected one of"))"
    case .undefinedLayer(_, _, let layer, let section, let defined):
      "\(section) names the layer \(Quotation.quoted(layer)), which \"layers\" does not define; "
        + (defined.isEmpty ? "it defines none" : Self.hint(layer, among: defined, list: "defined"))
    case .wrongSettings(_, _, let section, let problem):
      "\(section): \(problem)"
    case .reservedName(_, _, let name):
      "the measure \(Quotation.quoted(name)) has the name of a column that PhuSong writes; expected another name than "
        + Measure.reservedNames.joined(separator: ", ")
    }
  }

  private static func hint(_ word: String, among allowed: [String], list: String) -> String {
    let suggestion = Suggestion.nearest(to: word, among: allowed).map { "did you mean \(Quotation.quoted($0))? " } ?? ""
    return "\(suggestion)\(list): \(allowed.map(Quotation.plain).joined(separator: ", "))"
  }
}
