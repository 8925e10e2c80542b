import Geospatial

/// Guesses what coordinates are that do not fit the Vietnamese plane they are declared in.
///
/// A guess is right when it brings every coordinate into Vietnam; it is sought only when the declared system brings none
/// there.
enum ReferenceSystemGuess {
  /// The coordinates looked at: enough to tell, few enough to try twenty systems on.
  private static let sampleSize = 64

  /// Whether a system is one of the planes of VN-2000 or Hanoi 1972, so that its coordinates should lie in Vietnam.
  static func isVietnamesePlane(_ crs: CoordinateReferenceSystem) -> Bool {
    VietnameseZone.zone(ofAuthorityCode: crs.authorityCode) != nil
      || ["EPSG:2044", "EPSG:2045", "EPSG:2093"].contains(crs.authorityCode)
  }

  /// The guess in words, for coordinates none of which `crs` brings to Vietnam; nil when none fits.
  ///
  /// Tried in this order: swapped axes, an easting with a zone prefix that the system has not or without the one it has,
  /// the other zones of VN-2000, VN-2000 in degrees.
  static func guess(_ originals: [Coordinate], declared crs: CoordinateReferenceSystem) -> String? {
    let sample = sample(of: originals)
    guard !sample.isEmpty else { return nil }
    let swapped = sample.map { Coordinate(longitude: $0.latitude, latitude: $0.longitude) }
    if fits(swapped, crs) { return "northing and easting seem to be swapped" }
    if let guess = prefixGuess(sample, crs) { return guess }
    if let guess = prefixGuess(swapped, crs) { return "northing and easting seem to be swapped, and \(guess)" }
    if let guess = zoneGuess(sample, not: crs) { return guess }
    return zoneGuess(swapped, not: crs).map { "northing and easting seem to be swapped, and \($0)" }
  }

  private static func prefixGuess(_ sample: [Coordinate], _ crs: CoordinateReferenceSystem) -> String? {
    func shifted(by metres: Double) -> [Coordinate] {
      sample.map { Coordinate(longitude: $0.longitude + metres, latitude: $0.latitude) }
    }
    let prefix = ((sample.first?.longitude ?? 0) / 1e6).rounded(.down)
    if prefix >= 1, fits(shifted(by: -prefix * 1e6), crs) {
      return "the eastings carry a zone prefix, \(Int(prefix)), which \(crs.label) does not have; take it away"
    }
    for own in [18.0, 19] where prefix != own && fits(shifted(by: (own - max(prefix, 0)) * 1e6), crs) {
      return "the eastings lack the zone prefix \(Int(own)) of \(crs.label)"
    }
    if prefix >= 1, let guess = zoneGuess(shifted(by: -prefix * 1e6), not: crs) {
      return "the eastings carry a zone prefix, \(Int(prefix)), and \(guess)"
    }
    return nil
  }

  private static func zoneGuess(_ sample: [Coordinate], not crs: CoordinateReferenceSystem) -> String? {
    let zones = VietnameseZone.all.filter { zone in
      "EPSG:\(zone.epsg)" != crs.authorityCode
        && (try? CoordinateReferenceSystem("EPSG:\(zone.epsg)")).map { fits(sample, $0) } == true
    }
    guard let first = zones.first else { return nil }
    if zones.count == 1 { return "they fit \(first.label)" }
    return
      "they fit \(zones.count) zones of VN-2000, among them \(zones.prefix(3).map(\.label).joined(separator: ", "))"
  }

  /// Whether a system brings all coordinates to Vietnam.
  private static func fits(_ sample: [Coordinate], _ crs: CoordinateReferenceSystem) -> Bool {
    var results = sample
    guard (try? Transformation(from: crs).transform(&results)) != nil else { return false }
    return results.allSatisfy(VietnamOutline.holds)
  }

  private static func sample(of coordinates: [Coordinate]) -> [Coordinate] {
    let step = max(1, coordinates.count / sampleSize)
    return stride(from: 0, to: coordinates.count, by: step).map { coordinates[$0] }
  }
}
