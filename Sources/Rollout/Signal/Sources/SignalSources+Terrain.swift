import Geospatial

extension SignalSources {
  /// Lets a terrain model decide who sees whom.
  ///
  /// A phone must see its site by the bare ray, `phoneFresnelShare` 0: what woods and houses take is in the range of the site
  /// already. The ends of a hop must have the part of the first Fresnel zone free that the settings say.
  public mutating func use(
    _ model: ElevationModel, settings: LineOfSightSettings = LineOfSightSettings(), phoneFresnelShare: Double = 0
  ) {
    let sight = LineOfSight(model, settings: settings)
    coverageSight = sight.sight(fresnelShare: phoneFresnelShare)
    hopSight = sight.sight()
  }
}
