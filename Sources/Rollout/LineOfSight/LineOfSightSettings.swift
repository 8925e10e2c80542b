/// What counts as seen between two antennas.
public struct LineOfSightSettings: Hashable, Sendable {
  /// The mean radius of the earth, in **metres** (ITU-R P.310).
  static let earthRadiusMetres = 6_371_000.0

  /// By what the radius of the earth is multiplied for the bending of radio waves in the air: 4/3 (ITU-R P.310).
  public var effectiveEarthFactor = 4.0 / 3
  /// What share of the radius of the first Fresnel zone must be free: 0.6 (ITU-R P.530-18, section 2.2.2).
  public var fresnelShare = 0.6
  /// The greatest distance between places where the ground is looked up, in **metres**; nil for the spacing of the model.
  public var sampleMetres: Double?

  /// The default settings.
  public init() {}
}
