import Foundation
import Testing

@testable import GeoFormats

@Suite struct TextOutputTests {
  static func fixed(_ value: Double, _ decimals: Int, trims: Bool = false) -> String {
    var bytes: [UInt8] = []
    bytes.append(fixed: value, decimals: decimals, trimsZeros: trims)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    arguments: [
      (0, 1, "0.0"), (-0.0, 3, "0.000"), (-0.04, 1, "0.0"), (-0.05, 1, "-0.1"), (0.05, 1, "0.1"), (0.5, 1, "0.5"),
      (105.8342, 7, "105.8342000"), (-179.99999999, 7, "-180.0000000"), (1e-9, 9, "0.000000001"),
      (999.9996, 3, "1000.000"),
      (123_456_789.125, 2, "123456789.13"), (1e20, 2, "1e+20"), (.infinity, 2, "null"), (-.infinity, 2, "null"),
      (.nan, 2, "null"),
    ] as [(Double, Int, String)])
  func `fixed numbers are written as known`(value: Double, decimals: Int, text: String) {
    #expect(Self.fixed(value, decimals) == text)
  }

  @Test(arguments: [(105.5, "105.5"), (105, "105"), (-0.1000001, "-0.1000001"), (100, "100"), (0.00000001, "0")])
  func `zeros at the end can be left out`(value: Double, text: String) {
    #expect(Self.fixed(value, 7, trims: true) == text)
  }

  @Test(arguments: 1...9) func `fixed numbers are those of the C library`(decimals: Int) {
    var random = SeededGenerator(seed: UInt64(decimals))
    for _ in 0..<3_000 {
      let value = random.double(-180...180) * [1, 1e-6, 1e3, 1e6][random.integer(0...3)]
      let text = Self.fixed(value, decimals)
      let expected = String(format: "%.\(decimals)f", value)
      // They may differ where the product with a power of ten falls on a half, and in the sign of zero.
      let isZero = expected.allSatisfy { "-0.".contains($0) }
      guard text != expected, !isZero else { continue }
      let half = value * TextOutput.powers[decimals]
      #expect(
        abs(abs(half - half.rounded(.towardZero)) - 0.5) < 1e-6 * max(1, abs(half)), "\(value): \(text), \(expected)")
    }
  }

  @Test func `whole numbers are those of the standard library`() {
    var random = SeededGenerator(seed: 1)
    for number in 0..<5_000 {
      let value =
        number < 4 ? [0, Int.min, Int.max, -1][number] : Int(truncatingIfNeeded: random.next()) >> (number % 63)
      var bytes: [UInt8] = []
      bytes.append(integer: value)
      #expect(String(decoding: bytes, as: UTF8.self) == "\(value)")
    }
  }

  @Test(
    arguments: [
      (1, "1"), (-0.0, "0"), (0.1, "0.1"), (1e15, "1000000000000000"), (1e300, "1e+300"), (.nan, "null"),
      (-.infinity, "null"), (1.5e-7, "1.5e-07"),
    ] as [(Double, String)])
  func `numbers are written in their shortest spelling`(value: Double, text: String) {
    var bytes: [UInt8] = []
    bytes.append(number: value)
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }
}

@Suite struct AtomicFileTests {
  @Test func `a committed file is complete and nothing else is left`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("old".utf8, as: "a")
    do {
      let files = try ["a", "b"].map { try AtomicFile(path: folder.path + "/" + $0) }
      for file in files {
        try file.write(Array("new ".utf8))
        try file.write(Array(file.path.suffix(1).utf8))
      }
      #expect(try String(contentsOfFile: folder.path + "/a", encoding: .utf8) == "old")
      try AtomicFile.commit(files)
    }
    #expect(folder.names == ["a", "b"])
    #expect(try String(contentsOfFile: folder.path + "/a", encoding: .utf8) == "new a")
    #expect(try String(contentsOfFile: folder.path + "/b", encoding: .utf8) == "new b")
  }

  @Test func `a file that is not committed leaves nothing behind`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("old".utf8, as: "a")
    do {
      let file = try AtomicFile(path: folder.path + "/a")
      try file.write([1, 2, 3])
      #expect(folder.names.count == 2)
    }
    #expect(folder.names == ["a"])
    #expect(try String(contentsOfFile: folder.path + "/a", encoding: .utf8) == "old")
  }

  @Test func `a file that cannot be made or named says why`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: AtomicFile.Failure(path: folder.path + "/no/a", reason: "there is no such folder")) {
      _ = try AtomicFile(path: folder.path + "/no/a")
    }
    try AtomicFile.makeFolder(folder.path + "/a/b")
    do {
      let file = try AtomicFile(path: folder.path + "/a")
      #expect(throws: AtomicFile.Failure.self) { try AtomicFile.commit([file]) }
    }
    #expect(folder.names == ["a"])
    _ = try folder.write([], as: "plain")
    #expect(throws: AtomicFile.Failure.self) { try AtomicFile.makeFolder(folder.path + "/plain") }
    #expect(throws: AtomicFile.Failure.self) { try AtomicFile.makeFolder(folder.path + "/plain/below") }
  }
}
