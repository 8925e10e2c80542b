import ArgumentParser
import Foundation
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
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: history, isDirectory: &isFolder) else {
      return history == Self.defaultFolder ? "\(history)/\(ReportJob.historyName)" : history
    }
    return isFolder.boolValue ? "\(history)/\(ReportJob.historyName)" : history
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
