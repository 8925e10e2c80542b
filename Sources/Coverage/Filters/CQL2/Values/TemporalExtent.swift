extension CQL2 {
  /// An instant or an interval, both ends included; nil stands for no end.
  struct TemporalExtent: Hashable {
    var start: Instant?
    var end: Instant?
    /// Whether it is one instant and no interval.
    var isInstant: Bool

    init(_ instant: Instant) { (start, end, isInstant) = (instant, instant, true) }

    init(_ start: Instant?, _ end: Instant?) { (self.start, self.end, isInstant) = (start, end, false) }

    private var isOfDates: Bool { (start?.isDate ?? true) && (end?.isDate ?? true) }

    /// Its ends on the time line. A date among dates is a point; among moments it is a day with a start and an end.
    private func moments(asDates: Bool) -> (start: Moment, end: Moment) {
      (
        start.map(\.start) ?? .distantPast,
        end.map { asDates ? $0.start : $0.end } ?? .distantFuture
      )
    }

    /// Whether `relation` holds of this and `other` (tables 7 and 8 of the standard; W3C and OGC, *Time Ontology in OWL*).
    ///
    /// The links of table 8 have T_STARTS and T_STARTEDBY the wrong way round; they are taken as their names and the
    /// expected results of annex A say.
    func holds(_ relation: TemporalRelation, _ other: TemporalExtent) -> Bool {
      let asDates = isOfDates && other.isOfDates
      let (a, b) = (moments(asDates: asDates), other.moments(asDates: asDates))
      return switch relation {
      case .before: a.end < b.start
      case .after: a.start > b.end
      case .disjoint: a.end < b.start || a.start > b.end
      case .intersects: a.end >= b.start && a.start <= b.end
      case .equals: a == b
      case .contains: a.start < b.start && a.end > b.end
      case .during: a.start > b.start && a.end < b.end
      case .finishes: a.start > b.start && a.end == b.end
      case .finishedBy: a.start < b.start && a.end == b.end
      case .starts: a.start == b.start && a.end < b.end
      case .startedBy: a.start == b.start && a.end > b.end
      case .meets: a.end == b.start
      case .metBy: a.start == b.end
      case .overlaps: a.start < b.start && a.end > b.start && a.end < b.end
      case .overlappedBy: a.start > b.start && a.start < b.end && a.end > b.end
      }
    }
  }
}
