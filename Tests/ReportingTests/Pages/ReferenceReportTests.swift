import Coverage
import Foundation
import Project
import Testing

@testable import Reporting

/// The report on the reference dataset, whose counts are those of the notice.
@Suite struct ReferenceReportTests {
  private static let project = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("GeoData/reference/phusong.yml").path

  @Test func `the page has the counts of the notice and less than four megabytes`() async throws {
    let analysis = try await Analysis.run(try ProjectFile.read(contentsOf: Self.project), threads: 2)
    let contents = try await ReportContents(analysis, time: SampleReport.time, programVersion: "9.9", threads: 2)
    #expect(contents.figures.villages == NoticeFigures.villages)
    #expect(contents.figures.services[.fibre]?.served == NoticeFigures.withFibre)
    for service in Service.allCases {
      #expect(contents.figures.services[service]?.unserved == NoticeFigures.unserved(service))
    }
    let page = ReportPage(contents, language: .vi).bytes()
    #expect(page.count < 4_000_000)
    let text = String(decoding: page, as: UTF8.self)
    for figure in ["<strong>3.235</strong>", "<strong>689</strong>", "<strong>118</strong>"] {
      #expect(text.contains(figure), "\(figure)")
    }
    // For whoever wants to look at it.
    if let folder = ProcessInfo.processInfo.environment["PHUSONG_KEEP_REPORT"] {
      try ReportFiles.write(contents, toFolder: folder, language: .vi)
    }
  }
}
