import Geospatial

/// How cable is laid, and over what ground.
public struct FibreSettings: Sendable {
  /// On poles or in the ground.
  public var method: CableMethod
  /// What the ground is like at a place; plain everywhere where nothing else is known.
  public var terrain: (@Sendable (Coordinate) -> Terrain)?
  /// A line is asked for its terrain in the middle of pieces of at most this many **metres**.
  public var terrainSpacingMetres: Double

  /// Cable laid by a method over some ground, which is asked about every `terrainSpacingMetres` **metres**.
  public init(
    method: CableMethod = .aerial, terrainSpacingMetres: Double = 500,
    terrain: (@Sendable (Coordinate) -> Terrain)? = nil
  ) {
    self.method = method
    self.terrain = terrain
    self.terrainSpacingMetres = terrainSpacingMetres
  }

  /// Throws `FibreError.unusableSetting` for a spacing that is not from 1 to 100,000 **metres**.
  func check() throws(FibreError) {
    guard terrainSpacingMetres >= 1, terrainSpacingMetres <= 100_000 else {
      throw .unusableSetting(
        name: "terrainSpacingMetres", value: terrainSpacingMetres, expected: "1 m to 100 km")
    }
  }
}
