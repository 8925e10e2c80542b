/// Recognises the names by which Vietnamese offices call their reference systems.
///
/// | name | system |
/// | --- | --- |
/// | `VN-2000`, `VN2000 kinh vĩ độ` | EPSG:4756, in degrees |
/// | `VN-2000 105-45 3 độ`, `VN2000 kinh tuyến 105°45' múi 3`, `VN-2000 / TM-3 105-45`, `VN-2000 105.75` | EPSG:9210 |
/// | `VN-2000 UTM 48N`, `VN-2000 múi 6 độ 105` | EPSG:3405 |
/// | `Hanoi 1972 zone 18`, `HN-72 106` | EPSG:2044, EPSG:2093 |
/// | `Lai Châu`, `VN-2000 tỉnh Lai Châu` | EPSG:9205, by the meridian of the province |
enum VietnameseReferenceSystemName {
  /// The code of the EPSG register that `name` means; nil when it is no such name.
  ///
  /// - Throws: `ReferenceSystemError.ambiguousName` when it may mean several, `.unknownName` when it starts like a name of
  ///   this kind and means none.
  static func epsg(_ name: String) throws -> Int? {
    guard name.utf8.count <= 100, !name.contains(where: { "[{:+=<".contains($0) }) else { return nil }
    let text = VietnameseText(name)
    if let rest = after(["vn2000", "vn2k", "hevn2000"], in: text) { return try vn2000(rest, name: name) }
    if let rest = after(["hanoi1972", "hn1972", "hanoi72", "hn72", "hehanoi1972"], in: text) {
      return try hanoi1972(rest, name: name)
    }
    if let province = ProvinceMeridian.province(named: text) { return try zone(ofProvince: province, name: name) }
    return nil
  }

  /// The names nearest to one that nothing knows.
  static func near(_ name: String) -> [String] { ProvinceMeridian.near(VietnameseText(name)) }

  private static func after(_ starts: [StaticString], in text: VietnameseText) -> VietnameseText? {
    for start in starts {
      if let length = text.prefixLength(of: start) { return text.dropping(length) }
    }
    return nil
  }

  // MARK: VN-2000

  private static func vn2000(_ text: VietnameseText, name: String) throws -> Int? {
    var words = Words(text)
    if words.isEmpty || words.isGeographic { return 4756 }
    let isUTM = words.take("utm")
    if !words.hasNumbers, let province = ProvinceMeridian.province(named: text) {
      return try zone(ofProvince: province, name: name)
    }
    for (number, epsg) in [(481, 5896), (482, 5897), (491, 5898), (48, 3405), (49, 3406)] where words.take(number) {
      return epsg
    }
    let width = words.takeWidth() ?? (isUTM ? 6 : nil)
    guard let minutes = words.takeMeridian() else {
      let near = ProvinceMeridian.near(text)
      throw ReferenceSystemError.unknownName(
        name, nearest: near.isEmpty ? ["VN-2000 105-45 3 độ", "VN-2000 UTM 48N", "VN-2000 Lai Châu"] : near)
    }
    let zones = VietnameseZone.zones(meridianMinutes: minutes, widthDegrees: width)
    if zones.count == 1 { return zones[0].epsg }
    if zones.count > 1 { throw ReferenceSystemError.ambiguousName(name, choices: zones.map(\.label)) }
    let near = VietnameseZone.all
      .filter { $0.widthDegrees == width ?? $0.widthDegrees }
      .sorted { abs($0.meridianMinutes - minutes) < abs($1.meridianMinutes - minutes) }
    throw ReferenceSystemError.unknownName(name, nearest: near.prefix(3).map(\.label))
  }

