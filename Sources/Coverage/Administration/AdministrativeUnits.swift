import Geospatial

/// The administrative units of Vietnam in both systems: 63 provinces with districts until 30 June 2025, 34 provinces
/// without districts since, joined by the communes.
public struct AdministrativeUnits: Sendable {
  /// A commune of before 1 July 2025 with everything above it, and the commune it became.
  public struct Commune: Sendable, Hashable {
    /// The five-digit code of the General Statistics Office.
    public var code: String
    /// The name with its kind, as in "Xã Sín Thầu".
    public var name: String
    /// The three-digit code of the district; empty where unknown.
    public var districtCode: String
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
    /// A point in the commune, geocoded; nil where unknown.
    public var point: Coordinate?
    /// The box around the commune; nil where unknown.
    public var bounds: BoundingBox?

    /// A commune; what is nil is not known.
    public init(
      code: String, name: String, districtCode: String = "", district: String, provinceCode: String, province: String,
      code2025: String? = nil, provinceCode2025: String? = nil, province2025: String? = nil, isDivided: Bool = false,
      point: Coordinate? = nil, bounds: BoundingBox? = nil
    ) {
      self.code = code
      self.name = name
      self.districtCode = districtCode
      self.district = district
      self.provinceCode = provinceCode
      self.province = province
      self.code2025 = code2025
      self.provinceCode2025 = provinceCode2025
      self.province2025 = province2025
      self.isDivided = isDivided
      self.point = point
      self.bounds = bounds
    }
  }

  /// A commune since 1 July 2025.
  public struct Commune2025: Sendable, Hashable {
    /// The five-digit code.
    public var code: String
    /// The name with its kind.
    public var name: String
    /// The code of the province, one of 34.
    public var provinceCode: String
    /// The province's name with its kind, one of 34.
    public var province: String

    /// A commune of 2025.
    public init(code: String, name: String, provinceCode: String, province: String) {
      self.code = code
      self.name = name
      self.provinceCode = provinceCode
      self.province = province
    }
  }

  /// A province of either system.
  public struct Province: Sendable, Hashable {
    /// The two-digit code; the systems use some codes for different provinces.
    public var code: String
    /// The name with its kind.
    public var name: String
  }

  /// The communes of before July 2025 in the order of their codes.
  public let communes: [Commune]
  /// The communes since July 2025 in the order of their codes.
  public let communes2025: [Commune2025]
  private let numbers: [UInt32]
  private let numbers2025: [UInt32]

  /// Units from communes; of two with the same code the first counts. O(n) when they stand in the order of their codes.
  public init(communes: [Commune], communes2025: [Commune2025] = []) {
    (self.communes, numbers) = Self.ordered(communes, \.code)
    (self.communes2025, numbers2025) = Self.ordered(communes2025, \.code)
  }

  /// The place in `communes` of a code of before July 2025; nil when there is none. A number that lost its leading zeros
  /// is recognised.
  public func index(ofCommune code: String) -> Int? { Self.place(of: code, in: numbers) }

  /// The place in `communes2025` of a code since July 2025; nil when there is none. Leading zeros may be missing.
  public func index(ofCommune2025 code: String) -> Int? { Self.place(of: code, in: numbers2025) }

  /// The places in `communes` of those that became, whole or for the most part, the commune `code` of 2025. O(n).
  public func predecessors(ofCommune2025 code: String) -> [Int] {
    communes.indices.filter { communes[$0].code2025 == code }
  }

  /// The 63 provinces by code. O(n).
  public var provinces: [Province] { Self.provinces(communes.map { ($0.provinceCode, $0.province) }) }

  /// The 34 provinces by code. O(n).
  public var provinces2025: [Province] { Self.provinces(communes2025.map { ($0.provinceCode, $0.province) }) }

  /// The code of the province of 2025, one of 34, that the most communes of a province of before went to; nil for an
  /// unknown code. O(n).
  public func province2025(ofProvince code: String) -> String? {
    var counts: [String: Int] = [:]
    for commune in communes where commune.provinceCode == code {
      if let new = commune.provinceCode2025 { counts[new, default: 0] += 1 }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// The codes of the provinces of before, of 63, that a province of 2025 was made of, in order. O(n).
  public func provinces(ofProvince2025 code: String) -> [String] {
    Set(communes.lazy.filter { $0.provinceCode2025 == code }.map(\.provinceCode)).sorted()
  }

  private static func provinces(_ pairs: [(code: String, name: String)]) -> [Province] {
    var names: [String: String] = [:]
    for pair in pairs where names[pair.code] == nil { names[pair.code] = pair.name }
    return names.map { Province(code: $0.key, name: $0.value) }.sorted { $0.code < $1.code }
  }

  private static func ordered<Unit>(_ units: [Unit], _ code: KeyPath<Unit, String>) -> ([Unit], [UInt32]) {
    let numbers = units.map { number($0[keyPath: code]) ?? .max }
    if zip(numbers, numbers.dropFirst()).allSatisfy({ $0 < $1 }) { return (units, numbers) }
    var order = units.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
    var last: UInt32?
    order = order.filter { index in
      defer { last = numbers[index] }
      return numbers[index] != last || numbers[index] == .max
    }
    return (order.map { units[$0] }, order.map { numbers[$0] })
  }

  /// The number that a code of at most five digits spells.
  private static func number(_ code: String) -> UInt32? {
    code.utf8.count <= 5 && code.utf8.allSatisfy { (0x30...0x39).contains($0) } ? UInt32(code) : nil
  }

  private static func place(of code: String, in numbers: [UInt32]) -> Int? {
    guard let wanted = number(code) else { return nil }
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count && numbers[low] == wanted ? low : nil
  }
}
