import Foundation
import Testing

/// The hooks of `report`, and those that come as examples.
@Suite struct HookCommandTests {
  private static let examples = SharedData.package.appendingPathComponent("Scripts/examples").path

  private func hooks(_ weekly: WeeklyReport, _ week: Int) throws -> Program.Run {
    try weekly.report(week: week, ["--on-change", "cat > changed.json", "--on-failure", "cat > failed.json"])
  }

  @Test func `a change runs its hook, which finds the status, and no change runs none`() throws {
    let weekly = try WeeklyReport()
    #expect(try hooks(weekly, 0).status == 0)
    #expect(try weekly.scratch.data("changed.json") == weekly.scratch.data("out/status.json"))
    try FileManager.default.removeItem(atPath: weekly.scratch.file("changed.json"))
    #expect(try hooks(weekly, 1).status == 0)
    #expect(!weekly.scratch.contents.contains("changed.json"))
    try weekly.buildCable()
    #expect(try hooks(weekly, 2).status == 0)
    #expect(try weekly.scratch.text("changed.json").contains("\"unserved_to_served\" : 1"))
    #expect(!weekly.scratch.contents.contains("failed.json"))
  }

  @Test func `a failure runs its own hook and keeps its exit code`() throws {
    let weekly = try WeeklyReport()
    try weekly.scratch.write(Data(), to: "p.yml")
    #expect(try hooks(weekly, 0).status == 3)
    #expect(try weekly.scratch.text("failed.json").contains("\"ok\" : false"))
    #expect(!weekly.scratch.contents.contains("changed.json"))
  }

