import Foundation
import Testing

/// Output folders that cannot be written: one line, code 1, and nothing half done.
@Suite struct OutputFolderTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var folder: String
    /// A file that is there before.
    var file: String?
    var message: String
  }

  private static let inTheWay = "there is a folder of that name; expected a file or nothing"

  static let cases: [Case] = [
    Case(
      testDescription: "a file in its place", folder: "out", file: "out",
      message: "out: cannot be written: is a file; expected a folder"),
    Case(
      testDescription: "a file above it", folder: "out/deep", file: "out",
      message: "out/deep: cannot be written: not a directory"),
    Case(
      testDescription: "where nobody may write", folder: "/proc/phusong/deep", file: nil,
      message: "/proc/phusong/deep: cannot be written: there is no such folder"),
    Case(
      testDescription: "a folder named villages.geojson", folder: "out", file: "out/villages.geojson/x",
      message: "out/villages.geojson: cannot be written: \(inTheWay)"),
    Case(
      testDescription: "a folder named summary.json", folder: "out", file: "out/summary.json/x",
      message: "out/summary.json: cannot be written: \(inTheWay)"),
  ]

  @Test(arguments: cases)
  func `an output folder that cannot be written is refused`(_ wrong: Case) throws {
    let scratch = try project()
    if let file = wrong.file { try scratch.write(Data("x".utf8), to: file) }
    let before = scratch.contents
    let run = try Program.run(["analyze", "p.yml", "-o", wrong.folder], in: scratch)
    #expect(run.errors == "error: \(wrong.message)\n")
    #expect(run.status == 1)
    #expect(scratch.contents == before)
  }

  @Test func `a result does not take the place of an input`() throws {
    let scratch = try Scratch(["p.yml": "villages: {file: villages.geojson}\n"])
    try scratch.write(Data(GeoJSONText.twoVillages.utf8), to: "villages.geojson")
    let run = try Program.run(["analyze", "p.yml", "-o", "."], in: scratch)
    #expect(run.status == 1)
    #expect(
      run.errors
        == "error: ./villages.geojson: cannot be written: it is an input of p.yml; choose another folder with --output\n"
    )
    #expect(try scratch.text("villages.geojson") == GeoJSONText.twoVillages)
    #expect(scratch.contents == ["p.yml", "villages.geojson"])
  }

  @Test(.enabled(if: Program.tool("bash") != nil, "bash limits the size of files"))
  func `a disk that is full leaves nothing behind`() throws {
    // A limit on the size of files, its signal ignored, fails in write(2) as a full disk does.
    let bash = try #require(Program.tool("bash"))
    let scratch = try project()
    let command = "(trap '' XFSZ; ulimit -f 0; exec \(Program.path) analyze p.yml -o out/deep) 2>&1 | cat"
    let run = try Program.run(bash, ["-c", "set -o pipefail; " + command], in: scratch.path)
    #expect(run.output == "error: out/deep/villages.geojson: cannot be written: file too large\n")
    #expect(run.status == 1)
    #expect(scratch.contents == ["p.yml", "v.geojson"])
  }

  @Test(.enabled(if: Program.tool("setpriv") != nil || geteuid() != 0, "needs setpriv to give up being root"))
  func `files and folders that one may not use are named`() throws {
    let scratch = try project()
    try scratch.write(Data("secret".utf8), to: "secret.geojson")
    try scratch.write(Data("villages: {file: secret.geojson}\n".utf8), to: "secret.yml")
    try set(mode: 0o000, of: scratch.file("secret.geojson"))
    try set(mode: 0o555, of: scratch.path)
    defer { try? set(mode: 0o755, of: scratch.path) }
    let input = try runAsNobody(["analyze", "secret.yml", "-o", "out"], in: scratch)
    #expect(input.errors == "error: secret.geojson: permission denied\n")
    #expect(input.status == 3)
    let output = try runAsNobody(["analyze", "p.yml", "-o", "out"], in: scratch)
    #expect(output.errors == "error: out: cannot be written: permission denied\n")
    #expect(output.status == 1)
    #expect(!scratch.contents.contains("out"))
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "needs /dev/full"))
  func `a table that cannot be printed is a failure`() throws {
    let bash = try #require(Program.tool("bash"))
    let scratch = try project()
    let run = try Program.run(
      bash, ["-c", "exec \(Program.path) analyze p.yml -o out > /dev/full"], in: scratch.path)
    #expect(run.status == 1)
    #expect(run.errors == "error: standard output: cannot be written: no space left on device\n")
  }

  private func project() throws -> Scratch {
    try Scratch(["p.yml": "villages: {file: v.geojson}\n", "v.geojson": GeoJSONText.twoVillages])
  }

  private func set(mode: Int, of path: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
  }

  private func runAsNobody(_ arguments: [String], in scratch: Scratch) throws -> Program.Run {
    guard geteuid() == 0, let setpriv = Program.tool("setpriv") else {
      return try Program.run(arguments, in: scratch)
    }
    return try Program.run(
      setpriv, ["--reuid=65534", "--regid=65534", "--clear-groups", Program.path] + arguments, in: scratch.path)
  }
}
