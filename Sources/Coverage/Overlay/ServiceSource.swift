import GeoFormats
import Geospatial

/// The features that one rule of a service looks at, ready to be indexed.
public struct ServiceSource: Sendable {
  /// How village and feature must lie.
  public var kind: RuleKind
  /// The geometries of the layer, WGS 84.
  public var geometries: GeometryColumn
  /// Which features count; one per feature, nil when all do.
  public var includes: [Bool]?
  /// For a range rule how far each feature serves, in **metres**, one per feature; NaN where nothing is known. Nil when
  /// all serve as far as the rule says.
  public var reachMetres: [Double]?
  /// Where the layer says anything; nil when everywhere.
  public var extent: ServiceExtent?

  /// A rule over a layer, with the rule's filter and ranges worked out from the layer's properties.
  ///
  /// The layer must have been read with the rule's properties among its keys.
  public init(_ rule: Rule, layer: Layer) {
    kind = rule.kind
    geometries = layer.geometries
    includes = rule.filter.mask(of: layer)
    if case .range(let field, let metres) = rule.kind {
      let key = field.flatMap { layer.attributes.index(ofKey: $0) }
      reachMetres = (0..<layer.count).map { feature in
        let number = key.flatMap { layer.attributes.value(ofFeature: feature, key: $0)?.number }
        guard let number else { return metres ?? .nan }
        return number > 0 && number <= Self.greatestRangeMetres ? number : .nan
      }
    }
  }

  /// A rule over plain geometries.
  public init(
    kind: RuleKind, geometries: GeometryColumn, includes: [Bool]? = nil, reachMetres: [Double]? = nil,
    extent: ServiceExtent? = nil
  ) {
    self.kind = kind
    self.extent = extent
    self.geometries = geometries
    self.includes = includes
    self.reachMetres = reachMetres
  }

  /// No site on earth serves farther than this, in **metres**: the horizon from a mast of 3 km.
  public static let greatestRangeMetres = 200_000.0

  /// The features that count for a range rule and have something as their range that is none, so that they serve nobody
  /// or as far as the rule says. The layer is the one that the source was made of.
  public func featuresWithUnusableRange(_ field: String, of layer: Layer) -> [Int] {
    guard let key = layer.attributes.index(ofKey: field) else { return [] }
    return (0..<layer.count).filter { feature in
      guard counts(feature), let value = layer.attributes.value(ofFeature: feature, key: key), !value.isEmpty else {
        return false
      }
      return value.number.map { !($0 > 0 && $0 <= Self.greatestRangeMetres) } ?? true
    }
  }

  /// Whether a feature counts and has a geometry.
  @inline(__always)
  func counts(_ feature: Int) -> Bool {
    (includes?[feature] ?? true) && !geometries.parts(ofFeature: feature).isEmpty
  }

  /// Whether any feature counts. Where none does, the rule knows nothing.
  public var hasFeatures: Bool { (0..<geometries.count).contains { counts($0) } }

  /// The properties that a rule reads of its layer.
  public static func properties(of rule: Rule) -> [String] {
    guard case .range(let field?, _) = rule.kind else { return rule.filter.properties }
    return rule.filter.properties + [field]
  }
}

extension AttributeFilter {
  /// Which features of a layer pass, one per feature; nil when all do because nothing is asked.
  ///
  /// The layer must have been read with the filter's properties among its keys; a property that was not counts as missing.
  public func mask(of layer: Layer) -> [Bool]? {
    if isEmpty { return nil }
    let keys = Dictionary(uniqueKeysWithValues: properties.map { ($0, layer.attributes.index(ofKey: $0)) })
    return (0..<layer.count).map { feature in
      matches { property in
        keys[property].flatMap { $0 }.flatMap { layer.attributes.value(ofFeature: feature, key: $0) }
      }
    }
  }
}
