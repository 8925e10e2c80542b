/// The words that the script of a page needs.
enum PageWords {
  static func words(_ words: Words) -> [(key: String, word: String)] {
    [
      ("population", words.pick("People", "Dân số")), ("households", words.pick("Households", "Số hộ")),
      ("rank", words.pick("Rank", "Hạng")), ("score", words.pick("Score", "Điểm ưu tiên")),
      ("of", words.pick("of", "trên")), ("code", words.pick("Code", "Mã")),
      ("service", words.pick("Service", "Dịch vụ")), ("status", words.pick("Status", "Tình trạng")),
      ("distance", words.pick("Distance", "Khoảng cách")), ("rule", words.pick("Rule", "Quy tắc")),
      ("served", words.status(.served)), ("unserved", words.status(.unserved)), ("unknown", words.status(.unknown)),
      ("doubtful", words.pick("in doubt", "chưa chắc chắn")),
      ("reasons", words.pick("What the score is made of", "Điểm gồm")),
      ("measures", words.pick("Further distances", "Khoảng cách khác")),
      ("none", words.pick("No village of that name.", "Không có thôn, bản nào tên như vậy.")),
      ("found", words.pick("villages found", "thôn, bản phù hợp")),
      ("unnamed", words.pick("(no name)", "(chưa có tên)")), ("noPlace", words.pick("No position", "Chưa có toạ độ")),
      ("zone", words.pick("Dead zone", "Vùng lõm")), ("villages", words.pick("villages", "thôn, bản")),
      ("people", words.pick("people", "người")), ("year", words.pick("Year", "Năm")),
      ("later", words.pick("after the plan", "sau kế hoạch")), ("zoomIn", words.pick("Zoom in", "Phóng to")),
      ("zoomOut", words.pick("Zoom out", "Thu nhỏ")), ("rows", words.pick("rows", "dòng")),
      ("position", words.pick("Longitude, latitude", "Kinh độ, vĩ độ")),
      ("since2025", words.pick("since July 2025", "từ 01/7/2025")),
    ]
  }

  /// What a further distance is called: the name of its column without the unit.
  static func measure(_ name: String, _ words: Words) -> String {
    switch name {
    case "tower_distance_m": words.pick("To the nearest tower", "Tới trạm gần nhất")
    case "road_distance_m": words.pick("To the nearest road", "Tới đường gần nhất")
    default: (name.hasSuffix("_m") ? String(name.dropLast(2)) : name).split(separator: "_").joined(separator: " ")
    }
  }

  /// What a thing of a plan is called; its own name where it is not known.
  static func planKind(_ kind: String, _ words: Words) -> String {
    switch kind {
    case "cable": words.pick("Cable", "Tuyến cáp")
    case "fibre_village": words.pick("Village connection", "Điểm cáp thôn")
    case "tower": words.pick("Tower", "Trạm mới")
    case "tower_upgrade": words.pick("Tower upgrade", "Nâng cấp trạm")
    case "microwave_hop": words.pick("Microwave hop", "Chặng vi ba")
    case "satellite_backhaul": words.pick("Satellite backhaul", "Truyền dẫn vệ tinh")
    case "site_solar": words.pick("Solar power of a site", "Điện mặt trời cho trạm")
    case "power_line": words.pick("Power line", "Đường dây điện")
    case "grid_village": words.pick("Village grid", "Lưới điện thôn")
    case "mini_grid": words.pick("Mini-grid", "Lưới điện nhỏ")
    case "solar_homes": words.pick("Solar home systems", "Điện mặt trời hộ gia đình")
    default: kind.split(separator: "_").joined(separator: " ")
    }
  }
}
