import Testing

@testable import GeoFormats

/// Bytes of names as Python's codec cp1258 makes them (letters decomposed, tone marks behind their vowels), and as glibc's
/// iconv makes them for TCVN5712-1.
struct EncodedName: Sendable, CustomTestStringConvertible {
  var text: String
  var windows1258: [UInt8]
  var tcvn3: [UInt8]

  var testDescription: String { text }

  static let all = [
    EncodedName(
      text: "Bản Nậm Củm",
      windows1258: [0x42, 0x61, 0xD2, 0x6E, 0x20, 0x4E, 0xE2, 0xF2, 0x6D, 0x20, 0x43, 0x75, 0xD2, 0x6D],
      tcvn3: [0x42, 0xB6, 0x6E, 0x20, 0x4E, 0xCB, 0x6D, 0x20, 0x43, 0xF1, 0x6D]),
    EncodedName(
      text: "Điện Biên Phủ",
      windows1258: [0xD0, 0x69, 0xEA, 0xF2, 0x6E, 0x20, 0x42, 0x69, 0xEA, 0x6E, 0x20, 0x50, 0x68, 0x75, 0xD2],
      tcvn3: [0xA7, 0x69, 0xD6, 0x6E, 0x20, 0x42, 0x69, 0xAA, 0x6E, 0x20, 0x50, 0x68, 0xF1]),
    EncodedName(
      text: "Ấp Phước Thạnh",
      windows1258: [
        0xC2, 0xEC, 0x70, 0x20, 0x50, 0x68, 0xFD, 0xF5, 0xEC, 0x63, 0x20, 0x54, 0x68, 0x61, 0xF2, 0x6E, 0x68,
      ],
      tcvn3: [0xC4, 0x70, 0x20, 0x50, 0x68, 0xAD, 0xED, 0x63, 0x20, 0x54, 0x68, 0xB9, 0x6E, 0x68]),
    EncodedName(
      text: "Mường Nhé", windows1258: [0x4D, 0xFD, 0xF5, 0xCC, 0x6E, 0x67, 0x20, 0x4E, 0x68, 0xE9],
      tcvn3: [0x4D, 0xAD, 0xEA, 0x6E, 0x67, 0x20, 0x4E, 0x68, 0xD0]),
  ]
}

@Suite struct TextDecoderTests {
  private func decoded(_ bytes: [UInt8], _ encoding: TextEncoding) throws -> [UInt8] {
    try bytes.withUnsafeBufferPointer { try TextDecoder(encoding: encoding).utf8($0) }
  }

  @Test(arguments: EncodedName.all)
  func `names come out of Windows-1258 and TCVN3 in composed letters`(name: EncodedName) throws {
    #expect(try decoded(name.windows1258, .windows1258) == Array(name.text.utf8))
    #expect(try decoded(name.tcvn3, .tcvn3) == Array(name.text.utf8))
  }

  @Test(arguments: ["", "a", "Bản Nậm Củm\nĐiện Biên", "😀 in two units"])
  func `text comes out of UTF-16 in both orders, with and without a mark`(text: String) throws {
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try decoded([0xFE, 0xFF] + big, .utf16) == Array(text.utf8))
    #expect(try decoded([0xFF, 0xFE] + little, .utf16) == Array(text.utf8))
    #expect(try decoded(little, .utf16) == Array(text.utf8))
  }

  @Test(arguments: [
    (
      TextEncoding.windows1258, [0x61, 0x0A, 0xD2, 0x81] as [UInt8], 2,
      "found byte 0x81, which Windows-1258 does not have"
    ),
    (.tcvn3, [0x0A, 0x0A, 0x80], 3, "found byte 0x80, which TCVN3 (ABC) does not have"),
    (.utf16, [0xFF, 0xFE, 0x0A, 0, 0x00, 0xD8, 0x61, 0], 2, "found the half character 0xD800, which is not UTF-16"),
    (.utf16, [0xFF, 0xFE, 0x61, 0, 0x61], 1, "UTF-16 ends in the middle of a character; the file seems to be cut off"),
  ])
  func `bytes that the encoding does not have are told with their line`(
    encoding: TextEncoding, bytes: [UInt8], line: Int, problem: String
  ) throws {
    let failure = #expect(throws: TextDecoder.Failure.self) { try decoded(bytes, encoding) }
    #expect(failure?.line == line)
    #expect(failure?.problem == problem)
  }

  @Test func `every byte of the tables is a letter, a mark or punctuation but for the gaps`() {
    let counts = TextEncoding.guessed.map { encoding in (0x80...0xFF).count { encoding.scalar(UInt8($0)) != nil } }
    #expect(counts == [119, 104])
  }
}
