import Coverage
import Foundation
import GeoFormats
import Testing

@testable import Project

@Suite struct BlockAnalysisTests {
  /// What a run wrote and said, or the error it ended with.
  private struct Answer: Equatable {
    var villages: Data?
    var summary: Data?
    var report: AnalysisReport?
    var error: String?
  }

  private static let layers = """
    layers:
      fibre: fibre.csv
      zones: zones.geojson
    services:
      fibre: [{layer: fibre, rule: within, metres: 20000}]
      signal: [{layer: zones, rule: inside}]
    measures: {far_m: fibre}

    """

  private func withProject<Result>(
    of file: VillageFileCase, _ body: (ProjectFile, String) async throws -> Result
  ) async throws -> Result {
    let folder = NSTemporaryDirectory() + "phusong-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data(file.text.utf8).write(to: URL(fileURLWithPath: "\(folder)/v.geojson"))
    try Data("lon,lat\n102.7,21.2\n103.3,21.6\n".utf8).write(to: URL(fileURLWithPath: "\(folder)/fibre.csv"))
    let ring = "[[102.6,21],[103.1,21],[103.1,22],[102.6,22],[102.6,21]]"
    let zone =
      "{\"type\":\"Feature\",\"properties\":{\"region\":\"Tây Bắc\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[\(ring)]}}"
    try Data(zone.utf8).write(to: URL(fileURLWithPath: "\(folder)/zones.geojson"))
    let text = "villages:\n  file: v.geojson\n\(file.villages)\(Self.layers)\(file.project)"
    return try await body(try ProjectFile.parse(text, file: "\(folder)/p.yml"), folder)
  }

  private func answer(
    _ project: ProjectFile, _ file: VillageFileCase, to output: String, inBlocks: Bool, threads: Int,
    isStrict: Bool, bytesPerBlock: Int = 700
  ) async -> Answer {
    var answer = Answer()
    do {
      answer.report = try await Results.analyze(
        project, toFolder: output, threads: threads, isStrict: isStrict, groupedBy: file.level,
        leastBytes: inBlocks ? 0 : .max, bytesPerBlock: bytesPerBlock)
    } catch {
      answer.error = "\(error)"
    }
    answer.villages = FileManager.default.contents(atPath: "\(output)/villages.geojson")
    answer.summary = FileManager.default.contents(atPath: "\(output)/summary.json")
    return answer
  }

  @Test(arguments: VillageFileCase.cases, [false, true])
  func `an analysis in blocks is that of all villages, byte for byte`(
    file: VillageFileCase, isStrict: Bool
  ) async throws {
    try await withProject(of: file) { project, folder in
      let whole = await answer(project, file, to: folder + "/w", inBlocks: false, threads: 2, isStrict: isStrict)
      #expect(whole.villages != nil || whole.error != nil)
      for threads in [1, 2, 3] {
        let blocks = await answer(
          project, file, to: "\(folder)/\(threads)", inBlocks: true, threads: threads, isStrict: isStrict)
        #expect(blocks == whole)
      }
    }
  }

  @Test(arguments: VillageFileCase.cases)
  func `a file is taken in blocks where nothing is in the way`(file: VillageFileCase) async throws {
    try await withProject(of: file) { project, _ in
      let analysis = try? await BlockAnalysis.run(
        project, threads: 2, isStrict: false, groupedBy: file.level, leastBytes: 0, bytesPerBlock: 700
      ) { _ in }
      #expect((analysis != nil) == file.isInBlocks)
      if let analysis, file.features.count > 20 { #expect(analysis.blocks.count > 3) }
    }
  }

  @Test(arguments: [1, 200, 333, 5000, 1 << 22])
  func `the size of the blocks does not matter`(bytes: Int) async throws {
    let file = try #require(VillageFileCase.cases.first { $0.testDescription == "codes in no order" })
    try await withProject(of: file) { project, folder in
      let whole = await answer(project, file, to: folder + "/w", inBlocks: false, threads: 1, isStrict: false)
      let blocks = await answer(
        project, file, to: folder + "/b", inBlocks: true, threads: 2, isStrict: false, bytesPerBlock: bytes)
      #expect(blocks == whole)
      #expect(blocks.villages != nil)
    }
  }
}
