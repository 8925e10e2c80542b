import Testing

@testable import GeoFormats

@Suite struct EncodingGuessTests {
  private static let windows1258 = table(EncodedName.all.map(\.windows1258))
  private static let tcvn3 = table(EncodedName.all.map(\.tcvn3))
  private static let wayOut = "name its encoding: utf-8, utf-16, windows-1258 or tcvn3"

  /// A table with a name a row, each at its own place.
  private static func table(_ names: [[UInt8]]) -> [UInt8] {
    Array("lon,lat,ten\n".utf8) + names.flatMap { Array("105,21,".utf8) + $0 + [0x0A] }
  }

  @Test(arguments: [(windows1258, "Windows-1258"), (tcvn3, "TCVN3 (ABC)")])
  func `the encoding in which the text reads as Vietnamese is guessed and named`(bytes: [UInt8], name: String)
    async throws
  {
    let file = try TableFile(bytes)
    let layer = try await file.layer(keys: ["ten"])
    #expect(layer.texts == EncodedName.all.map(\.text))
    #expect(
      file.notices(layer) == ["t.csv: not UTF-8 from line 2 on; read as \(name) by a guess; if wrong, \(Self.wayOut)"])
  }

  @Test(arguments: [(windows1258, TextEncoding.windows1258), (tcvn3, .tcvn3)])
  func `a declared encoding is taken without a word`(bytes: [UInt8], encoding: TextEncoding) async throws {
    let layer = try await TableFile(bytes).layer(csv: CSVOptions(encoding: encoding), keys: ["ten"])
    #expect(layer.texts == EncodedName.all.map(\.text))
    #expect(layer.notices.isEmpty)
  }

  @Test(arguments: [true, false], [true, false])
  func `UTF-16 is known by its mark or by its zero bytes`(hasMark: Bool, isBigEndian: Bool) async throws {
    let units = Array("Đơn vị;lon;lat\nBản Nậm Củm;105;21\n".utf16)
    let marked = (hasMark ? [0xFEFF] : []) + units
    let file = try TableFile(
      marked.flatMap { isBigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    let layer = try await file.layer(keys: ["Đơn vị"])
    #expect(layer.texts == ["Bản Nậm Củm"])
    #expect(file.notices(layer) == (hasMark ? [] : ["t.csv: read as UTF-16, which its zero bytes suggest"]))
  }

  @Test(arguments: ["Xã Sín Thầu", "Café", "Zürich 25 °C"])
  func `one line of UTF-8 among others is an error with both lines`(name: String) async throws {
    let names = EncodedName.all
    let bytes = Self.table([names[0].windows1258, Array(name.utf8), names[1].windows1258])
    #expect(
      try await TableFile(bytes).failure()
        == "t.csv, line 2: the text is not UTF-8 but seems to be Windows-1258, while line 3 is UTF-8; "
        + "expected one encoding in the file")
  }

  @Test func `a line that reads better in another encoding is told`() async throws {
    let bytes = Self.windows1258 + Array("105,21,".utf8) + EncodedName.all[0].tcvn3 + [0x0A]
    let file = try TableFile(bytes)
    let layer = try await file.layer()
    #expect(
      file.notices(layer).last == "t.csv: line 6: reads better as TCVN3 (ABC); read as Windows-1258 like the rest")
  }

  @Test(
    arguments: [
      ([0x63, 0x61, 0x66, 0xE9], "0xE9"), ([0x42, 0xEA, 0x6E], "0xEA"), ([0x66, 0xFC, 0x72, 0x66, 0xFC, 0x72], "0xFC"),
    ] as [([UInt8], String)])
  func `what reads as Vietnamese in no encoding, or in two, is not guessed`(name: [UInt8], byte: String) async throws {
    let failure = try await TableFile(Self.table([name])).failure()
    #expect(
      failure?.contains("found byte \(byte), which is not UTF-8; save the file as UTF-8, or \(Self.wayOut)") == true)
  }

  @Test func `a mark of UTF-8 forbids a guess`() async throws {
    let failure = try await TableFile([0xEF, 0xBB, 0xBF] + Self.windows1258).failure()
    #expect(failure?.contains("though the file starts with the mark of UTF-8") == true)
  }

  @Test func `a declared UTF-8 forbids a guess`() async throws {
    let failure = try await TableFile(Self.windows1258).failure(csv: CSVOptions(encoding: .utf8))
    #expect(
      failure?.contains("line 2, column 10: found byte 0xD2, which is not UTF-8; declare another encoding") == true)
  }

  @Test(arguments: [
    ("Bản Nậm Củm", 3, 0), ("B¶n NËm Cñm", 0, 3), ("Baền Nõụm Cuềm", 1, 2), ("Đắk Ơ, Krông Pắk", 4, 0),
    ("ƯƠNG “Quảng” – Giếng 25°", 3, 0), ("plain ASCII", 0, 0), ("Quyển khuỷu ngoẹo giặt", 4, 0), ("áá", 0, 1),
  ])
  func `words are counted as syllables or not`(text: String, right: Int, wrong: Int) {
    var syllables = VietnameseSyllables()
    #expect(syllables.score(text) == VietnameseSyllables.Score(right: right, wrong: wrong))
  }
}
