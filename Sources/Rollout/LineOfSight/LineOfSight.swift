import Geospatial
import Glibc

/// Whether antennas see each other over a terrain model, with the curvature of the earth and room for the radio wave.
///
/// The ray is straight over an earth whose radius is ``LineOfSightSettings/effectiveEarthFactor`` times the true one, and
/// must pass above the ground by a part of the radius of the first Fresnel zone (Recommendation ITU-R P.530-18, section
/// 2.2.2; the zone after its equation 2, the effective earth after ITU-R P.310). Buildings and trees are not in the model
/// unless its heights are those of a surface.
///
/// ```swift
/// let sight = LineOfSight(model)
/// sight.clearance(from: tower, to: other, megahertz: 7_500).leastMetres
/// ```
public struct LineOfSight: Sendable {
  /// The heights of the ground.
  public let model: ElevationModel
  /// What counts as seen.
  public let settings: LineOfSightSettings

  /// The least room along a path.
  public struct Clearance: Hashable, Sendable {
    /// By how many **metres** the ray is above what it must clear, at the worst place; below 0 when it is blocked.
    public var leastMetres: Double
    /// How far the worst place is from the first antenna, in **metres**.
    public var distanceMetres: Double
    /// Whether the ground is known at all along the path.
    public var isKnown: Bool

    /// Whether the antennas see each other. Where no ground is known only the distance counts: nothing is in the way.
    public var isFree: Bool { leastMetres >= 0 || !isKnown }
  }

  /// Sight over a model.
  public init(_ model: ElevationModel, settings: LineOfSightSettings = LineOfSightSettings()) {
    self.model = model
    self.settings = settings
  }

  /// The least room between two antennas at a frequency in **megahertz**, of which `fresnelShare` of the first zone must be free.
  ///
  /// Heights that the model lacks are taken to be in line between those on both sides. O(distance by spacing of the model).
  public func clearance(
    from first: RadioEnd, to second: RadioEnd, megahertz: Double, fresnelShare: Double? = nil
  ) -> Clearance {
    let step = settings.sampleMetres ?? (model.spacingMetres.isFinite ? model.spacingMetres : 100)
    let profile = ElevationProfile(model, from: first.coordinate, to: second.coordinate, stepMetres: step)
    guard let ground = Self.bridged(profile.elevations) else {
      return Clearance(leastMetres: .infinity, distanceMetres: 0, isKnown: false)
    }
    let total = profile.distanceMetres
    let start = ground[0] + first.heightMetres
    let rise = ground[ground.count - 1] + second.heightMetres - start
    let wavelength = 299.792458 / megahertz
    let share = fresnelShare ?? settings.fresnelShare
    let diameter = 2 * settings.effectiveEarthFactor * LineOfSightSettings.earthRadiusMetres
    var least = Clearance(leastMetres: .infinity, distanceMetres: 0, isKnown: true)
    for sample in ground.indices {
      let distance = profile.distanceMetres(ofSample: sample)
      let product = distance * (total - distance)
      let bulge = product / diameter
      let zone = total > 0 ? (wavelength * product / total).squareRoot() : 0
      let ray = start + (total > 0 ? rise * distance / total : 0)
      let room = ray - ground[sample] - bulge - share * zone
      if room < least.leastMetres {
        least.leastMetres = room
        least.distanceMetres = distance
      }
    }
    return least
  }

  /// A question of sight that asks this model.
  public func sight(fresnelShare: Double? = nil) -> RadioSight {
    { first, second, megahertz in
      clearance(from: first, to: second, megahertz: megahertz, fresnelShare: fresnelShare).isFree
    }
  }

  /// Heights without gaps; nil when there is none at all.
  private static func bridged(_ elevations: [Double?]) -> [Double]? {
    guard let first = elevations.firstIndex(where: { $0 != nil }) else { return nil }
    var result = [Double](repeating: elevations[first] ?? 0, count: elevations.count)
    var last = first
    for sample in first..<elevations.count {
      guard let height = elevations[sample] else {
        result[sample] = result[last]
        continue
      }
      result[sample] = height
      if sample - last > 1 {
        for gap in (last + 1)..<sample {
          result[gap] = result[last] + (height - result[last]) * Double(gap - last) / Double(sample - last)
        }
      }
      last = sample
    }
    return result
  }
}
