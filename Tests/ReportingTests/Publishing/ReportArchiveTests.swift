import Foundation
import Testing

@testable import Reporting

@Suite struct ReportArchiveTests {
  private func write(_ text: String, _ path: String) throws {
    // As a report does: a new file takes the name of the old one.
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  private func status(run: Int) -> ReportStatus {
    var status = ReportStatus(time: "2026-11-30T07:00:00+07:00", version: "0.1.0", folder: "/srv")
    (status.run, status.runTime, status.files) = (run, "2026-11-2\(run)T07:00:00+07:00", ["report.html", "gone.csv"])
    return status
  }

  @Test func `earlier reports are kept, the oldest go`() throws {
    let scene = try HistoryScene()
    let archive = ReportArchive(folder: scene.folder, kept: 2)
    for run in 1...4 {
      try write("page \(run)", scene.folder + "/report.html")
      try status(run: run).write(toFolder: scene.folder)
      try archive.add(status(run: run))
      archive.prune()
    }
    try write("page 5", scene.folder + "/report.html")
    let names = FileStamp.names(inFolder: scene.folder + "/archive")
    #expect(names == ["run-000003-2026-11-23", "run-000004-2026-11-24"])
    let folder = scene.folder + "/archive/run-000004-2026-11-24"
    #expect(FileStamp.names(inFolder: folder) == ["report.html", "status.json"])
    #expect(try String(contentsOfFile: folder + "/report.html", encoding: .utf8) == "page 4")
    #expect(ReportStatus.read(inFolder: folder)?.run == 4)
  }

  @Test func `where none are kept there is no archive`() throws {
    let scene = try HistoryScene()
    try write("page", scene.folder + "/report.html")
    try ReportArchive(folder: scene.folder, kept: 0).add(status(run: 1))
    #expect(FileStamp.names(inFolder: scene.folder) == ["report.html"])
  }

  @Test func `what a killed process left is removed, and nothing else`() throws {
    let scene = try HistoryScene()
    for name in ["report.html.123.part", "a.part", "notes.x.part", "report.html"] {
      try write("", "\(scene.folder)/\(name)")
    }
    try FileManager.default.createDirectory(
      atPath: scene.folder + "/archive/.run-000001-2026-11-21.part", withIntermediateDirectories: true)
    let archive = ReportArchive(folder: scene.folder, kept: 2)
    archive.removeUnfinished()
    archive.prune()
    #expect(FileStamp.names(inFolder: scene.folder) == ["a.part", "archive", "notes.x.part", "report.html"])
    #expect(FileStamp.names(inFolder: scene.folder + "/archive").isEmpty)
  }
}
