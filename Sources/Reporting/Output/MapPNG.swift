import Foundation
import GeoFormats

/// Turns a map picture into PNG through librsvg's `rsvg-convert`, where it is installed.
public enum MapPNG {
  /// Whether the program is installed.
  public static var isPossible: Bool { ExternalProgram(firstOf: ["rsvg-convert"]) != nil }

  /// Draws the picture in the file `svg` at `scale` times its size to `png`, which appears complete or not at all.
  ///
  /// - Throws: `AtomicFile.Failure` when the program is not installed or fails, or when the file cannot be written.
  public static func write(svg: String, to png: String, scale: Double = 2) async throws {
    guard let program = ExternalProgram(firstOf: ["rsvg-convert"]) else {
      throw AtomicFile.Failure(
        path: png,
        reason:
          "pictures are made by rsvg-convert, which is not installed; install it, as with: apt install librsvg2-bin")
    }
    let drawn = FileManager.default.temporaryDirectory.appendingPathComponent("phusong-\(UUID().uuidString).png")
    defer { try? FileManager.default.removeItem(at: drawn) }
    try await program.run(["--zoom", "\(scale)", "--output", drawn.path, svg], output: png)
    guard let bytes = try? Data(contentsOf: drawn), bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) else {
      throw AtomicFile.Failure(path: png, reason: "rsvg-convert wrote no picture")
    }
    let file = try AtomicFile(path: png)
    try file.write(Array(bytes))
    try AtomicFile.commit([file])
  }
}
