import Coverage
import GeoFormats
import Project
import Reporting

/// All that a history tells of one run but its villages.
struct RunAccount {
  let run: RunRecord
  let plan: [PlanProgress]
  let words: ColumnWords

  /// The account for people.
  func text(on page: Page) -> String {
    var text = words.pick("Run \(run.number) of ", "Lần \(run.number), ") + "\(run.project), \(run.figures.time)\n"
    text += words.pick("PhuSong \(run.version)", "PhuSong \(run.version)")
    text +=
      run.options.isEmpty ? "\n" : ", \(run.options == "strict" ? words.pick("strict", "chặt chẽ") : run.options)\n"
    if run.losses > 0 {
      text += words.pick("Left out: \(run.losses) remarks\n", "Bỏ qua: \(run.losses) nhận xét\n")
    }
    return text + "\n" + figures.text(on: page) + (plan.isEmpty ? "" : "\n" + progress.text(on: page)) + "\n"
      + inputs.text(on: page)
  }

  private func number(_ value: Int) -> String { TextTable.number(value, words.language) }

  private var figures: TextTable {
    var table = TextTable(header: [
      words.pick("Service", "Dịch vụ"), words.pick("Served", "Đã có"), words.pick("Unserved", "Chưa có"),
      words.pick("Unknown", "Chưa rõ"), words.pick("People without", "Số dân chưa có"),
    ])
    for service in Service.allCases {
      guard let counts = run.figures.services[service] else { continue }
      table.append(
        [words.heading(service.rawValue)]
          + [counts.served, counts.unserved, counts.unknown, counts.peopleUnserved].map(number))
    }
    return table
  }

  private var progress: TextTable {
    var table = TextTable(
      header: [
        words.pick("Year", "Năm"), words.pick("Service", "Dịch vụ"), words.pick("Planned", "Kế hoạch"),
        words.pick("Served", "Đã có"),
      ], alignments: [.left, .left, .right, .right])
    for entry in plan {
      table.append([
        "\(entry.year)", words.heading(entry.service.rawValue), number(entry.planned), number(entry.served),
      ])
    }
    return table
  }

  private var inputs: TextTable {
    var table = TextTable(
      header: [
        words.pick("Input", "Dữ liệu vào"), words.pick("File", "Tệp"), words.pick("Bytes", "Dung lượng"), "SHA-256",
      ], alignments: [.left, .left, .right, .left])
    for input in run.inputs { table.append([words.role(input.role), input.path, number(input.bytes), input.sha256]) }
    return table
  }

  /// The account as JSON.
  var json: [UInt8] {
    var bytes: [UInt8] = []
    func text(_ value: String) { JSONText.append(value, to: &bytes) }
    func raw(_ value: String) { bytes.append(contentsOf: value.utf8) }
    raw("{\n  \"run\": \(run.number),\n  \"time\": ")
    text(run.figures.time)
    for (name, value) in [
      ("project", run.project), ("version", run.version), ("options", run.options), ("fingerprint", run.fingerprint),
    ] {
      raw(",\n  \"\(name)\": ")
      text(value)
    }
    raw(",\n  \"left_out\": \(run.losses),\n  \"villages\": \(run.figures.villages)")
    for service in Service.allCases {
      guard let counts = run.figures.services[service] else { continue }
      raw(",\n  \"\(service)\": {\"served\": \(counts.served), \"unserved\": \(counts.unserved), ")
      raw("\"unknown\": \(counts.unknown), \"people_unserved\": \(counts.peopleUnserved)}")
    }
    raw(",\n  \"plan\": [")
    for (index, entry) in plan.enumerated() {
      raw("\(index > 0 ? "," : "")\n    {\"year\": \(entry.year), \"service\": \"\(entry.service)\", ")
      raw("\"planned\": \(entry.planned), \"served\": \(entry.served)}")
    }
    raw(plan.isEmpty ? "],\n  \"inputs\": [" : "\n  ],\n  \"inputs\": [")
    for (index, input) in run.inputs.enumerated() {
      raw("\(index > 0 ? "," : "")\n    {\"role\": ")
      text(input.role)
      raw(", \"path\": ")
      text(input.path)
      raw(", \"bytes\": \(input.bytes), \"sha256\": \"\(input.sha256)\"}")
    }
    raw("\n  ],\n  \"parameters\": ")
    text(run.parameters)
    raw("\n}\n")
    return bytes
  }
}
