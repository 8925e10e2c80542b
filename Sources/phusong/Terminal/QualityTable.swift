import Coverage
import GeoFormats
import Project

/// A data-quality report as a table of layers and kinds, with the first places of each.
enum QualityTable {
  private static let shownPlaces = 3

  static func text(_ report: QualityReport, _ language: Language) -> String {
    var text = ""
    let groups = report.groups
    for layer in report.layers {
      let count = layer.featureCount.map { TextTable.number($0, language) + " " + Words.features(language) }
      text += "\(layer.name): \(count ?? Words.unreadable(language))\n"
      let own = groups.filter { $0.layer == layer.name }
      if own.isEmpty { text += "  \(Words.nothing(language))\n" }
      for group in own { text += rows(group, language) }
      text += "\n"
    }
    let totals = QualitySeverity.allCases.map { severity in
      "\(Words.name(of: severity, language)): \(TextTable.number(report.count(of: severity), language))"
    }
    return text + totals.joined(separator: "   ") + "\n"
  }

  private static func rows(_ group: QualityReport.Group, _ language: Language) -> String {
    let severity = Words.name(of: group.severity, language)
    let padding = String(repeating: " ", count: max(0, 9 - severity.count))
    var text =
      "  \(severity)\(padding) \(QualityWords.name(of: group.kind, language)): "
      + "\(TextTable.number(group.entries.count, language))\n"
    for entry in group.entries.prefix(shownPlaces) { text += "      \(entry.text)\n" }
    if group.entries.count > shownPlaces { text += "      …\n" }
    return text
  }

  private enum Words {
    static func features(_ language: Language) -> String { language == .vi ? "đối tượng" : "features" }
    static func unreadable(_ language: Language) -> String { language == .vi ? "không đọc được" : "cannot be read" }
    static func nothing(_ language: Language) -> String { language == .vi ? "không có gì đáng ngờ" : "nothing found" }

    static func name(of severity: QualitySeverity, _ language: Language) -> String {
      switch severity {
      case .error: language == .vi ? "lỗi" : "error"
      case .warning: language == .vi ? "cảnh báo" : "warning"
      case .note: language == .vi ? "lưu ý" : "note"
      }
    }
  }
}

/// The kinds of findings in words.
enum QualityWords {
  static func name(of kind: QualityKind, _ language: Language) -> String {
    language == .vi ? vietnamese(kind) : english(kind)
  }

  private static func english(_ kind: QualityKind) -> String {
    switch kind {
    case .unreadable: "cannot be read"
    case .fileEncoding: "file not in UTF-8"
    case .emptyLayer: "empty layer"
    case .crsDoubt: "doubtful reference system"
    case .leftOut: "left out at reading"
    case .mended: "mended at reading"
    case .missingGeometry: "without geometry"
    case .notAPoint: "village not a point"
    case .missingCode: "without code"
    case .duplicateCode: "code stands twice"
    case .outsideVietnam: "outside every commune"
    case .outsideCommune: "outside its commune"
    case .unknownCommune: "unknown commune code"
    case .samePlace: "villages at one place"
    case .nearDuplicate: "villages very near each other"
    case .sameName: "same name in one commune"
    case .impossiblePopulation: "impossible population"
    case .invalidPolygon: "invalid polygon"
    case .zeroLengthLine: "line of no length"
    case .selfCrossingLine: "line crosses itself"
    case .danglingEnd: "line ends just short of another"
    case .disconnectedNetwork: "not joined to the network"
    case .duplicateFeature: "same geometry twice"
    case .overlappingCoverage: "overlapping polygons"
    case .mixedGeometry: "several geometry types"
    case .emptyField: "field never filled"
    case .mixedField: "field of several types"
    case .garbledText: "garbled text"
    case .decomposedText: "text not in NFC"
    }
  }

  private static func vietnamese(_ kind: QualityKind) -> String {
    switch kind {
    case .unreadable: "không đọc được"
    case .fileEncoding: "tệp không phải UTF-8"
    case .emptyLayer: "lớp rỗng"
    case .crsDoubt: "hệ toạ độ đáng ngờ"
    case .leftOut: "bị bỏ khi đọc"
    case .mended: "được sửa khi đọc"
    case .missingGeometry: "không có toạ độ"
    case .notAPoint: "thôn không phải là điểm"
    case .missingCode: "không có mã"
    case .duplicateCode: "trùng mã"
    case .outsideVietnam: "nằm ngoài mọi xã"
    case .outsideCommune: "nằm ngoài xã của mình"
    case .unknownCommune: "mã xã không có trong danh mục"
    case .samePlace: "các thôn trùng vị trí"
    case .nearDuplicate: "các thôn quá gần nhau"
    case .sameName: "trùng tên trong một xã"
    case .impossiblePopulation: "dân số vô lý"
    case .invalidPolygon: "vùng không hợp lệ"
    case .zeroLengthLine: "đường có độ dài bằng không"
    case .selfCrossingLine: "đường tự cắt"
    case .danglingEnd: "đầu đường gần chạm đường khác"
    case .disconnectedNetwork: "không nối với mạng"
    case .duplicateFeature: "trùng hình học"
    case .overlappingCoverage: "các vùng chồng nhau"
    case .mixedGeometry: "nhiều kiểu hình học"
    case .emptyField: "trường không bao giờ được điền"
    case .mixedField: "trường có nhiều kiểu giá trị"
    case .garbledText: "chữ bị lỗi mã"
    case .decomposedText: "chữ chưa theo NFC"
    }
  }
}
