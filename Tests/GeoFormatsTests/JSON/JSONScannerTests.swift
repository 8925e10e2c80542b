import Testing

@testable import GeoFormats

@Suite struct JSONScannerTests {
  static func number(_ text: String) throws -> Double {
    var text = text
    return try text.withUTF8 { bytes in
      var scanner = JSONScanner(bytes)
      let value = try scanner.number()
      #expect(scanner.position == bytes.count)
      return value
    }
  }

  static func failure(_ bytes: [UInt8]) -> JSONFailure? {
    bytes.withUnsafeBufferPointer { bytes in
      do throws(JSONFailure) {
        try JSONScanner.validate(bytes)
        return nil
      } catch {
        return error
      }
    }
  }

  @Test(
    .enabled(
      if: KnownAnswers.hasJSONParsing,
      "the files of nst/JSONTestSuite are not in ../shared/known-answers; PHUSONG_SHARED may name the folder"),
    arguments: KnownAnswers.files(in: KnownAnswers.jsonParsing))
  func `files of JSONTestSuite are read or refused as their names say`(name: String) throws {
    let source = try SourceBytes(contentsOf: KnownAnswers.jsonParsing + "/" + name)
    let bytes = source.withBytes { Array($0) }
    let failure = Self.failure(bytes)
    switch name.prefix(2) {
    case "y_": #expect(failure == nil)
    case "n_": #expect(failure != nil)
    default: break
    }
    // Whatever it is, its explanation can be made.
    _ = failure.map { failure in bytes.withUnsafeBufferPointer { failure.explanation(in: $0) } }
  }

  @Test(arguments: [
    ("0", 0.0), ("-0.0", -0.0), ("105.834160", 105.834160), ("31.717709123366404", 31.717709123366404),
    ("1e400", .infinity), ("4.9406564584124654e-324", .leastNonzeroMagnitude), ("1e-400", 0), ("-1e-400", -0.0),
    ("9007199254740993", 9_007_199_254_740_992), ("9007199254740993.0", 9_007_199_254_740_992),
    ("900719925474099.3", 900_719_925_474_099.3), ("0.9007199254740993", 0.9007199254740993),
    ("18446744073709551615", 18_446_744_073_709_551_616), ("1E+2", 100), ("1e-0", 1), ("0e99999999999999999999", 0),
    ("1e99999999999999999999", .infinity), ("1e-99999999999999999999", 0),
    ("2.2250738585072011e-308", Double.leastNormalMagnitude.nextDown),
    ("1797693134862315.7e293", .greatestFiniteMagnitude),
    ("0.1000000000000000055511151231257827021181583404541015625", 0.1),
  ])
  func `numbers are rounded to the nearest double`(text: String, value: Double) throws {
    #expect(try Self.number(text).bitPattern == value.bitPattern)
  }

  /// Spellings of a kind, from a seed.
  static func spelling(_ kind: Int, _ random: inout SeededGenerator) -> String {
    func digits(_ range: ClosedRange<Int>) -> String {
      (0..<random.integer(range)).map { _ in String(random.integer(0...9)) }.joined()
    }
    let sign = random.integer(0...1) == 0 ? "" : "-"
    switch kind {
    case 0: return "\(random.double(-180...180))"
    case 1: return sign + "\(random.integer(1...179))." + digits(14...16)
    case 2: return sign + "\(random.integer(1...9))" + digits(0...24)
    case 3: return sign + "0." + digits(1...25)
    case 4: return sign + "\(random.integer(1...9))." + digits(1...24) + "e\(random.integer(-330...310))"
    case 5: return sign + "\(random.integer(0...9))" + ["E+", "e-", "e"][random.integer(0...2)] + digits(1...3)
    case 6:
      // Half-way between two doubles: 53 bits, one bit more, and sometimes a little beside.
      let odd = UInt64.random(in: (1 << 52)...(1 << 53), using: &random)
      let halves = [".5", ".50000000001", ".49999999999", ".500"]
      return "\(odd >> UInt64(random.integer(0...6)))" + halves[random.integer(0...3)]
    default:
      let bits = Double(bitPattern: UInt64.random(in: 0...0x7FEF_FFFF_FFFF_FFFF, using: &random))
      return "\(bits)"
    }
  }

