/// A coarse outline of Vietnam with its islands, to tell coordinates of one zone from those of another.
public enum VietnamOutline {
  /// From 8.0° north in steps of half a **degree**: how far the land with its near islands runs, west to east, in
  /// **degrees**.
  ///
  /// The least and greatest longitudes of the communes' points (communes of the 63 provinces).
  private static let bands: [(west: Double, east: Double)] = [
    (104.7, 106.7), (104.7, 106.7), (103.4, 106.7), (103.4, 107.3), (103.4, 107.9), (103.8, 109.0), (104.4, 109.2),
    (105.5, 109.3), (105.9, 109.4), (106.7, 109.5), (107.4, 109.5), (107.4, 109.4), (107.4, 109.4), (107.4, 109.3),
    (107.2, 109.2), (106.6, 108.9), (106.5, 108.6), (106.1, 108.3), (105.6, 107.8), (105.1, 107.2), (104.6, 106.6),
    (103.9, 106.5), (103.9, 106.2), (103.9, 106.7), (103.1, 107.8), (102.8, 108.1), (102.5, 108.1), (102.1, 108.1),
    (102.2, 106.9), (102.4, 106.9), (104.7, 106.8),
  ]

  /// How far outside its band a place still counts as in Vietnam, in **degrees**.
  private static let slackDegrees = 0.3

  /// Whether a place is in Vietnam or within some 30 km of it. The islands far out, Hoàng Sa and Trường Sa, are not part of
  /// this; see ``isFarOut(_:)``.
  public static func holds(_ place: Coordinate) -> Bool {
    let band = ((place.latitude - 8) * 2).rounded(.down)
    guard band >= 0, band < Double(bands.count) else { return false }
    let (west, east) = bands[Int(band)]
    return place.longitude >= west - slackDegrees && place.longitude <= east + slackDegrees
  }

  /// Whether a place lies where Hoàng Sa, Trường Sa and the platforms of the shelf do.
  public static func isFarOut(_ place: Coordinate) -> Bool {
    place.longitude >= 106 && place.longitude <= 118 && place.latitude >= 6 && place.latitude <= 18
  }
}
