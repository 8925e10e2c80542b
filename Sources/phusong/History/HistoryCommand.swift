import ArgumentParser

/// `phusong history`
struct HistoryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "What earlier reports found: list, show, compare, export and prune runs.",
    discussion: """
      A run is named by its number, or first, last or previous (the one before the last). Reading needs no lock and may \
      go on while a report is being made.
      """,
    subcommands: [
      HistoryListCommand.self, HistoryShowCommand.self, HistoryCompareCommand.self, HistoryExportCommand.self,
      HistoryPruneCommand.self,
    ])
}
