/// How a region names its villages and how large its households are.
enum NamingRegion {
  case tayNung, thai, hmong, muong, midland, bru, katu, bahnar, jarai, ede, mnong, kho, stieng

  /// Persons to a household: mean of the 2019 census for the main peoples of the region, to half a person.
  var personsPerHousehold: Double {
    switch self {
    case .tayNung: 4.1
    case .thai: 4.6
    case .hmong: 5.0
    case .muong: 4.1
    case .midland: 3.8
    case .bru, .katu: 4.6
    case .bahnar, .jarai: 4.8
    case .ede, .mnong, .kho: 4.5
    case .stieng: 4.1
    }
  }
}

/// What the model assumes of one province.
struct ModelledProvince {
  let code: String
  let region: NamingRegion
  /// 0 for easy country near the delta, 1 for the steepest and farthest province.
  let remoteness: Double
  /// The share of its rural communes that have listed villages.
  let communeShare: Double
  /// The districts that take part; empty for all rural communes of the province.
  var districts: [String] = []
  /// Whether the province borders China, Laos or Cambodia, and in which directions (**degrees** from north).
  var borderBearings: ClosedRange<Double>?
}

extension ModelledProvince {
  /// The 29 provinces of the model, north to south.
  ///
  /// `remoteness` follows the multidimensional poverty and the relief of the province, coarsely. Provinces that reach
  /// the coast take part with their mountain districts only.
  static let all: [ModelledProvince] = north + centre + south

  private static let north = [
    ModelledProvince(code: "02", region: .hmong, remoteness: 0.95, communeShare: 0.75, borderBearings: 270...450),
    ModelledProvince(code: "04", region: .tayNung, remoteness: 0.82, communeShare: 0.72, borderBearings: 270...470),
    ModelledProvince(code: "06", region: .tayNung, remoteness: 0.6, communeShare: 0.62),
    ModelledProvince(code: "08", region: .tayNung, remoteness: 0.42, communeShare: 0.5),
    ModelledProvince(code: "10", region: .hmong, remoteness: 0.72, communeShare: 0.68, borderBearings: 270...450),
    ModelledProvince(code: "11", region: .thai, remoteness: 1.0, communeShare: 0.9, borderBearings: 180...380),
    ModelledProvince(code: "12", region: .thai, remoteness: 0.97, communeShare: 0.85, borderBearings: 270...430),
    ModelledProvince(code: "14", region: .thai, remoteness: 0.87, communeShare: 0.8, borderBearings: 150...270),
    ModelledProvince(code: "15", region: .tayNung, remoteness: 0.58, communeShare: 0.5),
    ModelledProvince(code: "17", region: .muong, remoteness: 0.4, communeShare: 0.5),
    ModelledProvince(
      code: "19", region: .tayNung, remoteness: 0.3, communeShare: 0.4,
      districts: ["Huyện Định Hóa", "Huyện Võ Nhai", "Huyện Đồng Hỷ", "Huyện Phú Lương", "Huyện Đại Từ"]),
    ModelledProvince(code: "20", region: .tayNung, remoteness: 0.6, communeShare: 0.6, borderBearings: 0...160),
    ModelledProvince(
      code: "22", region: .tayNung, remoteness: 0.38, communeShare: 0.5,
      districts: ["Huyện Bình Liêu", "Huyện Ba Chẽ"], borderBearings: 270...420),
    ModelledProvince(
      code: "24", region: .midland, remoteness: 0.28, communeShare: 0.4,
      districts: ["Huyện Sơn Động", "Huyện Lục Ngạn", "Huyện Yên Thế", "Thị xã Chũ"]),
    ModelledProvince(
      code: "25", region: .muong, remoteness: 0.28, communeShare: 0.4,
      districts: ["Huyện Thanh Sơn", "Huyện Tân Sơn", "Huyện Yên Lập"]),
  ]

  private static let centre = [
    ModelledProvince(
      code: "38", region: .muong, remoteness: 0.68, communeShare: 0.62,
      districts: [
        "Huyện Mường Lát", "Huyện Quan Hóa", "Huyện Bá Thước", "Huyện Quan Sơn", "Huyện Lang Chánh",
        "Huyện Ngọc Lặc", "Huyện Cẩm Thủy", "Huyện Thạch Thành", "Huyện Như Xuân", "Huyện Như Thanh",
        "Huyện Thường Xuân",
      ], borderBearings: 200...340),
    ModelledProvince(
      code: "40", region: .thai, remoteness: 0.86, communeShare: 0.8,
      districts: [
        "Huyện Quế Phong", "Huyện Quỳ Châu", "Huyện Kỳ Sơn", "Huyện Tương Dương", "Huyện Quỳ Hợp",
        "Huyện Con Cuông", "Huyện Tân Kỳ", "Huyện Anh Sơn", "Huyện Thanh Chương",
      ], borderBearings: 180...360),
    ModelledProvince(
      code: "42", region: .midland, remoteness: 0.42, communeShare: 0.42,
      districts: ["Huyện Hương Sơn", "Huyện Hương Khê", "Huyện Vũ Quang"], borderBearings: 180...300),
    ModelledProvince(
      code: "44", region: .bru, remoteness: 0.68, communeShare: 0.6,
      districts: ["Huyện Minh Hóa", "Huyện Tuyên Hóa"], borderBearings: 180...320),
    ModelledProvince(
      code: "45", region: .bru, remoteness: 0.76, communeShare: 0.85,
      districts: ["Huyện Hướng Hóa", "Huyện Đa Krông"], borderBearings: 180...330),
    ModelledProvince(
      code: "46", region: .katu, remoteness: 0.6, communeShare: 0.85, districts: ["Huyện A Lưới"],
      borderBearings: 180...300),
    ModelledProvince(
      code: "49", region: .katu, remoteness: 0.92, communeShare: 0.85,
      districts: [
        "Huyện Tây Giang", "Huyện Đông Giang", "Huyện Nam Giang", "Huyện Phước Sơn", "Huyện Bắc Trà My",
        "Huyện Nam Trà My", "Huyện Hiệp Đức", "Huyện Tiên Phước",
      ], borderBearings: 180...330),
    ModelledProvince(
      code: "51", region: .katu, remoteness: 0.72, communeShare: 0.7,
      districts: ["Huyện Trà Bồng", "Huyện Sơn Hà", "Huyện Sơn Tây", "Huyện Minh Long", "Huyện Ba Tơ"]),
  ]

  private static let south = [
    ModelledProvince(code: "62", region: .bahnar, remoteness: 0.7, communeShare: 0.8, borderBearings: 180...340),
    ModelledProvince(code: "64", region: .jarai, remoteness: 0.55, communeShare: 0.62, borderBearings: 220...320),
    ModelledProvince(code: "66", region: .ede, remoteness: 0.42, communeShare: 0.5, borderBearings: 220...320),
    ModelledProvince(code: "67", region: .mnong, remoteness: 0.52, communeShare: 0.62, borderBearings: 220...330),
    ModelledProvince(code: "68", region: .kho, remoteness: 0.42, communeShare: 0.5),
    ModelledProvince(
      code: "70", region: .stieng, remoteness: 0.3, communeShare: 0.48,
      districts: ["Huyện Bù Gia Mập", "Huyện Bù Đăng", "Huyện Bù Đốp", "Huyện Lộc Ninh", "Huyện Phú Riềng"],
      borderBearings: 270...400),
  ]
}