  @Test func `a hook that fails is told, and the report stays`() throws {
    let weekly = try WeeklyReport()
    let run = try weekly.report(week: 0, ["--on-change", "echo 'no mail today' >&2; exit 9"])
    #expect(run.status == 1)
    #expect(
      run.errors.contains("error: the hook \"echo 'no mail today' >&2; exit 9\" ended with code 9: no mail today"))
    #expect(try weekly.status()["ok"] as? Bool == true)
  }

  @Test func `a change that could not be told is told at the next run, without a run for it`() throws {
    let weekly = try WeeklyReport()
    #expect(try hooks(weekly, 0).status == 0)
    try weekly.buildCable()
    #expect(try weekly.report(week: 1, ["--on-change", "exit 9"]).status == 1)
    try FileManager.default.removeItem(atPath: weekly.scratch.file("changed.json"))
    #expect(try hooks(weekly, 2).status == 0)
    #expect(try weekly.scratch.text("changed.json").contains("\"unserved_to_served\" : 1"))
    try FileManager.default.removeItem(atPath: weekly.scratch.file("changed.json"))
    #expect(try hooks(weekly, 3).status == 0)
    #expect(!weekly.scratch.contents.contains("changed.json"))
    #expect(try weekly.runs() == [1, 2])
  }

  @Test func `a target that is late by now is a change, and the page tells it`() throws {
    let weekly = try WeeklyReport(targets: "targets: [{service: fibre, unserved: 2, by: 2026-11-20}]\n")
    #expect(try hooks(weekly, 0).status == 0)
    let late = try WeeklyReport(targets: "targets: [{service: fibre, by: 2026-11-20}]\n")
    #expect(try hooks(late, 0).status == 0)
    for scene in [weekly, late] {
      try FileManager.default.removeItem(atPath: scene.scratch.file("changed.json"))
      #expect(try hooks(scene, 9).status == 0)
    }
    #expect(!weekly.scratch.contents.contains("changed.json"))
    #expect(try late.scratch.text("changed.json").contains("\"note\" : \"targets changed\""))
    #expect(try late.scratch.text("out/report.md").contains("late"))
    #expect(try late.runs() == [1])
    try FileManager.default.removeItem(atPath: late.scratch.file("changed.json"))
    #expect(try hooks(late, 10).status == 0)
    #expect(!late.scratch.contents.contains("changed.json"))
  }

  @Test func `a folder or a history that cannot be used is a failure with its hook`() throws {
    let weekly = try WeeklyReport()
    #expect(try hooks(weekly, 0).status == 0)
    let run = try weekly.report(
      week: 1, ["--history", "nowhere/h.sqlite", "--on-failure", "cat > failed.json", "--log-format", "json"])
    #expect(run.status == 1)
    for line in run.errors.split(separator: "\n") {
      #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any])
    }
    #expect(try weekly.scratch.text("failed.json").contains("nowhere/h.sqlite"))
    #expect(try weekly.status()["ok"] as? Bool == false)
    try FileManager.default.removeItem(atPath: weekly.scratch.file("failed.json"))
    try weekly.scratch.write(Data(), to: "afile")
    let other = try weekly.run("report", "p.yml", "-o", "afile/x", "--on-failure", "cat > failed.json")
    #expect(other.status == 1)
    #expect(try weekly.scratch.text("failed.json").contains("\"ok\" : false"))
  }

  @Test(.enabled(if: Program.tool("jq") != nil, "needs jq"))
  func `the example sends a letter through sendmail`() throws {
    let weekly = try WeeklyReport(targets: "targets: [{service: fibre, by: 2030-12-31}]\n")
    try weekly.scratch.write(Data("#!/bin/sh\necho \"$@\" > arguments\ncat > letter\n".utf8), to: "sendmail")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: weekly.scratch.file("sendmail"))
    let hook = "SENDMAIL=./sendmail FROM=a@example.vn '\(Self.examples)/mail-report' office@example.vn"
    #expect(try weekly.report(week: 0, ["--on-change", hook]).status == 0)
    var letter = try weekly.scratch.text("letter")
    #expect(letter.hasPrefix("From: a@example.vn\nTo: office@example.vn\nSubject: =?UTF-8?B?"))
    let head = letter.components(separatedBy: "\n\n")[0].replacing("\n =?", with: "=?")
    let line = try #require(head.split(separator: "\n").first { $0.hasPrefix("Subject: ") }).dropFirst(9)
    let subject = line.components(separatedBy: "=?UTF-8?B?").compactMap {
      Data(base64Encoded: $0.replacing("?=", with: ""))
    }
    #expect(subject.map { String(decoding: $0, as: UTF8.self) }.joined() == "PhuSong: By hand: first run")
    #expect(letter.split(separator: "\n").prefix(6).allSatisfy { $0.utf8.count <= 76 })
    #expect(letter.contains("\nContent-Type: text/plain; charset=utf-8\n"))
    #expect(letter.contains("\n\nRun 1 of 2026-11-02T07:00:00+07:00, 3 villages.\n\nfibre: 2 without, 200 people\n"))
    #expect(letter.contains("\nTarget fibre <= 0 by 2030-12-31: unknown, now 2\n"))
    #expect(try weekly.scratch.text("arguments") == "-t\n")
    try weekly.scratch.write(Data("]".utf8), to: "villages.geojson")
    #expect(try weekly.report(week: 1, ["--on-failure", hook]).status == 3)
    letter = try weekly.scratch.text("letter")
    #expect(letter.contains("\nvillages.geojson"))
    #expect(letter.contains("The last good report, of 2026-11-02T07:00:00+07:00, stays in "))
  }

  @Test(.enabled(if: Program.tool("curl") != nil && Program.tool("python3") != nil, "needs curl and python3"))
  func `the example posts the status to a web address`() throws {
    let weekly = try WeeklyReport()
    let server = """
      import http.server
      class Handler(http.server.BaseHTTPRequestHandler):
          def do_POST(self):
              body = self.rfile.read(int(self.headers["Content-Length"]))
              open("posted", "wb").write(body)
              open("type", "w").write(self.headers["Content-Type"])
              self.send_response(204)
              self.end_headers()
      server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
      open("port.part", "w").write(str(server.server_port))
      import os
      os.rename("port.part", "port")
      server.handle_request()
      """
    let output = try Scratch()
    let process = try Program.start(
      #require(Program.tool("python3")), ["-c", server], in: weekly.scratch.path, output: output)
    defer { kill(process.processIdentifier, SIGKILL) }
    for _ in 0..<12_000 where !weekly.scratch.contents.contains("port") { usleep(10_000) }
    let address = "http://127.0.0.1:\(try weekly.scratch.text("port"))/hook"
    let run = try weekly.report(week: 0, ["--on-change", "'\(Self.examples)/post-report' \(address)"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(try weekly.scratch.data("posted") == weekly.scratch.data("out/status.json"))
    #expect(try weekly.scratch.text("type") == "application/json")
  }
}
