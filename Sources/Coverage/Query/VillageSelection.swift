import GeoFormats
import Geospatial

/// Which villages a query speaks of, by place and by what they lack.
public enum VillageSelection {
  /// The villages that lack a service for certain.
  public static func unserved(_ service: Service, among assessed: AssessedVillages) -> [Bool] {
    assessed.assessment[service].statuses.map { $0 == .unserved }
  }

  /// The villages at most `metres` from a place along the ellipsoid, and how far each village is from it, in **metres**; NaN for
  /// villages without a position. O(n).
  public static func near(
    _ place: Coordinate, withinMetres metres: Double?, among assessed: AssessedVillages
  ) -> (mask: [Bool], distancesMetres: [Double]) {
    let distances = assessed.villages.coordinates.map { coordinate in
      coordinate.longitude.isNaN ? .nan : Geodesic.distance(place, coordinate)
    }
    return (distances.map { $0 <= metres ?? .infinity }, distances)
  }

  /// The villages inside a polygon of a layer or on its border. O(n log m) in the number of edges.
  public static func inside(_ polygons: GeometryColumn, among assessed: AssessedVillages) -> [Bool] {
    let index = PolygonIndex(polygons)
    var mask = [Bool](repeating: false, count: assessed.villages.count)
    index.withSearch { search in
      for (village, coordinate) in assessed.villages.coordinates.enumerated() where !coordinate.longitude.isNaN {
        mask[village] = search.lowestFeature(containing: coordinate) != nil
      }
    }
    return mask
  }

  /// The villages of the units of that name, spelled in any way, with or without marks and the word for the kind of unit:
  /// `dien bien` finds `Tỉnh Điện Biên`. A unit of before July 2025 and one since of the same name both count. O(n).
  public static func inUnit(_ name: String, of level: UnitLevel, among assessed: AssessedVillages) -> [Bool] {
    let wanted = UnitSpelling(name, level: level.kinds)
    var known: [String: Bool] = [:]
    return (0..<assessed.villages.count).map { village in
      level.fields.contains { field in
        guard let text = assessed.villages.text(of: field, village: village) else { return false }
        if let answer = known[text] { return answer }
        let answer = wanted.finds(text)
        known[text] = answer
        return answer
      }
    }
  }

  /// The names of the units that ``inUnit(_:of:among:)`` finds, as the villages spell them, each once, by name. O(n).
  public static func unitNames(_ name: String, of level: UnitLevel, among assessed: AssessedVillages) -> [String] {
    let wanted = UnitSpelling(name, level: level.kinds)
    var names = Set<String>()
    for village in 0..<assessed.villages.count {
      for field in level.fields {
        if let text = assessed.villages.text(of: field, village: village) { names.insert(text) }
      }
    }
    return names.filter { wanted.finds($0) }.sorted()
  }

  /// The unit of a level whose name is most like a name that finds none; nil where none is like it.
  public static func nearestUnit(to name: String, of level: UnitLevel, among assessed: AssessedVillages) -> String? {
    let wanted = Array(VietnameseText(name).plain.utf8)
    var names = Set<String>()
    for village in 0..<assessed.villages.count {
      for field in level.fields {
        if let text = assessed.villages.text(of: field, village: village) { names.insert(text) }
      }
    }
    let distances = names.map { unit in
      let (_, rest) = UnitKind.parts(VietnameseText(unit), level: level.kinds)
      return (unit, EditDistance.between(wanted, Array(rest.plain.utf8)))
    }
    let nearest = distances.min { ($0.1, $0.0) < ($1.1, $1.0) }
    return nearest.flatMap { $0.1 <= max(1, wanted.count / 3) ? $0.0 : nil }
  }
}

/// A level of administrative units that a query may name a unit of.
public enum UnitLevel: String, Sendable, CustomStringConvertible {
  case province, district, commune

  /// The word for it.
  public var description: String { rawValue }

  /// The fields that hold the names of its units.
  var fields: [VillageField] {
    switch self {
    case .province: [.province, .province2025]
    case .district: [.district]
    case .commune: [.commune]
    }
  }

  var kinds: UnitKind.Level {
    switch self {
    case .province: .province
    case .district: .district
    case .commune: .commune
    }
  }
}

/// A unit's name as people spell it: with the word for its kind in front or without, which for some names is not to be told.
private struct UnitSpelling {
  private let level: UnitKind.Level
  private let readings: [(kind: UnitKind?, name: [UInt8])]
  private let isAccented: Bool

  init(_ name: String, level: UnitKind.Level) {
    let text = VietnameseText(name)
    let isAccented = text.hasMarks
    self.level = level
    self.isAccented = isAccented
    readings =
      [(nil, text.key(isAccented: isAccented))]
      + UnitKind.readings(text, level: level).map { ($0.kind, $0.rest.key(isAccented: isAccented)) }
  }

  /// Whether a unit of the tables is meant: marks count where the question has any, the kind where it names one.
  func finds(_ unit: String) -> Bool {
    let (kind, rest) = UnitKind.parts(VietnameseText(unit), level: level)
    let name = rest.key(isAccented: isAccented)
    return readings.contains { $0.name == name && ($0.kind == nil || kind == nil || $0.kind == kind) }
  }
}
