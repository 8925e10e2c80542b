import Foundation
import Testing

@Suite struct ScheduleCommandTests {
  private static func scratch() throws -> Scratch {
    var files = AnalyzeTests.files
    files["dự án 100%/p.yml"] = files["p.yml"]?.replacing("name: By hand", with: "name: Lai Châu, Đợt 2")
    return try Scratch(files)
  }

  private func schedule(_ scratch: Scratch, _ arguments: String...) throws -> Program.Run {
    try Program.run(
      ["schedule", "--project", "dự án 100%/p.yml", "--output", "báo cáo %h"] + arguments, in: scratch,
      environment: ["HOME": scratch.file("home"), "XDG_CONFIG_HOME": ""])
  }

  @Test func `units are written where users keep theirs, and how to enable them is told`() throws {
    let scratch = try Self.scratch()
    let run = try schedule(
      scratch, "--every", "Mon 07:00", "--on-change", "mail -s \"$S\" a@example.vn", "--keep", "5", "--log-format",
      "json",
      "--strict")
    #expect(run.status == 0, "\(run.errors)")
    let stem = "home/.config/systemd/user/phusong-report-lai-chau-dot-2"
    let service = try scratch.text(stem + ".service")
    let folder = scratch.path
    #expect(
      service.contains(
        "\nExecStart=\(Program.path) report \"\(folder)/dự án 100%%/p.yml\" --output \"\(folder)/báo cáo %%h\" --lang vi "
          + "--on-change \"mail -s \\\"$$S\\\" a@example.vn\" --keep 5 --log-format json --strict --wait 600\n"))
    #expect(service.contains("\nWorkingDirectory=\(folder)/dự án 100%%\n"))
    #expect(service.contains("\nReadWritePaths=\"\(folder)/báo cáo %%h\"\n"))
    #expect(try scratch.text(stem + ".timer").contains("\nOnCalendar=Mon *-*-* 07:00:00\nPersistent=true\n"))
    #expect(
      run.output.contains(
        "systemctl --user daemon-reload && systemctl --user enable --now phusong-report-lai-chau-dot-2.timer\n"))
    #expect(run.output.contains("loginctl enable-linger"))
    // The service could not make the folder itself: it may write to nothing above it.
    #expect(scratch.contents.contains("báo cáo %h"))
  }

  @Test(.enabled(if: Program.tool("systemd-analyze") != nil, "needs systemd-analyze"))
  func `systemd finds no fault in the units and in the time`() throws {
    let scratch = try Self.scratch()
    try FileManager.default.createDirectory(atPath: scratch.file("a b"), withIntermediateDirectories: true)
    let run = try schedule(
      scratch, "--every", "Mon-Fri 06:30", "--into", "units", "--name", "weekly", "--on-failure",
      "echo '100%' \"$HOME\" \\",
      "--history", "lịch sử/h.sqlite", "--writable", "a b")
    #expect(run.status == 0, "\(run.errors)")
    let tool = try #require(Program.tool("systemd-analyze"))
    let verified = try Program.run(
      tool, ["verify", scratch.file("units/weekly.service"), scratch.file("units/weekly.timer")])
    #expect(verified.status == 0)
    let complaints = verified.errors.split(separator: "\n").filter { $0.contains("weekly") }
    #expect(complaints.isEmpty)
    let calendar = try Program.run(tool, ["calendar", "Mon..Fri *-*-* 06:30:00"])
    #expect(calendar.status == 0)
  }

  @Test(.enabled(if: Program.tool("systemd-analyze") != nil, "needs systemd-analyze"))
  func `systemd does find fault where there is some`() throws {
    let scratch = try Scratch(["bad.service": "[Service]\nType=oneshot\nExecStart=none\nReadWritePaths=relative\n"])
    let tool = try #require(Program.tool("systemd-analyze"))
    let run = try Program.run(tool, ["verify", scratch.file("bad.service")])
    #expect(run.errors.contains("bad.service"))
  }

  @Test func `the command of a crontab line makes the report`() throws {
    let scratch = try Self.scratch()
    for file in AnalyzeTests.files.keys where file != "p.yml" {
      try scratch.write(scratch.data(file), to: "dự án 100%/\(file)")
    }
    let run = try schedule(scratch, "--every", "daily 23:05", "--cron")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("5 23 * * * cd '\(scratch.path)/dự án 100\\%' && "))
    #expect(run.output.filter(\.isNewline).count == 1)
    // As cron does: what stands behind the fifth field, with the backslashes before per cent taken away.
    let command = String(run.output.split(separator: " ", maxSplits: 5)[5]).replacing("\\%", with: "%")
    let made = try Program.run("/bin/sh", ["-c", command])
    #expect(made.status == 0, "\(made.errors)")
    #expect(scratch.contents.contains("báo cáo %h/status.json"))
  }

  @Test(arguments: [
    (["--every", "Mon 25:00"], 2, "error: --every \"Mon 25:00\": the hour is 25; expected 0 to 23\n"),
    (
      ["--every", "Mon 07:00", "--name", "a b"], 2,
      "Error: --name is \"a b\"; expected letters, digits, \"-\", \"_\" and"
    ),
    (["--every", "Mon 07:00", "--plan", "nix"], 3, "error: nix: no such file or folder\n"),
    (["--every", "Mon 07:00", "--writable", "nix"], 3, "error: nix: no such file or folder\n"),
    (["--every", "Mon 07:00", "--on-change", "a\nb"], 2, "error: systemd: \"a\\nb\": has a control character"),
  ])
  func `what cannot be scheduled is told, and no unit is written`(
    arguments: [String], status: Int32, message: String
  ) throws {
    let scratch = try Self.scratch()
    let run = try Program.run(
      ["schedule", "--project", "p.yml", "--into", "units"] + arguments, in: scratch)
    #expect(run.status == status)
    #expect(run.errors.replacing("a\nb", with: "a\\nb").hasPrefix(message), "\(run.errors)")
    #expect(!scratch.contents.contains { $0.hasSuffix(".service") || $0.hasSuffix(".part") })
  }
}
