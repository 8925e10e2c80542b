import ArgumentParser
import Foundation
import GeoFormats
import Project
import Reporting

/// Which history is asked.
struct HistoryOptions: ParsableArguments {
  /// Where reports are written by default.
  static let defaultFolder = "phusong-report"

  @Option(
    help: ArgumentHelp(
      "The history, or the folder of a report that has one.", valueName: "file"), completion: .file())
  var history = HistoryOptions.defaultFolder

  /// The path of the file.
  var path: String {
    let path = ReportJob.historyPath(history)
    return path == Self.defaultFolder ? "\(path)/\(ReportJob.historyName)" : path
  }

  /// Refuses an output that is a file of the history itself.
  func check(output: String?) throws {
    guard let output, let written = Self.identity(output) else { return }
    for end in ["", "-wal", "-shm", ".lock"] where Self.identity(path + end) == written {
      throw AtomicFile.Failure(
        path: output, reason: "it is the history that is asked; choose another file with --output")
    }
  }

  /// What makes two paths the same file; nil where there is none.
  private static func identity(_ path: String) -> [Int]? {
    let facts = try? FileManager.default.attributesOfItem(
      atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)
    guard let device = facts?[.systemNumber] as? Int, let number = facts?[.systemFileNumber] as? Int else { return nil }
    return [device, number]
  }

  /// The history to read from.
  func opened() throws -> RunHistory { try RunHistory(path: path, for: .reading) }
}

/// A format for people or for programs.
enum ListFormat: String, ExpressibleByArgument, CaseIterable {
  case table, csv, json, markdown

  /// The format for programs; nil for the table.
  var query: QueryFormat? {
    switch self {
    case .table: nil
    case .csv: .csv
    case .json: .json
    case .markdown: .markdown
    }
  }
}
