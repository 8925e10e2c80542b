/// The parts village names of a region are put together from.
///
/// Common words of the languages spoken there ("nậm" stream, "huổi" brook, "nà" field, "khuổi" ravine, "pác" mouth,
/// "lũng" valley, "sủng" hollow, "đăk" and "ia" water, "kon" and "plei" village), in Vietnamese spelling.
struct NameLexicon {
  /// What a village is called there, the most common first.
  let kinds: [String]
  let first: [String]
  let second: [String]
  /// The share of villages known by a number, as new settlements are.
  let numbered: Double
}

extension NamingRegion {
  /// The name parts of the region.
  var lexicon: NameLexicon {
    switch self {
    case .tayNung: .tayNung
    case .thai: .thai
    case .hmong: .hmong
    case .muong: .muong
    case .midland: .midland
    case .bru: .bru
    case .katu: .katu
    case .bahnar: .bahnar
    case .jarai: .jarai
    case .ede: .ede
    case .mnong: .mnong
    case .kho: .kho
    case .stieng: .stieng
    }
  }
}

extension NameLexicon {
  static let tayNung = NameLexicon(
    kinds: ["Thôn", "Xóm", "Bản", ""],
    first: ["Nà", "Khuổi", "Pác", "Lũng", "Cốc", "Bó", "Phiêng", "Khau", "Thẳm", "Tổng", "Pò", "Kéo"],
    second: [
      "Lầu", "Sáng", "Mạ", "Khoang", "Cáy", "Ngòa", "Luông", "Pài", "Mặn", "Chang", "Đeng", "Lẹng", "Phung", "Tậu",
      "Bốc", "Rì", "Hai", "Tặc", "Khuyến", "Nghiêng", "Làng", "Vài", "Tát", "Lọong", "Diểu", "Mười",
    ], numbered: 0.04)
  static let thai = NameLexicon(
    kinds: ["Bản", "Bản", "Bản", ""],
    first: ["Huổi", "Nậm", "Na", "Pá", "Phiêng", "Co", "Pu", "Háng", "Pa", "Xốp", "Mường", "Chiềng"],
    second: [
      "Lúa", "Khon", "Hịa", "Púng", "Cưởm", "Sang", "Lếch", "Mạ", "Thín", "Khoai", "Chả", "Nhạp", "Sim", "Ban",
      "Luông", "Hốc", "Cáy", "Tòng", "Bua", "Nghịu", "Ngam", "Vai", "Mí", "Pọng", "Lót", "Mon",
    ], numbered: 0.05)
  static let hmong = NameLexicon(
    kinds: ["Thôn", "Thôn", "Bản", "Xóm"],
    first: ["Sủng", "Lao", "Sà", "Tả", "Má", "Há", "Pờ", "Lũng", "Cán", "Sín", "Chúng", "Ngài", "Séo", "Giàng"],
    second: [
      "Chải", "Phìn", "Lủng", "Pả", "Sử", "Trồ", "Phàng", "Là", "Súng", "Tủng", "Cháng", "Hồ", "Thầu", "Ván", "Mủ",
      "Dín", "Sán", "Lèng", "Chư", "Páo", "Tỷ", "Xa", "Vần", "Khúa",
    ], numbered: 0.05)
  static let muong = NameLexicon(
    kinds: ["Xóm", "Thôn", "Làng", "Khu"],
    first: ["Mường", "Chiềng", "Đồng", "Lục", "Bái", "Sung", "Khú", "Láo", "Vó", "Rộc", "Nà", "Thung"],
    second: [
      "Bin", "Lóng", "Chẽ", "Trám", "Khe", "Đăm", "Mận", "Mít", "Sỏi", "Cú", "Kè", "Ngòi", "Rường", "Lươn", "Cháo",
      "Tre", "Bưng", "Nghìa", "Beo", "Ong", "Vành", "Cốc",
    ], numbered: 0.1)
  static let midland = NameLexicon(
    kinds: ["Thôn", "Thôn", "Xóm", "Bản"],
    first: ["Đồng", "Khe", "Tân", "Đèo", "Rừng", "Làng", "Bãi", "Hố", "Cầu", "Trại", "Bến", "Dốc"],
    second: [
      "Mạ", "Lim", "Thủy", "Sơn", "Giếng", "Lập", "Mít", "Gia", "Tiến", "Dùng", "Nghè", "Thông", "Bưởi", "Quang",
      "Dọc", "Cạn", "Sặt", "Tròn", "Lạc", "Hiệp",
    ], numbered: 0.22)
  static let bru = NameLexicon(
    kinds: ["Bản", "Bản", "Thôn"],
    first: ["Ka", "Cu", "Ta", "Pa", "A", "Ra", "La", "Xa", "Cha", "Tà"],
    second: [
      "Tăng", "Pua", "Tiêng", "Rùng", "Lin", "Tông", "Ai", "Roong", "Nghi", "Hót", "Vơng", "Lý", "Óc", "Chếp", "Ling",
      "Ruộng", "Đụ", "Mới", "Xía", "Lươi",
    ], numbered: 0.06)
  static let katu = NameLexicon(
    kinds: ["Thôn", "Thôn", "Làng"],
    first: ["A", "Pa", "Ta", "Ka", "Ra", "Bh", "Ch", "Tu", "Za", "Ba"],
    second: [
      "Xan", "Bhui", "Rớt", "Nông", "Liêng", "Ghí", "Vương", "Tép", "Zút", "Noonh", "Dung", "Tiếng", "Rooi", "Lăng",
      "Ting", "Chom", "Nghệ", "Rênh", "Pát", "Moong",
    ], numbered: 0.18)
  static let bahnar = NameLexicon(
    kinds: ["Thôn", "Làng", "Thôn"],
    first: ["Kon", "Đăk", "Plei", "Măng", "Tu", "Ngọc", "Kon", "Đăk"],
    second: [
      "Rế", "Tờ Re", "Lung", "Hring", "Jơ Ri", "Gộp", "Năng", "Sút", "Mông", "Tuông", "Klốc", "Rơ Lang", "Pơ Kõ",
      "Vin", "Du", "Trang", "Ga", "Uy", "Brinh", "Chốt", "Ri", "Xia",
    ], numbered: 0.15)
  static let jarai = NameLexicon(
    kinds: ["Làng", "Plei", "Làng", "Thôn"],
    first: ["Ia", "Mrông", "Kte", "Bôn", "Chư", "Ơi", "Plei", "Klah", "Ring"],
    second: [
      "Yố", "Kly", "Ngó", "Tum", "Bang", "Rbol", "Sur", "Krái", "Dơk", "Ghè", "Jut", "Pết", "Lốp", "Tong", "Rai",
      "Athai", "Đê", "Nhing", "Kôm", "Krêng", "Blang", "Nú",
    ], numbered: 0.1)
  static let ede = NameLexicon(
    kinds: ["Buôn", "Buôn", "Thôn"],
    first: ["Ea", "Cư", "Krông", "Drai", "Yang", "Kbu", "Mlang", "Jung"],
    second: [
      "Sin", "Kmông", "Hring", "Dul", "Tul", "Mdoh", "Kuăng", "Yuôr", "Ktur", "Trưng", "Sah", "Tría", "Bir", "Lang",
      "Đung", "Mâo", "Wy", "Kruế", "Ana", "Puk",
    ], numbered: 0.3)
  static let mnong = NameLexicon(
    kinds: ["Bon", "Bon", "Thôn"],
    first: ["Bu", "Đăk", "Păng", "Sa", "Jâng", "Pi", "Ja", "R"],
    second: [
      "Prăng", "Nao", "Nơr", "Koh", "Dấp", "Blang", "Plang", "Dơng", "Kah", "Lum", "Sre", "Rah", "Ndrung", "Boong",
      "Mblêh", "Rlông", "Suê", "Điêng",
    ], numbered: 0.3)
  static let kho = NameLexicon(
    kinds: ["Thôn", "Buôn", "Thôn"],
    first: ["Đạ", "Liêng", "Păng", "Đưng", "Bơ", "Klong", "Kon", "Srê", "Phi"],
    second: [
      "Trang", "Srônh", "Tiêng", "Ksi", "Nhin", "Gương", "Tum", "Rằng", "Đăng", "Nung", "Jri", "Bơ", "Sơr", "Rsal",
      "Gur", "Hang", "Mpô", "Kao",
    ], numbered: 0.3)
  static let stieng = NameLexicon(
    kinds: ["Thôn", "Ấp", "Sóc"],
    first: ["Bù", "Bom", "Đắk", "Sơn", "Phú", "Tân", "Bu", "Lộc"],
    second: [
      "Gia", "Xăng", "Rên", "Nho", "Lư", "Tam", "Dinh", "Khơn", "Ka", "Côn", "Bưng", "Thuận", "Nga", "Bờ Rưm", "Lâm",
      "Môn", "Sanh", "Đốp",
    ], numbered: 0.3)
}
