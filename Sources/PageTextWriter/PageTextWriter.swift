import Foundation

/// Writes a Swift file with the texts of some files: `PageTextWriter OUTPUT.swift FILE...`
///
/// `report.js` becomes `PageText.report_js`, whatever is no letter or digit an underscore. Unlike an array of bytes, a text is compiled in no time.
@main
struct PageTextWriter {
  static func main() throws {
    let paths = CommandLine.arguments.dropFirst()
    guard let output = paths.first else { return }
    var text = "/// The files that pages are made of, as texts.\nenum PageText {\n"
    for path in paths.dropFirst() {
      let name = String(URL(fileURLWithPath: path).lastPathComponent.map { $0.isLetter || $0.isNumber ? $0 : "_" })
      let content = try String(contentsOfFile: path, encoding: .utf8)
      let fence = String(repeating: "#", count: longestRun(of: "#", in: content) + 1)
      text += "  static let \(name) = \(fence)\"\"\"\n\(content)\n\"\"\"\(fence)\n"
    }
    try (text + "}\n").write(toFile: output, atomically: true, encoding: .utf8)
  }

  private static func longestRun(of character: Character, in text: String) -> Int {
    var (longest, run) = (0, 0)
    for other in text {
      run = other == character ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
