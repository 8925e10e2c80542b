/// Why a candidate network cannot be made.
public enum CandidateNetworkError: Error, Equatable, CustomStringConvertible {
  /// A setting has a value it cannot have.
  case unusableSetting(name: String, value: Double, expected: String)
  /// Not exactly one class per road.
  case classCount(classes: Int, roads: Int)
  /// The terrain factor at a position is not a positive number.
  case unusableTerrainFactor(longitude: Double, latitude: Double, factor: Double)
  /// A forbidden area that GEOS cannot use.
  case unusableForbiddenArea(feature: Int, reason: String)

  /// What is wrong, and what was expected.
  public var description: String {
    switch self {
    case .unusableSetting(let name, let value, let expected): "\(name) is \(value); expected \(expected)"
    case .classCount(let classes, let roads): "\(classes) road classes for \(roads) roads; expected one per road"
    case .unusableTerrainFactor(let longitude, let latitude, let factor):
      "the terrain factor at (\(longitude), \(latitude)) is \(factor); expected a positive number"
    case .unusableForbiddenArea(let feature, let reason): "forbidden area \(feature): \(reason)"
    }
  }
}
