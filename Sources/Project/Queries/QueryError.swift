import Coverage

/// Why a query cannot be answered.
public enum QueryError: Error, Sendable {
  /// An option names a column that the villages do not have; `known` are those that they have.
  case unknownColumn(option: String, name: String, known: [String])
  /// No village has the code.
  case unknownVillage(code: String, file: String, nearest: String?)
  /// No village lies in a unit of that name.
  case unknownUnit(option: String, name: String, file: String, nearest: String?)
  /// An option asks for the numbers of a column that has words.
  case notNumeric(option: String, name: String)
  /// A file that should hold polygons has none.
  case noPolygons(file: String)
  /// A filter is no filter of these villages.
  case filter(CQL2.ExpressionError)
}

extension QueryError: CustomStringConvertible {
  /// What a column that the ranking can work out needs to be asked with; nil for any other.
  private static func need(of column: String) -> String? {
    switch column {
    case RankedVillages.nearName: "ask with --near, which it is measured from"
    case "rank_best", "rank_worst", "always_top": "ask with --draws or --exact-bounds, which find it"
    case "rank_exact": "ask with --exact-bounds, which finds it"
    default: nil
    }
  }

  /// One line that a person can act on; of a filter also the place, on lines of its own.
  public var description: String {
    switch self {
    case .unknownColumn(let option, let name, let known):
      let hint = Self.need(of: name) ?? Suggestion.nearest(to: name, among: known).map { "did you mean \"\($0)\"?" }
      return "\(option): no village has \"\(name)\"; "
        + (hint ?? "expected one of \(known.joined(separator: ", "))")
    case .unknownVillage(let code, let file, let nearest):
      let hint = nearest.map { "; did you mean \"\($0)\"?" } ?? ""
      return "--explain: no village of \(file) has the code \"\(code)\"\(hint)"
    case .unknownUnit(let option, let name, let file, let nearest):
      let hint = nearest.map { "; did you mean \"\($0)\"?" } ?? ""
      return "\(option): no village of \(file) lies in \"\(name)\"\(hint)"
    case .notNumeric(let option, let name):
      return "\(option): \"\(name)\" has words; expected a column of numbers"
    case .noPolygons(let file):
      return "--in: \(file) has no polygon; expected a file of areas"
    case .filter(let error): return "--where: \(error)\n" + error.rendered().dropLast()
    }
  }
}
