import Coverage
import GeoFormats

/// Writes `summary.json`: villages, people and households by service and status, in all and by province.
public enum SummaryJSON {
  /// The whole text, ending with a line feed.
  public static func text(_ report: AnalysisReport) -> [UInt8] {
    var bytes: [UInt8] = []
    let summary = report.summary
    bytes.append(text: "{\n  \"project\": ")
    JSONText.append(report.project, to: &bytes)
    bytes.append(text: ",\n  ")
    append(summary.all, indent: "  ", to: &bytes)
    append(list: summary.provinces, key: "provinces", to: &bytes)
    append(list: summary.provinces2025, key: "provinces_2025", to: &bytes)
    if let (level, groups) = summary.chosen {
      bytes.append(contentsOf: ",\n  \"group_by\": \"\(level.rawValue)\"".utf8)
      append(list: groups, key: "groups", withUnits: true, to: &bytes)
    }
    bytes.append(text: ",\n  \"notices\": [")
    for (index, notice) in report.notices.enumerated() {
      bytes.append(contentsOf: (index > 0 ? ",\n    " : "\n    ").utf8)
      bytes.append(text: "{\"layer\": ")
      JSONText.append(notice.layer, to: &bytes)
      bytes.append(contentsOf: ", \"loss\": \(notice.isLoss), \"text\": ".utf8)
      JSONText.append(notice.text, to: &bytes)
      bytes.append(text: "}")
    }
    bytes.append(contentsOf: (report.notices.isEmpty ? "]\n}\n" : "\n  ]\n}\n").utf8)
    return bytes
  }

  private static func append(
    list groups: [Summary.Group], key: String, withUnits: Bool = false, to bytes: inout [UInt8]
  ) {
    bytes.append(contentsOf: ",\n  \"\(key)\": [".utf8)
    for (index, group) in groups.enumerated() {
      bytes.append(contentsOf: (index > 0 ? ",\n    {\n      \"name\": " : "\n    {\n      \"name\": ").utf8)
      if group.name.isEmpty {
        bytes.append(text: "null")
      } else {
        JSONText.append(NormalForm.composed(group.name), to: &bytes)
      }
      if withUnits { append(unitOf: group, to: &bytes) }
      bytes.append(text: ",\n      ")
      append(group, indent: "      ", to: &bytes)
      bytes.append(text: "\n    }")
    }
    bytes.append(contentsOf: (groups.isEmpty ? "]" : "\n  ]").utf8)
  }

  /// The code of a group's unit and the names of those above it.
  private static func append(unitOf group: Summary.Group, to bytes: inout [UInt8]) {
    bytes.append(text: ",\n      \"code\": ")
    if let code = group.code { JSONText.append(code, to: &bytes) } else { bytes.append(text: "null") }
    bytes.append(text: ",\n      \"within\": [")
    for (index, parent) in group.parents.enumerated() {
      if index > 0 { bytes.append(text: ", ") }
      JSONText.append(NormalForm.composed(parent), to: &bytes)
    }
    bytes.append(text: "]")
  }

  private static func append(_ group: Summary.Group, indent: String, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: "\"villages\": \(group.total.villages),\n\(indent)\"people\": ".utf8)
    bytes.append(number: group.total.people)
    bytes.append(contentsOf: ",\n\(indent)\"households\": ".utf8)
    bytes.append(number: group.total.households)
    for service in Service.allCases {
      bytes.append(contentsOf: ",\n\(indent)\"\(service)\": {".utf8)
      append(counts: group, service, \.villageCount, to: &bytes)
      if let doubtful = group.doubtful[service] { bytes.append(contentsOf: ", \"doubtful\": \(doubtful)".utf8) }
      bytes.append(text: ", \"people\": {")
      append(counts: group, service, \.people, to: &bytes)
      bytes.append(text: "}, \"households\": {")
      append(counts: group, service, \.households, to: &bytes)
      bytes.append(text: "}}")
    }
  }

  private static func append(
    counts group: Summary.Group, _ service: Service, _ value: KeyPath<Summary.Tally, Double>, to bytes: inout [UInt8]
  ) {
    for (index, status) in Status.allCases.enumerated() {
      if index > 0 { bytes.append(text: ", ") }
      bytes.append(contentsOf: "\"\(status)\": ".utf8)
      bytes.append(number: group[service, status][keyPath: value])
    }
  }
}

extension Summary.Tally {
  fileprivate var villageCount: Double { Double(villages) }
}
