/// The administrative units of Vietnam in both systems: 63 provinces with districts until 30 June 2025, 34 provinces
/// without districts since, joined by the communes.
public struct AdministrativeUnits: Sendable {
  /// A commune of before 1 July 2025 with everything above it, and the commune it became.
  public struct Commune: Sendable, Hashable {
    /// The five-digit code of the General Statistics Office.
    public var code: String
    /// The name with its kind, as in "Xã Sín Thầu".
    public var name: String
    /// The district's name with its kind.
    public var district: String
    /// The code of the province, one of 63.
    public var provinceCode: String
    /// The province's name with its kind, one of 63.
    public var province: String
    /// The code of the commune since 1 July 2025; nil where the mapping has none.
    public var code2025: String?
    /// The code of the province since 1 July 2025, one of 34.
    public var provinceCode2025: String?
    /// The province's name since 1 July 2025, one of 34.
    public var province2025: String?
    /// Whether the commune was divided, so that `code2025` is only where most of it went.
    public var isDivided: Bool

    /// A commune; what is nil is not known.
    public init(
      code: String, name: String, district: String, provinceCode: String, province: String, code2025: String? = nil,
      provinceCode2025: String? = nil, province2025: String? = nil, isDivided: Bool = false
    ) {
      self.code = code
      self.name = name
      self.district = district
      self.provinceCode = provinceCode
      self.province = province
      self.code2025 = code2025
      self.provinceCode2025 = provinceCode2025
      self.province2025 = province2025
      self.isDivided = isDivided
    }
  }

  /// The communes in the order of their codes.
  public let communes: [Commune]
  private let indexByCode: [String: Int]
  private let indexByCode2025: [String: Int]

  /// Units from communes; of two with the same code the first counts.
  public init(communes: [Commune]) {
    self.communes = communes.sorted { $0.code < $1.code }
    var byCode: [String: Int] = [:]
    var byCode2025: [String: Int] = [:]
    for (index, commune) in self.communes.enumerated() {
      if byCode[commune.code] == nil { byCode[commune.code] = index }
      if let code = commune.code2025, byCode2025[code] == nil { byCode2025[code] = index }
    }
    indexByCode = byCode
    indexByCode2025 = byCode2025
  }

  /// The place in `communes` of a code of before July 2025; nil when there is none. A number that lost its leading zeros
  /// is recognised.
  public func index(ofCommune code: String) -> Int? { indexByCode[AdministrativeUnits.padded(code)] }

  /// The place in `communes` of one that became the commune `code` of since July 2025; nil when there is none.
  public func index(ofCommune2025 code: String) -> Int? { indexByCode2025[AdministrativeUnits.padded(code)] }

  private static func padded(_ code: String) -> String {
    code.utf8.count >= 5 ? code : String(repeating: "0", count: 5 - code.utf8.count) + code
  }
}
