extension CQL2 {
  /// The rule `spatialFunction`: relations of the nine-intersection model (clause 7.6, OGC 06-103r4, 6.1.15).
  public enum SpatialRelation: String, Hashable, Sendable, CaseIterable {
    case intersects = "S_INTERSECTS"
    case equals = "S_EQUALS"
    case disjoint = "S_DISJOINT"
    case touches = "S_TOUCHES"
    case within = "S_WITHIN"
    case overlaps = "S_OVERLAPS"
    case crosses = "S_CROSSES"
    case contains = "S_CONTAINS"

    /// The relation that holds of `b` and `a` when this one holds of `a` and `b`.
    var reversed: SpatialRelation {
      switch self {
      case .within: .contains
      case .contains: .within
      default: self
      }
    }
  }

  /// The rule `temporalFunction` (clause 7.7).
  public enum TemporalRelation: String, Hashable, Sendable, CaseIterable {
    case after = "T_AFTER"
    case before = "T_BEFORE"
    case contains = "T_CONTAINS"
    case disjoint = "T_DISJOINT"
    case during = "T_DURING"
    case equals = "T_EQUALS"
    case finishedBy = "T_FINISHEDBY"
    case finishes = "T_FINISHES"
    case intersects = "T_INTERSECTS"
    case meets = "T_MEETS"
    case metBy = "T_METBY"
    case overlappedBy = "T_OVERLAPPEDBY"
    case overlaps = "T_OVERLAPS"
    case startedBy = "T_STARTEDBY"
    case starts = "T_STARTS"

    /// Whether it compares instants too; the others compare intervals alone (table 8 of the standard).
    public var takesInstants: Bool {
      switch self {
      case .after, .before, .disjoint, .equals, .intersects: true
      default: false
      }
    }
  }

  /// The rule `arrayFunction` (clause 7.8): both sides count as sets.
  public enum ArrayRelation: String, Hashable, Sendable, CaseIterable {
    case equals = "A_EQUALS"
    case contains = "A_CONTAINS"
    case containedBy = "A_CONTAINEDBY"
    case overlaps = "A_OVERLAPS"
  }
}
