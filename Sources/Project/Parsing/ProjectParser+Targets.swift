import Coverage

extension ProjectParser {
  /// What is to be reached by when; no two for the same service and day.
  func targets(_ item: YAMLItem?) throws -> [TargetSource] {
    guard let item else { return [] }
    let expected = "a list of targets, each as {service: signal, unserved: 0, by: 2025-12-31}"
    var targets: [TargetSource] = []
    for item in try item.list(expected: expected) {
      let section = try Section(
        item, name: "target", keys: Keys.target, expected: "a mapping with \(Keys.target.joined(separator: ", "))")
      let service = try section.required("service").word(Service.self)
      let target = TargetSource(
        service: service, unserved: try section["unserved"].map(Self.villageCount) ?? 0,
        day: try Self.day(section.required("by")), line: section.line)
      if let other = targets.first(where: { $0.service == target.service && $0.day == target.day }) {
        throw ProjectFileError.wrongSettings(
          file: file, line: section.line, section: "target",
          problem: "there is one for \(service) by \(target.day) at line \(other.line) already; expected one a day")
      }
      targets.append(target)
    }
    return targets
  }

  private static func villageCount(_ item: YAMLItem) throws -> Int {
    let expected = "a whole number of villages of at least 0"
    guard let count = Int(exactly: try item.number(expected: expected)), count >= 0 else { throw item.wrong(expected) }
    return count
  }

  private static func day(_ item: YAMLItem) throws -> CalendarDay {
    let expected = "a day, as 2025-12-31"
    guard let day = CalendarDay(try item.text(expected: expected)) else { throw item.wrong(expected) }
    return day
  }
}
