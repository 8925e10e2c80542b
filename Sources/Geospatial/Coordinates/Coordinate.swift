/// A position: longitude and latitude in **degrees** on WGS 84, in that order everywhere inside PhuSong.
///
/// A reader fills the same two slots with easting and northing until `Transformation` has brought them to degrees;
/// nothing past the readers sees such values.
public struct Coordinate: Hashable, Sendable {
  /// **Degrees** east of Greenwich.
  public var longitude: Double
  /// **Degrees** north of the equator.
  public var latitude: Double

  /// A position at `longitude` and `latitude` **degrees**.
  @inlinable
  public init(longitude: Double, latitude: Double) {
    self.longitude = longitude
    self.latitude = latitude
  }

  /// Whether both numbers are finite and within ±180 and ±90 **degrees**.
  @inlinable
  public var isOnEarth: Bool {
    longitude >= -180 && longitude <= 180 && latitude >= -90 && latitude <= 90
  }
}

extension Coordinate: CustomStringConvertible {
  /// Longitude and latitude, as in `(105.85, 21.03)`.
  public var description: String { "(\(longitude), \(latitude))" }
}
