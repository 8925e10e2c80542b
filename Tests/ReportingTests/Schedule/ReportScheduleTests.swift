import Testing

@testable import Reporting

@Suite struct ReportScheduleTests {
  private func schedule(_ arguments: [String], folder: String = "/srv/a b/100%") throws -> ReportSchedule {
    ReportSchedule(
      time: try ScheduleTime("Mon 07:00"), name: "phusong-report", project: "Lai Châu 50%\nx",
      program: "/usr/bin/phusong",
      arguments: arguments, workingFolder: folder, writablePaths: ["/srv/a b/100%", "/var/$x \"q\""])
  }

  /// By systemd.syntax(7) and systemd.service(5): quotes and backslashes escaped, per cent and dollar doubled.
  @Test func `the service holds paths and commands as systemd reads them back`() throws {
    let text = try schedule(["report", "/srv/a b/100%/p.yml", "--on-change", "mail \"$TO\" \\ 'x'", ""]).service
    #expect(
      text.contains(
        "\nExecStart=/usr/bin/phusong report \"/srv/a b/100%%/p.yml\" --on-change "
          + "\"mail \\\"$$TO\\\" \\\\ 'x'\" \"\"\n"))
    #expect(text.contains("\nWorkingDirectory=/srv/a b/100%%\n"))
    #expect(text.contains("\nReadWritePaths=\"/srv/a b/100%%\" \"/var/$x \\\"q\\\"\"\n"))
    #expect(text.contains("\nDescription=PhuSong report: Lai Châu 50%% x\n"))
    for option in ["ProtectSystem=strict", "NoNewPrivileges=true", "PrivateTmp=true", "ProtectHome=read-only"] {
      #expect(text.contains("\n\(option)\n"))
    }
  }

  @Test(arguments: ["/tmp", "/tmp/report", "/var/tmp/report"])
  func `files in a shared temporary folder are not hidden from it`(folder: String) throws {
    let text = try schedule([], folder: folder).service
    #expect(!text.contains("\nPrivateTmp"))
    #expect(text.contains("\n# No PrivateTmp, for files of it are in a shared temporary folder.\n"))
    #expect(try schedule([], folder: "/tmpfiles").service.contains("\nPrivateTmp=true\n"))
  }

  @Test func `the timer makes up for a run that was missed`() throws {
    let text = try schedule([]).timer
    #expect(text.contains("\nOnCalendar=Mon *-*-* 07:00:00\nPersistent=true\n"))
    #expect(text.contains("\n[Install]\nWantedBy=timers.target\n"))
  }

  @Test func `a crontab line is for the shell, and per cent does not end it`() throws {
    let line = try schedule(["report", "/srv/a b/100%/p.yml", "--on-change", "echo 'x' $HOME"]).crontabLine
    #expect(
      line == #"0 7 * * 1 cd '/srv/a b/100\%' && /usr/bin/phusong report '/srv/a b/100\%/p.yml' --on-change "#
        + #"'echo '\''x'\'' $HOME'"# + "\n")
  }

  @Test func `a line feed has no place in either`() throws {
    let schedule = try schedule(["report", "a\nb"])
    #expect(throws: ScheduleError.self) { try schedule.service }
    #expect(throws: ScheduleError.self) { try schedule.crontabLine }
    #expect(throws: ScheduleError.self) { try self.schedule([], folder: "/srv/a ").service }
  }
}
