import Coverage
import Foundation
import GeoFormats
import Testing

@testable import Project

@Suite struct ProjectFileTextTests {
  private let plain = ProjectFileTests.full

  @Test func `a byte order mark changes nothing`() throws {
    #expect(try ProjectFile.parse("\u{FEFF}" + plain, file: "p.yml") == ProjectFile.parse(plain, file: "p.yml"))
  }

  @Test func `lines that end in CR LF change nothing, not even line numbers`() throws {
    let windows = plain.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    #expect(try ProjectFile.parse(windows, file: "p.yml") == ProjectFile.parse(plain, file: "p.yml"))
  }

  @Test func `an alias stands for its anchor`() throws {
    let project = try ProjectFile.parse(
      """
      villages: {file: v.csv, where: &built {status: built}}
      layers:
        fibre: {file: f.csv, where: *built}
      services:
        fibre: &rules
          - {layer: fibre, rule: within}
        signal: *rules
      """, file: "p.yml")
    #expect(project.layers.first?.source.filter == project.villages.source.filter)
    #expect(project.layers.first?.source.filter.properties == ["status"])
    #expect(project.rules(for: .signal) == [Rule(layer: "fibre", kind: .within(metres: 500))])
    #expect(project.services.last?.line == 7)
  }

  @Test func `a merge key gives what the section does not write itself`() throws {
    let project = try ProjectFile.parse(
      """
      villages: {file: v.csv}
      layers:
        a: &a {file: a.csv, crs: EPSG:3405, delimiter: ";"}
        b: &b {file: b.csv, crs: EPSG:3406, format: csv}
        c: {<<: *a, file: c.csv}
        d: {<<: [*b, *a], file: d.csv}
      """, file: "p.yml")
    #expect(project.layers.map(\.source.files) == [["a.csv"], ["b.csv"], ["c.csv"], ["d.csv"]])
    #expect(project.layers.map(\.source.crs) == ["EPSG:3405", "EPSG:3406", "EPSG:3405", "EPSG:3406"])
    #expect(project.layers.map(\.source.delimiter) == [";", nil, ";", ";"])
  }

  @Test func `Vietnamese layer names match however their letters are composed`() throws {
    let project = try ProjectFile.parse(
      """
      villages: {file: bản.geojson}
      layers: {cáp quang: cáp.geojson}
      services: {fibre: [{layer: "ca\\u0301p quang", rule: inside}]}
      measures: {khoảng_cách: cáp quang}
      """, file: "dự án/Mường Nhé.yml")
    #expect(project.name == "Mường Nhé")
    #expect(project.folder == "dự án")
    #expect(project.measures.map(\.name) == ["khoảng_cách"])
    #expect(project.layer(named: project.rules(for: .fibre)[0].layer) != nil)
  }

  @Test func `plain scalars follow YAML 1·2, so OpenStreetMap's yes is text`() throws {
    let project = try ProjectFile.parse(
      "villages: {file: v.csv, where: {a: [yes, on, 007, '7', !!str 7, true, 1.5, 2025-07-01, 12345678901234567890]}}",
      file: "p.yml")
    let expected: [AttributeValue] = [
      .text("yes"), .text("on"), .number(7), .text("7"), .text("7"), .boolean(true), .number(1.5),
      .text("2025-07-01"), .text("12345678901234567890"),
    ]
    #expect(project.villages.source.filter.conditions == [.init(property: "a", condition: .anyOf(expected))])
  }

  @Test func `a condition may ask several things of one property`() throws {
    let project = try ProjectFile.parse(
      "villages: {file: v.csv, where: {a: {min: 1, max: 9, not: [3, 4], exists: true}}}", file: "p.yml")
    let conditions: [AttributeFilter.Condition] = [
      .range(min: 1, max: 9), .noneOf([.number(3), .number(4)]), .exists(true),
    ]
    #expect(project.villages.source.filter.conditions.map(\.condition) == conditions)
    #expect(project.villages.source.filter.properties == ["a"])
  }

  @Test(arguments: ["v*.geojson", "v?.csv", "d/*"])
  func `wildcards may stand in the last component`(path: String) throws {
    let text = "villages: {file: \"\(path)\", format: csv, delimiter: '|'}"
    #expect(try ProjectFile.parse(text, file: "p.yml").villages.source.files == [path])
  }

  @Test func `CSV keys are accepted where a wildcard may find CSV files`() throws {
    #expect(
      try ProjectFile.parse("villages: {file: 'd/*', delimiter: '|'}", file: "p").villages.source.delimiter == "|")
  }

  @Test(arguments: 0..<300)
  func `a damaged file is read or refused by a project file error on one line`(seed: Int) throws {
    var random = SplitMix64(state: UInt64(seed))
    var scalars = Array(plain.unicodeScalars)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let index = Int.random(in: 0..<scalars.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: scalars.remove(at: index)
      case 1: scalars.insert(scalars[Int.random(in: 0..<scalars.count, using: &random)], at: index)
      case 2:
        scalars[index] =
          Array("{}[]:,-?*&!|>'\"%@`#\n\t ~<\u{0}\u{85}\u{2028}".unicodeScalars).randomElement(using: &random) ?? "x"
      default: scalars.removeLast(min(index, scalars.count - 1))
      }
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    do {
      _ = try ProjectFile.parse(String(text), file: "p.yml")
    } catch let error as ProjectFileError {
      let lines = 1 + scalars.count { ["\n", "\u{85}", "\u{2028}"].contains($0) }
      #expect((1...lines).contains(error.line ?? 1), "\(error)")
      #expect(error.description.allSatisfy { !$0.isNewline })
    }
  }

  @Test func `a file is read from disk with its bytes checked`() throws {
    let folder = try TemporaryFolder()
    let good = try folder.write("good.yml", Array("\u{FEFF}\(plain)".utf8))
    #expect(try ProjectFile.read(contentsOf: good) == ProjectFile.parse(plain, file: good))
    let latin = try folder.write("latin.yml", Array("villages:\n  file: b".utf8) + [0xE0, 0x0A])
    #expect(throws: ProjectFileError.notUTF8(file: latin, line: 2)) { try ProjectFile.read(contentsOf: latin) }
    let utf16 = try folder.write("utf16.yml", [0xFF, 0xFE, 0x61, 0x00])
    #expect(throws: ProjectFileError.notUTF8(file: utf16, line: 1)) { try ProjectFile.read(contentsOf: utf16) }
    let limit = ProjectFile.greatestByteCount
    let large = try folder.write("large.yml", [UInt8](repeating: 0x20, count: limit + 1))
    #expect(throws: ProjectFileError.tooLarge(file: large, limit: limit)) { try ProjectFile.read(contentsOf: large) }
    #expect(throws: ProjectFileError.unreadable(file: folder.path, reason: "Is a directory")) {
      try ProjectFile.read(contentsOf: folder.path)
    }
    let missing = folder.path + "/missing.yml"
    #expect(throws: ProjectFileError.unreadable(file: missing, reason: "No such file or directory")) {
      try ProjectFile.read(contentsOf: missing)
    }
  }
}

/// The generator of Steele, Lea and Flood (2014), for the same numbers at every run.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A folder of its own for one test, gone when the test ends.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("phusong-\(UUID())").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes `bytes` to a file `name` and returns its path.
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = "\(path)/\(name)"
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }
}
