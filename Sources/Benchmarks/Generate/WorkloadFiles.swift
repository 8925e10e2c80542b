import Foundation
import GeoFormats
import Geospatial

/// Writes the layers of a workload into a folder.
struct WorkloadFiles {
  let workload: Workload
  /// The folder, with its slash.
  let folder: String

  private static let operators: [StaticString] = ["VNPT", "Viettel", "FPT"]
  private static let kilovolts = [22, 35, 110]
  private static let technologies: [StaticString] = ["2G", "4G", "5G"]

  /// The name of the file with so many villages.
  static func villagesName(_ count: Int) -> String { "villages_\(count).geojson" }

  /// The greatest number of villages of which a folder has a file.
  static func mostVillages(in folder: String) throws -> Int {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let counts = names.compactMap { name in
      name.hasPrefix("villages_") && name.hasSuffix(".geojson") ? Int(name.dropFirst(9).dropLast(8)) : nil
    }
    guard let most = counts.max() else { throw BenchmarkError.noVillages(folder: folder) }
    return most
  }

  func writeVillages(_ count: Int) throws {
    var stream = try FeatureStream(path: folder + Self.villagesName(count))
    for number in 0..<count {
      var (position, random) = workload.villages.site(number)
      let traits = VillageTraits(at: position, &random)
      try stream.append { bytes in
        Self.appendIdentifier(number, to: &bytes)
        bytes.append(text: ",\"name\":\"Bản ")
        bytes.append(text: traits.firstSyllable)
        bytes.append(text: " ")
        bytes.append(text: traits.secondSyllable)
        bytes.append(text: " ")
        bytes.append(integer: number % 97)
        bytes.append(text: "\",\"population\":")
        bytes.append(integer: traits.people)
        bytes.append(text: ",\"province\":\"")
        bytes.append(text: traits.province)
        bytes.append(text: "\"")
      } geometry: { bytes in
        FeatureStream.append(point: position, to: &bytes)
      }
    }
    try stream.finish()
  }

  /// Writes fibre, power, towers and coverage.
  func writeLayers(_ counts: Workload.Counts) throws {
    try writeFibre(counts.fibre)
    try writePower(counts.power)
    try writeTowers(counts.towers)
    try writeCoverage(counts.coverage, towers: counts.towers)
  }

  func writeFibre(_ count: Int) throws {
    try write("fibre", count) { number, bytes in
      Self.append(operatorOf: number, to: &bytes)
      bytes.append(text: ",\"cores\":")
      bytes.append(integer: 24 * (1 + number % 4))
    } geometry: { number, bytes in
      FeatureStream.append(line: workload.fibre.line(number), to: &bytes)
    }
  }

  func writePower(_ count: Int) throws {
    try write("power", count) { number, bytes in
      bytes.append(text: ",\"kv\":")
      bytes.append(integer: Self.kilovolts[number % Self.kilovolts.count])
    } geometry: { number, bytes in
      FeatureStream.append(line: workload.power.line(number), to: &bytes)
    }
  }

  func writeTowers(_ count: Int) throws {
    try write("towers", count) { number, bytes in
      Self.append(operatorOf: number, to: &bytes)
      bytes.append(text: ",\"height_m\":")
      bytes.append(integer: 30 + number % 40)
    } geometry: { number, bytes in
      FeatureStream.append(point: workload.towers.site(number).position, to: &bytes)
    }
  }

  /// Writes areas around the first `towers` towers.
  func writeCoverage(_ count: Int, towers: Int) throws {
    let areas = workload.coverage(towerCount: towers)
    try write("coverage", count) { number, bytes in
      bytes.append(text: ",\"tech\":\"")
      bytes.append(text: Self.technologies[number % Self.technologies.count])
      bytes.append(text: "\"")
    } geometry: { number, bytes in
      FeatureStream.append(polygon: areas.rings(number), to: &bytes)
    }
  }

  private func write(
    _ layer: String, _ count: Int, properties: (Int, inout [UInt8]) -> Void, geometry: (Int, inout [UInt8]) -> Void
  ) throws {
    var stream = try FeatureStream(path: "\(folder)\(layer).geojson")
    for number in 0..<count {
      try stream.append { bytes in
        Self.appendIdentifier(number, to: &bytes)
        properties(number, &bytes)
      } geometry: { bytes in
        geometry(number, &bytes)
      }
    }
    try stream.finish()
  }

  private static func appendIdentifier(_ number: Int, to bytes: inout [UInt8]) {
    bytes.append(text: "\"id\":")
    bytes.append(integer: number)
  }

  private static func append(operatorOf number: Int, to bytes: inout [UInt8]) {
    bytes.append(text: ",\"operator\":\"")
    bytes.append(text: operators[number % operators.count])
    bytes.append(text: "\"")
  }
}
