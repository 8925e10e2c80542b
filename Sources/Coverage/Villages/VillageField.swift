/// An attribute of a village, by the name PhuSong gives it in project files and outputs.
public enum VillageField: String, CaseIterable, Sendable {
  /// The village's code.
  case code
  /// The village's name.
  case name
  /// The code of its commune before 1 July 2025.
  case communeCode = "commune_code"
  /// The code of its commune since 1 July 2025.
  case communeCode2025 = "commune_code_2025"
  /// The name of its commune.
  case commune
  /// The name of its district; districts ended on 1 July 2025.
  case district
  /// The name of its province before 1 July 2025, one of 63.
  case province
  /// The name of its province since 1 July 2025, one of 34.
  case province2025 = "province_2025"
  /// The number of its **people**.
  case population
  /// The number of its **households**.
  case households

  /// Whether the attribute tells the administrative unit, so that areas can fill it.
  public var isAdministrative: Bool {
    switch self {
    case .communeCode, .communeCode2025, .commune, .district, .province, .province2025: true
    case .code, .name, .population, .households: false
    }
  }
}
