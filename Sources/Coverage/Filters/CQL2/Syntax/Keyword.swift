extension CQL2 {
  /// The words that have a meaning of their own (clause 8.2), in any case; a property with such a name wants double
  /// quotes. `INTERVAL` and the `T_` functions that the clause forgets are those of annex B.
  enum Keyword: String, CaseIterable {
    case and = "AND"
    case or = "OR"
    case not = "NOT"
    case isWord = "IS"
    case null = "NULL"
    case like = "LIKE"
    case between = "BETWEEN"
    case inWord = "IN"
    case div = "DIV"
    case trueWord = "TRUE"
    case falseWord = "FALSE"
    case casei = "CASEI"
    case accenti = "ACCENTI"
    case date = "DATE"
    case timestamp = "TIMESTAMP"
    case interval = "INTERVAL"
    case point = "POINT"
    case lineString = "LINESTRING"
    case polygon = "POLYGON"
    case multiPoint = "MULTIPOINT"
    case multiLineString = "MULTILINESTRING"
    case multiPolygon = "MULTIPOLYGON"
    case geometryCollection = "GEOMETRYCOLLECTION"
    case bbox = "BBOX"
    case sIntersects = "S_INTERSECTS"
    case sEquals = "S_EQUALS"
    case sDisjoint = "S_DISJOINT"
    case sTouches = "S_TOUCHES"
    case sWithin = "S_WITHIN"
    case sOverlaps = "S_OVERLAPS"
    case sCrosses = "S_CROSSES"
    case sContains = "S_CONTAINS"
    case tAfter = "T_AFTER"
    case tBefore = "T_BEFORE"
    case tContains = "T_CONTAINS"
    case tDisjoint = "T_DISJOINT"
    case tDuring = "T_DURING"
    case tEquals = "T_EQUALS"
    case tFinishedBy = "T_FINISHEDBY"
    case tFinishes = "T_FINISHES"
    case tIntersects = "T_INTERSECTS"
    case tMeets = "T_MEETS"
    case tMetBy = "T_METBY"
    case tOverlappedBy = "T_OVERLAPPEDBY"
    case tOverlaps = "T_OVERLAPS"
    case tStartedBy = "T_STARTEDBY"
    case tStarts = "T_STARTS"
    case aEquals = "A_EQUALS"
    case aContains = "A_CONTAINS"
    case aContainedBy = "A_CONTAINEDBY"
    case aOverlaps = "A_OVERLAPS"

    private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
    private static let greatestLength = allCases.map(\.rawValue.utf8.count).max() ?? 0

    /// The keyword that `word` is, whatever its case; only ASCII letters have one here (RFC 5234, 2.3).
    init?(word: String) {
      guard word.utf8.count <= Keyword.greatestLength,
        let keyword = Keyword.byName[ASCII.uppercased(word)]
      else { return nil }
      self = keyword
    }
  }

  /// Case of the letters A to Z alone, as grammars count it.
  enum ASCII {
    static func uppercased(_ word: String) -> String {
      String(decoding: word.utf8.map { $0 >= 0x61 && $0 <= 0x7A ? $0 & 0xDF : $0 }, as: UTF8.self)
    }
  }
}
