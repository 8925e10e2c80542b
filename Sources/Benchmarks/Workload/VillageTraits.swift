import Geospatial
import Randomness

/// What a village of the workload is called, where it belongs and how many live there.
struct VillageTraits {
  /// Population, log-normal around 400.
  var people: Int
  var firstSyllable: StaticString
  var secondSyllable: StaticString
  var province: StaticString

  init(at position: Coordinate, _ random: inout SeededGenerator) {
    people = max(20, Int(Elementary.exponential(6 + 0.7 * random.normal())))
    firstSyllable = Self.firstSyllables[random.index(Self.firstSyllables.count)]
    secondSyllable = Self.secondSyllables[random.index(Self.secondSyllables.count)]
    // Provinces in the order of the list from north to south, six to a row.
    let box = PlanarFrame.vietnam
    let row = min(max(Int((box.north - position.latitude) / 11.9 * 18), 0), 17)
    let column = min(max(Int((position.longitude - box.west) / (box.east - box.west) * 6), 0), 5)
    province = Self.provinces[row + column]
  }

  private static let provinces: [StaticString] = [
    "Điện Biên", "Lai Châu", "Sơn La", "Hòa Bình", "Lào Cai", "Yên Bái", "Hà Giang", "Tuyên Quang", "Cao Bằng",
    "Bắc Kạn", "Lạng Sơn", "Thanh Hóa", "Nghệ An", "Hà Tĩnh", "Quảng Bình", "Quảng Trị", "Quảng Nam", "Quảng Ngãi",
    "Kon Tum", "Gia Lai", "Đắk Lắk", "Đắk Nông", "Lâm Đồng", "Bình Phước",
  ]
  private static let firstSyllables: [StaticString] = [
    "Nà", "Pá", "Huổi", "Pú", "Mường", "Tà", "Chiềng", "Sín", "Hua", "Co", "Phìn", "Lũng", "Khuổi", "Đắk", "Plei",
    "Buôn", "Ea", "Krông",
  ]
  private static let secondSyllables: [StaticString] = [
    "Lốc", "Hạ", "Nhùng", "Khoang", "Dì", "Sang", "Chải", "Mạ", "Lơ", "Mỳ", "Tông", "Ban", "Hồ", "Vang", "Pa", "Kham",
    "Phong", "Rơ",
  ]
}
