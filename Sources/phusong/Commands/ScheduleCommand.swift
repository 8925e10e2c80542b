import ArgumentParser
import Foundation
import GeoFormats
import Project
import Reporting

/// `phusong schedule`
struct ScheduleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule",
    abstract: "Have a report made regularly, by systemd or cron.",
    discussion: """
      Writes a systemd service and timer that run phusong report, and tells how to enable them; nothing is enabled by \
      itself. With --cron it prints a line for crontab instead. The service may read everything and write only to the \
      folder of the report, to that of the history, and to what --writable names. A hook that hands mail to Postfix or \
      Exim needs more rights than that: see Scripts/examples.

      Times are local: "Mon 07:00", "Mon-Fri 06:30", "T2,T6 07:00", "daily 07:00", "monthly 1 07:00".
      """)

  @Option(help: ArgumentHelp("When: days and a time, as \"Mon 07:00\".", valueName: "when"))
  var every: String

  @Option(
    help: ArgumentHelp("The project file; by default the reference project.", valueName: "file"),
    completion: .file(extensions: ["yml", "yaml"]))
  var project: String?

  @OptionGroup var options: ReportOptions

  @Flag(help: "Print a line for crontab instead.")
  var cron = false

  @Option(
    help: ArgumentHelp(
      "Where the units go; by default ~/.config/systemd/user. Units of the system go to /etc/systemd/system.",
      valueName: "dir"), completion: .directory)
  var into: String?

  @Option(
    help: ArgumentHelp("The name of the units; by default phusong-report and the project's name.", valueName: "name"))
  var name: String?

  @Option(
    help: ArgumentHelp("A further folder that hooks may write to; may be given several times.", valueName: "dir"),
    completion: .directory)
  var writable: [String] = []

  func validate() throws {
    if let name, name.isEmpty || !name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) })
    {
      throw ValidationError("--name is \"\(name)\"; expected letters, digits, \"-\", \"_\" and \".\".")
    }
  }

  func run() async throws {
    let time = try ScheduleTime(every)
    let file = try project ?? GeoDataFolder.referenceProject()
    let read = try ProjectFile.read(contentsOf: file)
    try checkPaths()
    let schedule = schedule(time, file: file, read)
    if cron {
      try makeFolders()
      print(try schedule.crontabLine, terminator: "")
      Terminal.writeError("Add the line with: crontab -e")
      return
    }
    let folder = into ?? Self.userUnits
    try AtomicFile.makeFolder(folder)
    try makeFolders()
    let (service, timer) = ("\(folder)/\(schedule.name).service", "\(folder)/\(schedule.name).timer")
    let files = [try AtomicFile(path: service), try AtomicFile(path: timer)]
    try files[0].write(Array(try schedule.service.utf8))
    try files[1].write(Array(schedule.timer.utf8))
    try AtomicFile.commit(files)
    print(instructions(schedule, folder), terminator: "")
  }

  /// The folders that the service may write to, which could not make them itself.
  private func makeFolders() throws {
    try AtomicFile.makeFolder(options.output)
    if let historyFolder { try AtomicFile.makeFolder(historyFolder) }
  }

  /// The folder of the history where that is not the folder of the report.
  private var historyFolder: String? {
    options.history.map { history in
      let file = ReportJob.historyPath(Self.absolute(history))
      return URL(fileURLWithPath: file).deletingLastPathComponent().path
    }
  }

  /// Refuses what is not there now and would be missed at seven in the morning.
  private func checkPaths() throws {
    for path in writable + [options.plan].compactMap({ $0 }) where !FileManager.default.fileExists(atPath: path) {
      throw FormatError(file: path, problem: "no such file or folder")
    }
  }

  private func schedule(_ time: ScheduleTime, file: String, _ project: ProjectFile) -> ReportSchedule {
    let arguments = ["report", Self.absolute(file)] + options.words(Self.absolute) + ["--wait", "600"]
    var writable = [Self.absolute(options.output)]
    if let historyFolder { writable.append(historyFolder) }
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path
    return ReportSchedule(
      time: time, name: name ?? Self.unitName(project.name), project: project.name, program: program,
      arguments: arguments, workingFolder: URL(fileURLWithPath: Self.absolute(file)).deletingLastPathComponent().path,
      writablePaths: writable + self.writable.map(Self.absolute))
  }

  private func instructions(_ schedule: ReportSchedule, _ folder: String) -> String {
    let isSystem = folder.hasPrefix("/etc/") || folder.hasPrefix("/usr/") || folder.hasPrefix("/run/systemd/system")
    let control = isSystem ? "sudo systemctl" : "systemctl --user"
    let journal = isSystem ? "journalctl" : "journalctl --user"
    var lines = [
      "Wrote \(folder)/\(schedule.name).service", "Wrote \(folder)/\(schedule.name).timer", "",
      "Enable:   \(control) daemon-reload && \(control) enable --now \(schedule.name).timer",
    ]
    if !isSystem { lines.append("          loginctl enable-linger   # so that it runs while nobody is logged in") }
    lines += [
      "Try:      \(control) start \(schedule.name).service", "Look:     \(journal) -u \(schedule.name).service",
      "Disable:  \(control) disable --now \(schedule.name).timer",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// Where systemd looks for the units of a user (systemd.unit(5), "UNIT FILE LOAD PATH").
  private static var userUnits: String {
    let environment = ProcessInfo.processInfo.environment
    func folder(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    let settings = folder("XDG_CONFIG_HOME") ?? (folder("HOME") ?? NSHomeDirectory()) + "/.config"
    return settings + "/systemd/user"
  }

  private static func absolute(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.path
  }

  /// A name for units from that of a project: its letters without accents and its digits, with dashes between.
  static func unitName(_ project: String) -> String {
    let plain = project.lowercased().replacing("đ", with: "d")
      .folding(options: [.diacriticInsensitive], locale: Locale(identifier: "en"))
    let words = plain.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.prefix(6)
    return (["phusong-report"] + words.map(String.init)).joined(separator: "-")
  }
}