  private static func zone(ofProvince province: String, name: String) throws -> Int? {
    let meanings = ProvinceMeridian.meanings(of: province)
    let minutes = Set(meanings.map(\.minutes))
    if minutes.count == 1, let only = minutes.first {
      return VietnameseZone.zones(meridianMinutes: only, widthDegrees: 3).first?.epsg
    }
    throw ReferenceSystemError.ambiguousName(
      name,
      choices: meanings.compactMap { meaning in
        VietnameseZone.zones(meridianMinutes: meaning.minutes, widthDegrees: 3).first.map {
          "\($0.label) for \(meaning.name) of before July 2025"
        }
      })
  }

  // MARK: Hanoi 1972

  private static func hanoi1972(_ text: VietnameseText, name: String) throws -> Int? {
    var words = Words(text)
    if words.isEmpty || words.isGeographic { return 4147 }
    for (number, epsg) in [(18, 2044), (48, 2044), (19, 2045), (49, 2045)] where words.take(number) { return epsg }
    _ = words.takeWidth()
    switch words.takeMeridian() {
    case 105 * 60: return 2044
    case 111 * 60: return 2045
    case 106 * 60: return 2093
    default:
      throw ReferenceSystemError.unknownName(
        name,
        nearest: ["Hanoi 1972 zone 18 (EPSG:2044)", "Hanoi 1972 zone 19 (EPSG:2045)", "Hanoi 1972 106 (EPSG:2093)"])
    }
  }

  // MARK: Words

  /// The words and numbers of a name, taken away as they are understood.
  private struct Words {
    private var words: [String]

    /// Digits and letters that touch are different words: `48N`, `105d45`, `tm3`.
    init(_ text: VietnameseText) {
      words = []
      var wasDigit = false
      var isOpen = false
      for letter in text.letters {
        let isDigit = letter.base >= 0x30 && letter.base <= 0x39
        if letter.isGap {
          isOpen = false
          continue
        }
        if !isOpen || isDigit != wasDigit { words.append("") }
        words[words.count - 1].unicodeScalars.append(Unicode.Scalar(letter.base))
        (wasDigit, isOpen) = (isDigit, true)
      }
    }

    var isEmpty: Bool { words.isEmpty }
    var hasNumbers: Bool { words.contains { Int($0) != nil } }

    /// Words for degrees and no number.
    var isGeographic: Bool {
      let joined = words.joined()
      return !hasNumbers
        && [
          "kinhvido", "vidokinhdo", "kinhdovido", "dialy", "geographic", "latlon", "lonlat", "latlong", "longlat", "do",
        ]
        .contains(joined)
    }

    mutating func take(_ word: String) -> Bool {
      guard let index = words.firstIndex(of: word) else { return false }
      words.remove(at: index)
      return true
    }

    mutating func take(_ number: Int) -> Bool { take(String(number)) }

    /// The width of the zone in **degrees**, 3 or 6, behind "múi", "TM" or before "độ"; nil when none is said.
    mutating func takeWidth() -> Int? {
      for index in words.indices {
        guard let width = ["3", "03"].contains(words[index]) ? 3 : (["6", "06"].contains(words[index]) ? 6 : nil) else {
          continue
        }
        words.remove(at: index)
        return width
      }
      return nil
    }

    /// A meridian of Vietnam in **minutes** of arc: degrees, then minutes or a decimal fraction, as in 105 45 and 105 75.
    mutating func takeMeridian() -> Int? {
      for index in words.indices {
        guard var degrees = Int(words[index]) else { continue }
        var minutes = 0
        if (10_000..<11_200).contains(degrees) { (degrees, minutes) = (degrees / 100, degrees % 100) }
        guard (100...114).contains(degrees) else { continue }
        let next = words[(index + 1)...].first { Int($0) != nil }
        if minutes == 0, let next, let value = Int(next) {
          // 75 cannot be minutes, and of 25, 5 and 50 only the fraction is a meridian in use.
          switch next {
          case "25": minutes = 15
          case "5", "50": minutes = 30
          case "75": minutes = 45
          default: minutes = value
          }
        }
        return minutes < 60 ? degrees * 60 + minutes : nil
      }
      return nil
    }
  }
}
