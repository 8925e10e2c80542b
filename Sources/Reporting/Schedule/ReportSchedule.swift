/// A report that is made by a timer: when, and with which command line.
public struct ReportSchedule: Hashable, Sendable {
  /// When it is made.
  public var time: ScheduleTime
  /// The name of the units, without their endings.
  public var name: String
  /// The project's name, for descriptions.
  public var project: String
  /// The absolute path of the program.
  public var program: String
  /// What the program is given.
  public var arguments: [String]
  /// The absolute path of the folder from which it is run.
  public var workingFolder: String
  /// The absolute paths that it writes to.
  public var writablePaths: [String]

  /// A report at a time, with the command line that makes it; all paths absolute.
  public init(
    time: ScheduleTime, name: String, project: String, program: String, arguments: [String], workingFolder: String,
    writablePaths: [String]
  ) {
    self.time = time
    self.name = name
    self.project = project
    self.program = program
    self.arguments = arguments
    self.workingFolder = workingFolder
    self.writablePaths = writablePaths
  }

  // MARK: systemd

  /// The text of the service unit (systemd.service(5), systemd.exec(5)).
  ///
  /// It may read everything, write only to ``writablePaths``, and gain no privileges. Code 4, that something was left out, is
  /// no failure.
  ///
  /// - Throws: ``ScheduleError/wrongText(what:text:problem:)``.
  public var service: String {
    get throws(ScheduleError) {
      """
      [Unit]
      Description=PhuSong report: \(SystemdText.value(project))
      Wants=network-online.target
      After=network-online.target

      [Service]
      Type=oneshot
      ExecStart=\(try SystemdText.commandLine([program] + arguments))
      WorkingDirectory=\(try SystemdText.path(workingFolder))
      SuccessExitStatus=4
      Nice=10
      UMask=0022

      # It reads what it likes and writes to these folders only.
      ProtectSystem=strict
      ProtectHome=read-only
      ReadWritePaths=\(try SystemdText.words(writablePaths))
      \(privateFolders)
      NoNewPrivileges=true
      ProtectKernelTunables=true
      ProtectControlGroups=true
      RestrictSUIDSGID=true
      RestrictRealtime=true
      RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6
      LockPersonality=true
      SystemCallArchitectures=native

      """
    }
  }

  /// That it has temporary folders of its own, unless its files are in those of everybody, which would be hidden from it.
  private var privateFolders: String {
    let paths = [workingFolder, program] + writablePaths + arguments
    let shared = paths.first { path in ["/tmp", "/var/tmp"].contains { path == $0 || path.hasPrefix($0 + "/") } }
    return shared == nil ? "PrivateTmp=true" : "# No PrivateTmp, for files of it are in a shared temporary folder."
  }

  /// The text of the timer unit (systemd.timer(5)). A run that was missed, because the machine was off, is made up for.
  public var timer: String {
    """
    [Unit]
    Description=PhuSong report: \(SystemdText.value(project)), \(time.calendar)

    [Timer]
    OnCalendar=\(time.calendar)
    Persistent=true
    AccuracySec=1min

    [Install]
    WantedBy=timers.target

    """
  }

  // MARK: cron

  /// The line of a crontab (crontab(5)): its command is for the shell, and `%` would end it.
  ///
  /// - Throws: ``ScheduleError/wrongText(what:text:problem:)`` for what holds a line feed.
  public var crontabLine: String {
    get throws(ScheduleError) {
      let words = [workingFolder, program] + arguments
      if let text = words.first(where: { $0.contains(where: \.isNewline) }) {
        throw .wrongText(what: "crontab:", text: text, problem: "has a line feed; expected one line")
      }
      let quoted = words.map(Self.quotedForShell)
      let command = "cd \(quoted[0]) && " + quoted.dropFirst().joined(separator: " ")
      return "\(time.crontab) \(command.replacing("%", with: "\\%"))\n"
    }
  }

  /// A word for the shell (POSIX.1-2017, Shell Command Language, section 2.2.2).
  static func quotedForShell(_ word: String) -> String {
    let isPlain =
      !word.isEmpty && word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "/._-=:,+@".contains($0)) }
    return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
