import Geospatial

/// Something in a layer that a person should look at.
public struct QualityFinding: Sendable, Hashable {
  /// How much it matters.
  public var severity: QualitySeverity
  /// What kind of thing it is.
  public var kind: QualityKind
  /// The layer's name in the project file; `villages` for the villages.
  public var layer: String
  /// The feature, counted from 0 over all files of the layer; nil when the whole layer is meant.
  public var feature: Int?
  /// Another feature of the layer that takes part, as the one that stands at the same place.
  public var other: Int?
  /// What was found and what was expected, in words, without file and place.
  public var message: String
  /// Where to look; nil when there is no place.
  public var coordinate: Coordinate?
  /// The distance that the finding is about, in **metres**; nil for findings without one.
  public var distanceMetres: Double?

  /// A finding about a feature and perhaps another, or without them about a whole layer; the distance is in **metres**.
  public init(
    _ severity: QualitySeverity, _ kind: QualityKind, layer: String, feature: Int? = nil, other: Int? = nil,
    _ message: String, at coordinate: Coordinate? = nil, distanceMetres: Double? = nil
  ) {
    self.severity = severity
    self.kind = kind
    self.layer = layer
    self.feature = feature
    self.other = other
    self.message = message
    self.coordinate = coordinate
    self.distanceMetres = distanceMetres
  }
}

extension QualityFinding {
  /// Orders findings of one layer: the worst first, then by kind, feature and words.
  public static func precedes(_ a: QualityFinding, _ b: QualityFinding) -> Bool {
    if a.severity != b.severity { return a.severity > b.severity }
    if a.kind != b.kind { return a.kind.rank < b.kind.rank }
    return (a.feature ?? -1, a.message) < (b.feature ?? -1, b.message)
  }
}

/// How much a finding matters.
public enum QualitySeverity: String, CaseIterable, Sendable, Comparable {
  /// An analysis stops at it, leaves something out or gives a wrong answer.
  case error
  /// An answer may be wrong.
  case warning
  /// Nothing need be wrong.
  case note

  /// Whether `a` matters less than `b`.
  public static func < (a: QualitySeverity, b: QualitySeverity) -> Bool { a.weight < b.weight }

  private var weight: Int {
    switch self {
    case .error: 2
    case .warning: 1
    case .note: 0
    }
  }
}

/// The limits that tell what is worth a finding.
public struct QualityLimits: Sendable, Hashable {
  /// A line that ends no further than this from another one was probably meant to meet it, in **metres**.
  public var snapMetres = 5.0
  /// Villages no further apart than this are probably one, in **metres**.
  public var nearMetres = 25.0
  /// Lines no further apart than this meet, in **metres**.
  public var joinMetres = 0.01
  /// More **people** than this live in a town, not in a village.
  public var greatestPopulation = 50_000.0
  /// More **people** than this to a household are a mistake.
  public var greatestHousehold = 20.0
  /// A village further than this from the bounds of every commune is in the sea or abroad, in **metres**. Bounds that are
  /// imprecise leave gaps between communes.
  public var abroadMetres = 5_000.0
  /// Two polygons that share less than this touch, in **square metres**.
  public var leastOverlapSquareMetres = 1.0
  /// From this part of a field's texts on that are numbers, the others are taken for mistakes; 0 to 1.
  public var shareOfNumbers = 0.9

  /// The limits that PhuSong uses unless told otherwise.
  public init() {}
}