  @Test(arguments: 0...7) func `every spelling gives the bits that the standard library gives`(kind: Int) throws {
    var random = SeededGenerator(seed: UInt64(kind) + 100)
    for _ in 0..<25_000 {
      let text = Self.spelling(kind, &random)
      let value = try Self.number(text)
      guard value.bitPattern != Double(text)?.bitPattern else { continue }
      Issue.record("\(text) gave \(value)")
    }
  }

  @Test(arguments: [
    ("01", 2), ("-", 1), ("1.", 2), (".5", 0), ("1e", 2), ("1e+", 3), ("+1", 0), ("-01", 3), ("0x10", 1),
    ("Infinity", 0),
    ("NaN", 0), ("1,", 1), ("--1", 1),
  ])
  func `what is no number is refused at its byte`(text: String, position: Int) {
    #expect(Self.failure(Array(text.utf8))?.position == position)
  }

  @Test(arguments: Array(0...40))
  func `a special byte is met at every distance from the start of a string`(length: Int) {
    let plain = String(repeating: "x", count: length)
    for (piece, isGood) in [
      ("\\n", true), ("ế", true), ("𝄞", true), ("\u{7F}", true), ("\t", false), ("\u{0}", false), ("\u{1F}", false),
      ("\\x", false), ("\\u12G4", false), ("\\u1EBF", true),
    ] {
      let bytes = Array(("\"" + plain + piece + plain + "\"").utf8)
      #expect((Self.failure(bytes) == nil) == isGood, "\(piece) after \(length)")
      if !isGood { #expect(Self.failure(bytes)?.position == length + 1) }
      for end in 0..<bytes.count { #expect(Self.failure(Array(bytes[..<end])) != nil) }
    }
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xC3, 0x28], [0xE0, 0x9F, 0x80], [0xED, 0xA0, 0x80], [0xE1, 0x80],
      [0xE1, 0x80, 0x28], [0xF0, 0x8F, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF],
      [0xF1, 0x80, 0x80, 0x28],
    ] as [[UInt8]])
  func `bytes that are not UTF-8 are refused`(bytes: [UInt8]) {
    let failure = Self.failure([UInt8(ascii: "\"")] + bytes + [UInt8(ascii: "\"")])
    #expect(failure?.problem == .notUTF8)
    #expect(failure?.position == 1)
  }

  @Test func `nesting is limited so that no text exhausts the stack`() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
      func nested(_ depth: Int) -> [UInt8] {
        Array((String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)).utf8)
      }
      #expect(Self.failure(nested(JSONScanner.deepestNesting)) == nil)
      #expect(Self.failure(nested(JSONScanner.deepestNesting + 1))?.problem == .tooDeep)
      #expect(Self.failure(nested(1_000_000))?.problem == .tooDeep)
    }
  }

  @Test(arguments: [
    (#"abc"#, "abc"), (#"\"\\\/\b\f\n\r\t"#, "\"\\/\u{8}\u{C}\n\r\t"), (#"\u1EBF"#, "ế"), (#"\ud834\udd1e"#, "𝄞"),
    (#"\ud834"#, "\u{FFFD}"), (#"\ud834x"#, "\u{FFFD}x"), (#"\udd1e\ud834"#, "\u{FFFD}\u{FFFD}"),
    (#"\ud834\u0041"#, "\u{FFFD}A"), (#"Xã \u00d4"#, "Xã Ô"),
  ])
  func `escapes become the characters they stand for`(escaped: String, text: String) {
    var escaped = escaped
    #expect(escaped.withUTF8 { JSONText.unescaped($0) } == text)
  }

  @Test func `written strings come back the same`() {
    let text = String(String.UnicodeScalarView((0...0x180).compactMap(Unicode.Scalar.init))) + "𝄞\"\\"
    var bytes: [UInt8] = []
    JSONText.append(text, to: &bytes)
    #expect(Self.failure(bytes) == nil)
    #expect(bytes[1..<(bytes.count - 1)].withUnsafeBufferPointer { JSONText.unescaped($0) } == text)
  }
}
