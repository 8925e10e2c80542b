/// The order of Vietnamese dictionaries.
///
/// Letters come first: a ă â b c d đ e ê … o ô ơ … u ư …; of words with the same letters the tones decide: level, grave, hook,
/// tilde, acute, dot below. Numbers stand before letters and by value, so that `Bản 2` comes before `Bản 10`. Case, spaces side
/// by side and signs do not count.
///
/// ```swift
/// ["Điện Biên", "Lai Châu", "Đắk Lắk", "Da Nang"].sorted { VietnameseOrder.precedes($0, $1) }
/// // Da Nang, Đắk Lắk, Điện Biên, Lai Châu
/// ```
package enum VietnameseOrder {
  /// Whether `first` stands before `second`; texts that differ in nothing that counts stand in the order of Unicode.
  package static func precedes(_ first: String, _ second: String) -> Bool {
    let (one, other) = (key(first), key(second))
    return one == other ? first < second : one.lexicographicallyPrecedes(other)
  }

  /// Bytes whose order is that of the texts. O(length).
  package static func key(_ text: String) -> [UInt8] {
    let letters = VietnameseText(text).letters
    var key: [UInt8] = []
    key.reserveCapacity(letters.count * 2 + 2)
    var place = 0
    while place < letters.count {
      let letter = letters[place]
      if letter.isGap {
        key.append(gap)
      } else if isDigit(letter.base) {
        place += append(numberAt: place, of: letters, to: &key)
        continue
      } else {
        key.append(firstLetter + (letter.base - UInt8(ascii: "a")) * 5 + qualityRanks[Int(letter.quality)])
      }
      place += 1
    }
    key.append(0)
    for letter in letters where !letter.isGap { key.append(toneRanks[Int(letter.tone)]) }
    return key
  }

  private static let gap: UInt8 = 1
  private static let number: UInt8 = 2
  /// Letters take five bytes each from here on, one per quality.
  private static let firstLetter: UInt8 = 16
  /// By quality: none, circumflex, breve, horn, bar. The breve of ă stands before the circumflex of â.
  private static let qualityRanks: [UInt8] = [0, 2, 1, 3, 4]
  /// By tone: level, grave, acute, hook, tilde, dot below.
  private static let toneRanks: [UInt8] = [1, 2, 5, 3, 4, 6]

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  /// Appends the number that starts at `place`: how many digits it has without leading zeros, then these; how many letters
  /// of the text it takes.
  private static func append(numberAt place: Int, of letters: [VietnameseText.Letter], to key: inout [UInt8]) -> Int {
    let digits = letters[place...].prefix { isDigit($0.base) }
    let significant = digits.drop { $0.base == UInt8(ascii: "0") }
    key.append(number)
    key.append(UInt8(clamping: significant.count))
    key.append(contentsOf: significant.map(\.base))
    return digits.count
  }
}
