/// Vietnamese text cut into letters with their marks apart, so that spellings of the same name can be compared.
///
/// `Hòa` and `Hoà`, composed or decomposed, differ only in where the tone stands; `Đắk` and `Dak` only in marks.
///
/// ```swift
/// VietnameseText("Tỉnh Đắk Lắk").plain  // tinh dak lak
/// VietnameseText("Hoà").accented == VietnameseText("Hòa").accented  // true
/// ```
package struct VietnameseText: Sendable {
  /// One letter, digit or gap.
  package struct Letter: Hashable, Sendable {
    /// The ASCII letter in lower case, the digit, or a space for any run of other characters.
    package var base: UInt8
    /// 0 none, 1 circumflex, 2 breve, 3 horn, 4 the bar of đ.
    package var quality: UInt8
    /// 0 level, 1 grave, 2 acute, 3 hook, 4 tilde, 5 dot below.
    package var tone: UInt8
    /// Whether the letter is the gap between two words.
    package var isGap: Bool { base == 0x20 }
  }

  /// The letters; gaps stand neither at the ends nor side by side.
  package private(set) var letters: [Letter]

  /// The letters of `text`. Apostrophes are left out (`H'leo` is one word); letters outside Vietnamese count as gaps.
  package init(_ text: String) {
    letters = []
    letters.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { append(scalar) }
    if letters.last?.isGap == true { letters.removeLast() }
  }

  private init(letters: [Letter]) { self.letters = letters }

  /// The text without its first `count` letters and the gap behind them.
  package func dropping(_ count: Int) -> VietnameseText {
    VietnameseText(letters: Array(letters[count...].drop(while: \.isGap)))
  }

  /// Lower case without marks, words apart by one space.
  package var plain: String { String(decoding: letters.map(\.base), as: UTF8.self) }

  /// Whether any letter carries a mark.
  package var hasMarks: Bool { letters.contains { $0.quality != 0 || $0.tone != 0 } }

  /// A key equal for spellings that differ in case, gaps, y for i, k for c, and leading zeros of numbers, and also, with
  /// `isAccented` false, in marks. With marks the tone counts by syllable, wherever it stands in it.
  package func key(isAccented: Bool) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(letters.count + 8)
    var tone: UInt8 = 0
    func isDigit(_ letter: Letter) -> Bool { letter.base >= 0x30 && letter.base <= 0x39 }
    for (index, letter) in letters.enumerated() {
      if letter.isGap {
        if tone != 0 { key.append(tone) }
        tone = 0
        continue
      }
      if letter.base == 0x30, index + 1 < letters.count, isDigit(letters[index + 1]),
        index == 0 || !isDigit(letters[index - 1])
      {
        continue
      }
      switch letter.base {
      case UInt8(ascii: "y"): key.append(UInt8(ascii: "i"))
      case UInt8(ascii: "k"): key.append(UInt8(ascii: "c"))
      default: key.append(letter.base)
      }
      guard isAccented else { continue }
      if letter.quality != 0 { key.append(letter.quality + 8) }
      if letter.tone != 0 { tone = letter.tone }
    }
    if tone != 0 { key.append(tone) }
    return key
  }

  /// The key with marks, as text to compare.
  package var accented: [UInt8] { key(isAccented: true) }

  /// How many letters spell `word` (lower case without marks or gaps) and then a gap or the end; nil when they do not.
  package func prefixLength(of word: StaticString) -> Int? {
    word.withUTF8Buffer { word in
      var place = 0
      for byte in word {
        while place > 0, place < letters.count, letters[place].isGap { place += 1 }
        guard place < letters.count, letters[place].base == byte else { return nil }
        place += 1
      }
      return place == letters.count || letters[place].isGap ? place : nil
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    let value = Int(scalar.value)
    if value < 0x80 {
      let byte = UInt8(truncatingIfNeeded: value)
      switch byte {
      case 0x30...0x39, 0x61...0x7A: letters.append(Letter(base: byte, quality: 0, tone: 0))
      case 0x41...0x5A: letters.append(Letter(base: byte | 0x20, quality: 0, tone: 0))
      case 0x27, 0x60: break
      default: appendGap()
      }
    } else if value < Self.composed.count, Self.composed[value].base != 0 {
      letters.append(Self.composed[value])
    } else {
      switch value {
      case 0x300: mark(tone: 1)
      case 0x301: mark(tone: 2)
      case 0x309: mark(tone: 3)
      case 0x303: mark(tone: 4)
      case 0x323: mark(tone: 5)
      case 0x302: mark(quality: 1)
      case 0x306: mark(quality: 2)
      case 0x31B: mark(quality: 3)
      case 0x2018, 0x2019, 0x2BC, 0xB4: break
      default: appendGap()
      }
    }
  }

  private mutating func appendGap() {
    if let last = letters.last, !last.isGap { letters.append(Letter(base: 0x20, quality: 0, tone: 0)) }
  }

  private mutating func mark(tone: UInt8 = 0, quality: UInt8 = 0) {
    guard let last = letters.indices.last, !letters[last].isGap else { return }
    if tone != 0 { letters[last].tone = tone }
    if quality != 0 { letters[last].quality = quality }
  }

  /// The letters with marks of the Vietnamese alphabet by code point; base 0 elsewhere.
  private static let composed: [Letter] = {
    let rows: [(base: Character, quality: UInt8, lower: String, upper: String)] = [
      ("a", 0, "aàáảãạ", "AÀÁẢÃẠ"), ("a", 2, "ăằắẳẵặ", "ĂẰẮẲẴẶ"), ("a", 1, "âầấẩẫậ", "ÂẦẤẨẪẬ"),
      ("e", 0, "eèéẻẽẹ", "EÈÉẺẼẸ"), ("e", 1, "êềếểễệ", "ÊỀẾỂỄỆ"), ("i", 0, "iìíỉĩị", "IÌÍỈĨỊ"),
      ("o", 0, "oòóỏõọ", "OÒÓỎÕỌ"), ("o", 1, "ôồốổỗộ", "ÔỒỐỔỖỘ"), ("o", 3, "ơờớởỡợ", "ƠỜỚỞỠỢ"),
      ("u", 0, "uùúủũụ", "UÙÚỦŨỤ"), ("u", 3, "ưừứửữự", "ƯỪỨỬỮỰ"), ("y", 0, "yỳýỷỹỵ", "YỲÝỶỸỴ"),
      ("d", 4, "đ", "Đ"),
    ]
    var table = [Letter](repeating: Letter(base: 0, quality: 0, tone: 0), count: 0x1F00)
    for row in rows {
      for text in [row.lower, row.upper] {
        for (tone, scalar) in text.unicodeScalars.enumerated() where scalar.value >= 0x80 {
          table[Int(scalar.value)] = Letter(
            base: row.base.asciiValue ?? 0, quality: row.quality, tone: UInt8(truncatingIfNeeded: tone))
        }
      }
    }
    // Ð and ð of Iceland and the African Ɖ pass for Đ in badly converted files.
    for value in [0xD0, 0xF0, 0x189] { table[value] = Letter(base: UInt8(ascii: "d"), quality: 4, tone: 0) }
    return table
  }()
}
