/// When a village has a service: one way, of which a service may have several; any one of them is enough.
public struct Rule: Hashable, Sendable {
  /// The layer to look in, by its name in the project file.
  public var layer: String
  /// How the village and a feature must lie.
  public var kind: RuleKind
  /// Which features of the layer count.
  public var filter: AttributeFilter

  /// A rule over those features of `layer` that pass `filter`.
  public init(layer: String, kind: RuleKind, filter: AttributeFilter = .everything) {
    self.layer = layer
    self.kind = kind
    self.filter = filter
  }

  /// How near a fibre route or access point must be, in **metres**, where a rule does not say.
  public static let defaultFibreMetres = 500.0
  /// How near a measured signal must be, in **metres**, where a rule does not say.
  public static let defaultSignalMetres = 500.0
  /// How near a distribution line must be, in **metres**, where a rule does not say.
  public static let defaultPowerMetres = 1000.0
}

/// How a village centre and a feature must lie for the village to be served.
public enum RuleKind: Hashable, Sendable {
  /// The feature is at most `metres` **metres** away on the ellipsoid; a polygon that holds the village is 0 away.
  case within(metres: Double)
  /// The feature is a polygon and the village lies inside it or on its border.
  case inside
  /// The feature is at most its own range away: the property `field` in **metres**, or `metres` **metres** where the
  /// feature has no such number. At least one of the two is given; a feature with neither serves nobody.
  case range(field: String?, metres: Double?)
}

extension Rule: CustomStringConvertible {
  /// The rule in words, as in `within 500 m of fibre`.
  public var description: String {
    switch kind {
    case .within(let metres): "within \(Self.spelling(metres)) m of \(layer)"
    case .inside: "inside \(layer)"
    case .range(let field?, let metres?): "within \(field) of \(layer), or \(Self.spelling(metres)) m"
    case .range(let field?, nil): "within \(field) of \(layer)"
    case .range(nil, let metres): "within \(metres.map(Self.spelling) ?? "0") m of \(layer)"
    }
  }

  private static func spelling(_ metres: Double) -> String {
    metres == metres.rounded() && metres < 1e15 ? "\(Int(metres))" : "\(metres)"
  }
}
