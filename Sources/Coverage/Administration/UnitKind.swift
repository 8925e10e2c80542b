import Geospatial

/// What a unit is called in front of its name.
enum UnitKind: UInt8, CaseIterable, Sendable {
  case province, city, district, urbanDistrict, town, commune, ward, township, specialZone

  /// The level a unit stands on; a city may be a province or stand in one.
  enum Level {
    case province, district, commune

    fileprivate var kinds: [UnitKind] {
      switch self {
      case .province: [.province, .city]
      case .district: [.district, .urbanDistrict, .town, .city]
      case .commune: [.commune, .ward, .township, .specialZone]
      }
    }
  }

  /// The words for the kind, in lower case without marks, the full one first: tỉnh, thành phố, huyện, quận, thị xã, xã,
  /// phường, thị trấn, đặc khu.
  private var words: [StaticString] {
    switch self {
    case .province: ["tinh", "t"]
    case .city: ["thanhpho", "tp"]
    case .district: ["huyen", "huyendao", "h"]
    case .urbanDistrict: ["quan", "q"]
    case .town: ["thixa", "tx"]
    case .commune: ["xa", "x"]
    case .ward: ["phuong", "p", "f"]
    case .township: ["thitran", "tt"]
    case .specialZone: ["dackhu", "dk"]
    }
  }

  /// The readings of a name of this level in which its first word is a kind.
  static func readings(_ text: VietnameseText, level: Level) -> [(kind: UnitKind, rest: VietnameseText)] {
    level.kinds.flatMap { kind in
      kind.words.compactMap { word in
        let length = text.prefixLength(of: word) ?? text.lengthBeforeNumber(word)
        return length.flatMap { $0 < text.letters.count ? (kind, text.dropping($0)) : nil }
      }
    }
  }

  /// Kind and bare name of a name of the tables, which begins with the full word.
  static func parts(_ text: VietnameseText, level: Level) -> (kind: UnitKind?, rest: VietnameseText) {
    for kind in level.kinds {
      if let word = kind.words.first, let length = text.prefixLength(of: word), length < text.letters.count {
        return (kind, text.dropping(length))
      }
    }
    return (nil, text)
  }
}

extension VietnameseText {
  /// The length of a one-letter word right before a number, as in Q1; nil where it does not stand there.
  fileprivate func lengthBeforeNumber(_ word: StaticString) -> Int? {
    guard word.utf8CodeUnitCount == 1, letters.count > 1, (0x30...0x39).contains(letters[1].base) else { return nil }
    return word.withUTF8Buffer { $0.first == letters[0].base } ? 1 : nil
  }
}
