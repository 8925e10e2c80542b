import GeoFormats

extension CQL2 {
  /// Reads a date or timestamp of a feature; nil for NULL.
  typealias InstantReader = (Int) throws -> Instant?
  /// Reads an instant or interval of a feature; nil for NULL.
  typealias TemporalReader = (Int) throws -> TemporalExtent?
}

extension CQL2.Compiler {
  /// What reads a date or timestamp; text that spells none is NULL.
  func instant(_ expression: Expression) throws -> CQL2.InstantReader {
    switch expression.form {
    case .instant(let instant): return { _ in instant }
    case .property:
      let text = try text(expression)
      var buffer: [UInt8] = []
      return { feature in
        buffer.removeAll(keepingCapacity: true)
        guard try text(feature, &buffer) else { return nil }
        return try? CQL2.Instant(rfc3339: buffer, offset: .any)
      }
    default: throw unsupported(expression)
    }
  }

  /// What compares two instants or intervals.
  func temporal(_ relation: CQL2.TemporalRelation, _ a: Expression, _ b: Expression) throws -> CQL2.Condition {
    let (first, second) = (try temporal(a), try temporal(b))
    return { feature in
      guard let one = try first(feature), let other = try second(feature) else { return .unknown }
      if !relation.takesInstants, one.isInstant || other.isInstant {
        // Clause 7.7: using these functions with instants is an error of the client.
        throw CQL2.EvaluationError(
          feature: feature,
          problem: "\(one.isInstant ? a : b) is an instant; expected an interval, for \(relation.rawValue) compares "
            + "intervals alone")
      }
      return CQL2.Truth(one.holds(relation, other))
    }
  }

  /// What reads an instant or interval: a property may be an array of two instants, of which `".."` is no end.
  func temporal(_ expression: Expression) throws -> CQL2.TemporalReader {
    switch expression.form {
    case .interval(let start, let end):
      let (start, end) = (try intervalEnd(start), try intervalEnd(end))
      return { feature in
        guard let start = try start(feature), let end = try end(feature) else { return nil }
        return CQL2.TemporalExtent(start.instant, end.instant)
      }
    case .property(let name):
      let instant = try instant(expression)
      let elements = try elements(source(name))
      return { feature in
        if let instant = try instant(feature) { return CQL2.TemporalExtent(instant) }
        return elements(feature).flatMap(Self.interval)
      }
    default:
      let instant = try instant(expression)
      return { try instant($0).map { CQL2.TemporalExtent($0) } }
    }
  }

  /// One end of an interval; an open one has no instant.
  private struct End {
    var instant: CQL2.Instant?
  }

  private func intervalEnd(_ end: Expression.IntervalEnd) throws -> (Int) throws -> End? {
    switch end {
    case .open: return { _ in End() }
    case .instant(let instant): return { _ in End(instant: instant) }
    case .value(let value):
      let instant = try instant(value)
      return { try instant($0).map { End(instant: $0) } }
    }
  }

  private static func interval(_ elements: [AttributeValue]) -> CQL2.TemporalExtent? {
    guard elements.count == 2 else { return nil }
    let ends = elements.compactMap { element -> End? in
      guard case .text(let text) = element else { return nil }
      if text == ".." { return End() }
      return (try? CQL2.Instant(rfc3339: text.utf8, offset: .any)).map { End(instant: $0) }
    }
    return ends.count == 2 ? CQL2.TemporalExtent(ends[0].instant, ends[1].instant) : nil
  }
}
