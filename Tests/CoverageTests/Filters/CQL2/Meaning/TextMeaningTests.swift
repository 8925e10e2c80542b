import Foundation
import Testing

@testable import Coverage

@Suite struct TextMeaningTests {
  private static let names = ["Bản Đắk Lắk", "BẢN ĐẮK LẮK", "ban dak lak", "Bản Đăk Lăk", nil, "  ", "Straße", "ΟΔΟΣ"]

  /// The names composed, decomposed, and with their marks half composed, as three kinds of keyboard write them.
  private static let forms: [[String?]] = [
    names.map { $0?.precomposedStringWithCanonicalMapping }, names.map { $0?.decomposedStringWithCanonicalMapping },
    names.map { $0?.replacing("ắ", with: "ă\u{301}").replacing("Ắ", with: "Ă\u{301}") },
  ]

  @Test(arguments: [
    ("name = 'Bản Đắk Lắk'", "TFFF??FF"), ("CASEI(name) = CASEI('bản đắk lắk')", "TTFF??FF"),
    ("ACCENTI(name) = ACCENTI('Bản Đắk Lắk')", "TFFT??FF"), ("ACCENTI(name) = 'Ban Dak Lak'", "TFFT??FF"),
    ("CASEI(ACCENTI(name)) = CASEI(ACCENTI('BẢN ĐĂK LẮK'))", "TTTT??FF"),
    ("ACCENTI(CASEI(name)) = 'ban dak lak'", "TTTT??FF"),
    ("name LIKE 'Bản Đ%'", "TFFT??FF"), ("name LIKE 'B_n Đ_k L_k'", "TFFT??FF"),
    ("CASEI(name) LIKE casei('%ĐẮK%')", "TTFF??FF"),
    ("CASEI(ACCENTI(name)) LIKE 'ban dak%'", "TTTT??FF"), ("name NOT LIKE '%ắ%'", "FTTT??TT"),
    ("name IN ('Bản Đắk Lắk', 'ban dak lak')", "TFTF??FF"),
    ("CASEI(name) IN (CASEI('STRASSE'), CASEI('οδος'))", "FFFF??TT"),
    ("name IS NULL", "FFFFTTFF"), ("name <> 'Bản Đắk Lắk'", "FTTT??TT"), ("name > 'ban'", "FFTF??FT"),
  ])
  func `text compares alike however its letters are composed`(text: String, truths: String) throws {
    for names in Self.forms {
      var columns = CQL2.Columns(count: names.count)
      columns["name"] = .texts(names)
      for form in [text.precomposedStringWithCanonicalMapping, text.decomposedStringWithCanonicalMapping] {
        #expect(try Features.truths(form, columns) == truths)
      }
    }
  }

  /// A pattern against the definition, tried every way.
  @Test(arguments: (1...30).map(UInt64.init))
  func `patterns match as the definition says`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let letters: [Character] = ["a", "b", "ắ", "%", "_", "đ"]
    for _ in 0..<60 {
      let pattern = (0..<Int.random(in: 0...6, using: &random)).map { _ in letters.randomElement(using: &random) ?? "a"
      }
      let texts = (0..<8).map { _ in
        (0..<Int.random(in: 1...7, using: &random)).map { _ in letters.randomElement(using: &random) ?? "b" }
      }
      var columns = CQL2.Columns(count: texts.count)
      columns["x"] = .texts(texts.map { String($0) })
      let expected = texts.indices.filter { Self.matches(texts[$0][...], pattern[...]) }
      #expect(try Features.matching("x LIKE '\(String(pattern))'", columns) == expected)
    }
  }

  private static func matches(_ text: ArraySlice<Character>, _ pattern: ArraySlice<Character>) -> Bool {
    guard let first = pattern.first else { return text.isEmpty }
    let rest = pattern.dropFirst()
    if first == "%" { return (text.startIndex...text.endIndex).contains { matches(text[$0...], rest) } }
    guard let letter = text.first else { return false }
    return (first == "_" || first == letter) && matches(text.dropFirst(), rest)
  }

  @Test(arguments: [
    ("x LIKE '100\\%'", "TFF"), ("x LIKE '100%'", "TTF"), ("x LIKE 'a\\_b'", "FFT"), ("x LIKE '\\\\%'", "FFF"),
  ])
  func `a backslash takes the meaning from what stands behind it`(text: String, truths: String) throws {
    var columns = CQL2.Columns(count: 3)
    columns["x"] = .texts(["100%", "1000", "a_b"])
    #expect(try Features.truths(text, columns) == truths)
  }
}
