/// A mountain region of Vietnam, by the line along which its ranges run.
struct MountainRegion {
  /// The ends of the line, longitude and latitude in **degrees**.
  var start: (longitude: Double, latitude: Double)
  var end: (longitude: Double, latitude: Double)
  /// How far to either side its valleys lie, in **degrees**.
  var halfWidthDegrees: Double
  /// Its share of the valleys.
  var weight: Double

  /// North-west, Hoàng Liên Sơn, north-east, northern and southern Trường Sơn, Tây Nguyên.
  static let vietnam = [
    MountainRegion(start: (102.3, 22.2), end: (105.0, 20.2), halfWidthDegrees: 0.55, weight: 0.30),
    MountainRegion(start: (103.7, 22.6), end: (105.2, 21.5), halfWidthDegrees: 0.45, weight: 0.16),
    MountainRegion(start: (104.9, 23.0), end: (107.2, 21.6), halfWidthDegrees: 0.50, weight: 0.18),
    MountainRegion(start: (104.3, 19.6), end: (106.8, 16.6), halfWidthDegrees: 0.30, weight: 0.12),
    MountainRegion(start: (107.1, 16.2), end: (108.6, 14.5), halfWidthDegrees: 0.40, weight: 0.10),
    MountainRegion(start: (107.6, 14.3), end: (108.7, 11.6), halfWidthDegrees: 0.60, weight: 0.14),
  ]
}
