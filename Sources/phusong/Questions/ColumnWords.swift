import Coverage
import Project
import Reporting

/// What tables for people call the columns.
struct ColumnWords {
  let language: Language

  init(_ language: Language) { self.language = language }

  /// The heading of a column; its name where it is one of the input's own.
  func heading(_ name: String) -> String {
    guard let words = Self.words[name] else { return name }
    return language == .vi ? words.vi : words.en
  }

  private static let words: [String: (en: String, vi: String)] = [
    "rank": ("Rank", "Hạng"), "score": ("Score", "Điểm"), "code": ("Code", "Mã"), "name": ("Village", "Thôn, bản"),
    "commune": ("Commune", "Xã"), "district": ("District", "Huyện"), "province": ("Province", "Tỉnh"),
    "province_2025": ("Province 2025", "Tỉnh 2025"), "commune_code_2025": ("Commune 2025", "Xã 2025"),
    "commune_2025": ("Commune 2025", "Xã 2025"), "population": ("People", "Dân số"),
    "households": ("Households", "Số hộ"), "villages": ("Villages", "Thôn, bản"), "people": ("People", "Dân số"),
    "fibre": ("Fibre", "Cáp quang"), "signal": ("Signal", "Sóng di động"), "power": ("Power", "Điện"),
    "fibre_distance_m": ("Fibre, m", "Cáp quang, m"), "signal_distance_m": ("Signal, m", "Sóng, m"),
    "power_distance_m": ("Power, m", "Điện, m"), "missing": ("Missing", "Còn thiếu"),
    RankedVillages.missingName: ("Missing", "Còn thiếu"), RankedVillages.nearName: ("Distance, m", "Cách, m"),
    "fibre_unserved": ("No fibre", "Chưa có cáp"), "signal_unserved": ("No signal", "Lõm sóng"),
    "power_unserved": ("No power", "Chưa có điện"), "score_sum": ("Score, sum", "Tổng điểm"),
    "score_mean": ("Score, mean", "Điểm TB"), "rank_best": ("Best rank", "Hạng cao nhất"),
    "rank_worst": ("Worst rank", "Hạng thấp nhất"),
  ]

  /// A service in the middle of a sentence.
  func service(_ service: Service) -> String {
    switch service {
    case .fibre: language == .vi ? "cáp quang" : "fibre"
    case .signal: language == .vi ? "sóng di động" : "signal"
    case .power: language == .vi ? "điện" : "power"
    }
  }

  /// A status.
  func status(_ status: Status) -> String { Words(language.ofReport).status(status) }

  /// What a file is to a project, as `layer fibre`.
  func role(_ role: String) -> String { Words(language.ofReport).role(role) }

  func pick(_ english: String, _ vietnamese: String) -> String { language == .vi ? vietnamese : english }
}
