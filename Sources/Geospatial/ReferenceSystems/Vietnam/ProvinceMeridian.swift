/// The central meridians that the provinces of Vietnam map in.
///
/// The table of Circular 973/2001/TT-TCĐC of the General Department of Land Administration (20 June 2001), with the
/// provinces that were divided since as in appendix 2 of Circular 25/2014/TT-BTNMT: zones of 3 degrees, scale 0.9999.
/// The provinces of July 2025 (Resolution 202/2025/QH15) are joined from those of before; one whose parts have several
/// meridians has none that is certain.
enum ProvinceMeridian {
  /// Each of the 63 provinces until 30 June 2025 with its meridian in **minutes** of arc.
  static let provinces: [(name: String, minutes: Int)] = [
    (6180, "Lai Châu,Điện Biên"), (6240, "Sơn La"), (6270, "Kiên Giang,Cà Mau"),
    (6285, "Lào Cai,Yên Bái,Nghệ An,Phú Thọ,An Giang"),
    (6300, "Thanh Hóa,Vĩnh Phúc,Đồng Tháp,Cần Thơ,Bạc Liêu,Hậu Giang,Hà Nội,Ninh Bình,Hà Nam"),
    (
      6330,
      "Hà Giang,Hải Dương,Hà Tĩnh,Bắc Ninh,Hưng Yên,Thái Bình,Nam Định,Tây Ninh,Vĩnh Long,Sóc Trăng,Trà Vinh"
    ),
    (6345, "Cao Bằng,Long An,Tiền Giang,Bến Tre,Hải Phòng,Hồ Chí Minh,Bình Dương"),
    (6360, "Tuyên Quang,Hòa Bình,Quảng Bình"), (6375, "Quảng Trị,Bình Phước"), (6390, "Bắc Kạn,Thái Nguyên"),
    (6420, "Bắc Giang,Huế"), (6435, "Lạng Sơn"), (6450, "Kon Tum"),
    (6465, "Quảng Ninh,Đồng Nai,Bà Rịa - Vũng Tàu,Quảng Nam,Lâm Đồng,Đà Nẵng"), (6480, "Quảng Ngãi"),
    (6495, "Ninh Thuận,Khánh Hòa,Bình Định"), (6510, "Đắk Lắk,Đắk Nông,Phú Yên,Gia Lai,Bình Thuận"),
  ].flatMap { minutes, names in names.split(separator: ",").map { (String($0), minutes) } }

  /// Each of the 34 provinces since 1 July 2025 that was merged, with the provinces it was merged from.
  static let mergers: [(name: String, parts: [String])] = [
    ("Tuyên Quang", ["Tuyên Quang", "Hà Giang"]), ("Lào Cai", ["Lào Cai", "Yên Bái"]),
    ("Thái Nguyên", ["Thái Nguyên", "Bắc Kạn"]), ("Phú Thọ", ["Phú Thọ", "Vĩnh Phúc", "Hòa Bình"]),
    ("Bắc Ninh", ["Bắc Ninh", "Bắc Giang"]), ("Hưng Yên", ["Hưng Yên", "Thái Bình"]),
    ("Hải Phòng", ["Hải Phòng", "Hải Dương"]), ("Ninh Bình", ["Ninh Bình", "Hà Nam", "Nam Định"]),
    ("Quảng Trị", ["Quảng Trị", "Quảng Bình"]), ("Đà Nẵng", ["Đà Nẵng", "Quảng Nam"]),
    ("Quảng Ngãi", ["Quảng Ngãi", "Kon Tum"]), ("Gia Lai", ["Gia Lai", "Bình Định"]),
    ("Khánh Hòa", ["Khánh Hòa", "Ninh Thuận"]), ("Lâm Đồng", ["Lâm Đồng", "Đắk Nông", "Bình Thuận"]),
    ("Đắk Lắk", ["Đắk Lắk", "Phú Yên"]), ("Hồ Chí Minh", ["Hồ Chí Minh", "Bình Dương", "Bà Rịa - Vũng Tàu"]),
    ("Đồng Nai", ["Đồng Nai", "Bình Phước"]), ("Tây Ninh", ["Tây Ninh", "Long An"]),
    ("Cần Thơ", ["Cần Thơ", "Hậu Giang", "Sóc Trăng"]), ("Vĩnh Long", ["Vĩnh Long", "Bến Tre", "Trà Vinh"]),
    ("Đồng Tháp", ["Đồng Tháp", "Tiền Giang"]), ("Cà Mau", ["Cà Mau", "Bạc Liêu"]),
    ("An Giang", ["An Giang", "Kiên Giang"]),
  ]

  /// The name in ``provinces`` that `text` spells, with or without its kind; nil when none.
  static func province(named text: VietnameseText) -> String? {
    for candidate in [text] + ProvinceNames.strippedOfKind(text) {
      let (accented, plain) = (candidate.accented, candidate.key(isAccented: false))
      if let alias = ProvinceNames.alias(plain: plain) { return alias }
      let matches = keys.filter { $0.accented == accented }
      if let match = matches.first { return match.name }
      let loose = keys.filter { $0.plain == plain }
      if loose.count == 1 { return loose.first?.name }
    }
    return nil
  }

  /// The provinces whose meridian a name may mean: itself, or, as its name outlived a merger, all parts of the new one.
  static func meanings(of name: String) -> [(name: String, minutes: Int)] {
    let parts = mergers.first { $0.name == name }?.parts ?? [name]
    return parts.compactMap { part in provinces.first { $0.name == part } }
  }

  /// The provinces nearest in spelling to `text`, nearest first, at most three.
  static func near(_ text: VietnameseText) -> [String] {
    let key = text.key(isAccented: false)
    return keys.map { (name: $0.name, distance: EditDistance.between(key, $0.plain), length: $0.plain.count) }
      .filter { $0.distance <= max(1, max(key.count, $0.length) / 3) }
      .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
      .prefix(3).map(\.name)
  }

  private static let keys = provinces.map { province in
    let text = VietnameseText(province.name)
    return (name: province.name, accented: text.accented, plain: text.key(isAccented: false))
  }
}

/// Other names of provinces.
package enum ProvinceNames {
  /// The name in use, without its kind, for a short or former one given as a key without marks; nil for any other.
  package static func alias(plain key: [UInt8]) -> String? {
    switch String(decoding: key, as: UTF8.self) {
    case "brvt", "vungtau", "baria", "bariavt", "brvungtau": "Bà Rịa - Vũng Tàu"
    case "hcm", "tphcm", "saigon", "hcmc", "tpsaigon", "hochiminhciti", "tphochiminh": "Hồ Chí Minh"
    case "thuathienhue", "tthue", "tphue", "thuathien": "Huế"
    case "hn", "tphn", "hanoiciti": "Hà Nội"
    case "baccan": "Bắc Kạn"
    default: nil
    }
  }

  /// What is left of a name without a word for a province in front: tỉnh, thành phố, TP., T.
  package static func strippedOfKind(_ text: VietnameseText) -> [VietnameseText] {
    let words: [StaticString] = ["tinh", "thanhpho", "tp", "t"]
    return words.compactMap { word in
      text.prefixLength(of: word).flatMap { $0 < text.letters.count ? text.dropping($0) : nil }
    }
  }
}
