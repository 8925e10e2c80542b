import Geospatial
import Rollout

/// A village or point of interest that is to be connected.
public struct TechnologyPlace: Hashable, Sendable {
  /// What it is.
  public enum Kind: String, Hashable, Sendable {
    case village
    case point
  }

  /// What it is.
  public var kind: Kind
  /// Its code, or its number in the layer.
  public var code: String
  /// Its name; nil where unknown.
  public var name: String?
  /// Where it is.
  public var position: Coordinate
  /// How many **people** it serves.
  public var people: Int
  /// How many of them use it at the same time.
  public var users: Double
  /// Whose mobile signal reaches it; nil for none.
  public var mobile: AccessPlace.MobileNetwork?
}
