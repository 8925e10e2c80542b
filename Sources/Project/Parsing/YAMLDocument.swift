import Yams

/// The YAML layer: text in, tree of nodes out, every failure of the YAML parser as a ``ProjectFileError``.
enum YAMLDocument {
  /// The one document of `text`, without interpreting its scalars.
  static func root(of text: String, file: String) throws -> YAMLItem {
    var text = text
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    // A string of up to 15 bytes lives in its own value; Yams would keep a pointer to a copy that is gone.
    while text.utf8.count < 32 { text += " " }
    text.makeContiguousUTF8()
    let node: Node?
    do {
      // The basic resolver has no patterns to compile; YAMLItem knows the few plain scalars that matter.
      node = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
    } catch let error as YamlError {
      throw projectError(error, text: text, file: file)
    }
    guard let node else { throw ProjectFileError.empty(file: file) }
    let root = YAMLItem(node: node, file: file, what: "the project file")
    if root.isNull { throw ProjectFileError.empty(file: file) }
    return root
  }

  private static func projectError(_ error: YamlError, text: String, file: String) -> ProjectFileError {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let context = context.map { " (\($0.text), line \($0.mark.line))" } ?? ""
      // The end of the text counts as a line of its own in the YAML parser; in an editor there is none.
      let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      let line = min(mark.line, lines.count)
      return .notYAML(file: file, line: line, problem: problem + context + tabHint(lines[line - 1]))
    case .reader(let problem, let offset, _, _):
      let line = offset.map { 1 + text.prefix($0).count(where: \.isNewline) } ?? 1
      return .notYAML(file: file, line: line, problem: problem)
    case .duplicatedKeysInMapping(let duplicates, let context):
      return .duplicateKey(file: file, line: context.mark.line, key: duplicates.first ?? "")
    default:
      return .notYAML(file: file, line: 1, problem: "the YAML parser failed (\(error))")
    }
  }

  /// The usual reason for a token that cannot start: indentation by tabs.
  private static func tabHint(_ line: Substring) -> String {
    let indentation = line.prefix { $0 == " " || $0 == "\t" }
    return indentation.contains("\t") ? "; indent with spaces, not tabs" : ""
  }
}
