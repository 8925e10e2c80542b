import Foundation
import GeoFormats

/// Prints the page of a report to a PDF of A4 pages through a program that is installed: Chromium, Chrome or WeasyPrint.
public enum ReportPDF {
  /// The name of the file beside the page.
  public static let name = "report.pdf"

  static let browsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
  static let printers = ["weasyprint"]

  /// Whether some program that can do it is installed.
  public static var isPossible: Bool { ExternalProgram(firstOf: browsers + printers) != nil }

  /// Prints the page in the file `html` to `pdf`, which appears complete or not at all.
  ///
  /// - Throws: `AtomicFile.Failure` when no program is installed that can do it, when it fails, or when the file cannot be written.
  public static func write(html: String, to pdf: String) async throws {
    guard let program = ExternalProgram(firstOf: browsers + printers) else {
      throw AtomicFile.Failure(
        path: pdf,
        reason: "no program is installed that prints pages; expected one of "
          + (browsers + printers).joined(separator: ", ") + "; install one, as with: apt install chromium")
    }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("phusong-pdf-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let printed = folder.appendingPathComponent("page.pdf")
    let page = URL(fileURLWithPath: html)
    if printers.contains(program.name) {
      try await program.run([page.path, printed.path], output: pdf)
    } else {
      // The sandbox of Chromium does not work for root; the page is our own and loads nothing.
      let sandbox = getuid() == 0 ? ["--no-sandbox"] : []
      try await program.run(
        sandbox + [
          "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--no-pdf-header-footer",
          "--user-data-dir=\(folder.appendingPathComponent("profile").path)", "--virtual-time-budget=4000",
          "--print-to-pdf=\(printed.path)", page.absoluteString,
        ], output: pdf)
    }
    guard let bytes = try? Data(contentsOf: printed), bytes.starts(with: Array("%PDF-".utf8)) else {
      throw AtomicFile.Failure(path: pdf, reason: "\(program.name) wrote no PDF")
    }
    let file = try AtomicFile(path: pdf)
    try file.write(Array(bytes))
    try AtomicFile.commit([file])
  }
}
