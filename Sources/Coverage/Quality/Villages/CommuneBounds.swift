import Geospatial

/// The boxes around the communes of before July 2025, to tell whether a village lies where its commune is.
public struct CommuneBounds: Sendable {
  /// A commune.
  public struct Commune: Sendable, Hashable {
    /// The five-digit code.
    public var code: String
    /// The name with its kind.
    public var name: String
    /// The codes of the communes that it became parts of in July 2025.
    public var codes2025: [String]
    /// The box around it, in **degrees**; empty where it is not known.
    public var box: BoundingBox

    /// A commune within `box`, in **degrees**.
    public init(code: String, name: String, codes2025: [String] = [], box: BoundingBox) {
      self.code = code
      self.name = name
      self.codes2025 = codes2025
      self.box = box
    }
  }

  /// The communes in the order given.
  public let communes: [Commune]
  private let byCode: [String: [Int]]
  private let byCode2025: [String: [Int]]
  private let index: PolygonIndex

  /// Bounds of communes.
  public init(_ communes: [Commune]) {
    self.communes = communes
    byCode = Dictionary(grouping: communes.indices) { communes[$0].code }
    var byCode2025: [String: [Int]] = [:]
    for (place, commune) in communes.enumerated() {
      for code in commune.codes2025 { byCode2025[code, default: []].append(place) }
    }
    self.byCode2025 = byCode2025
    var boxes = GeometryColumn()
    for commune in communes {
      if !commune.box.isEmpty {
        for corner in CommuneBounds.corners(of: commune.box) { boxes.append(corner) }
        boxes.closePart(.shell)
      }
      boxes.closeFeature()
    }
    index = PolygonIndex(boxes)
  }

  /// The communes with a code, of the old system or else of the new one; a number that lost its leading zeros counts.
  func communes(code: String?, code2025: String?) -> [Int] {
    code.flatMap { byCode[CommuneBounds.padded($0)] } ?? code2025.flatMap { byCode2025[CommuneBounds.padded($0)] } ?? []
  }

  /// Whether some commune's box holds a position.
  func holds(_ coordinate: Coordinate) -> Bool { index.lowestFeature(containing: coordinate) != nil }

  /// The nearest of some communes and how far its box is, in **metres**; 0 inside. Nil when none has a box.
  func nearest(of places: [Int], to coordinate: Coordinate) -> (commune: Int, metres: Double)? {
    // Degrees tell which one is nearest, near enough; metres are wanted only of that one.
    let shrink = max(0.05, 1 - coordinate.latitude * coordinate.latitude / 6500)
    var best: (commune: Int, squared: Double)?
    for place in places where !communes[place].box.isEmpty {
      let foot = CommuneBounds.nearest(to: coordinate, in: communes[place].box)
      let (x, y) = ((foot.longitude - coordinate.longitude) * shrink, foot.latitude - coordinate.latitude)
      if x * x + y * y < best?.squared ?? .infinity { best = (place, x * x + y * y) }
    }
    return best.map { best in
      let foot = CommuneBounds.nearest(to: coordinate, in: communes[best.commune].box)
      return (best.commune, Geodesic.distance(coordinate, foot))
    }
  }

  private static func nearest(to coordinate: Coordinate, in box: BoundingBox) -> Coordinate {
    Coordinate(
      longitude: min(max(coordinate.longitude, box.west), box.east),
      latitude: min(max(coordinate.latitude, box.south), box.north))
  }

  private static func corners(of box: BoundingBox) -> [Coordinate] {
    [
      (box.west, box.south), (box.east, box.south), (box.east, box.north), (box.west, box.north), (box.west, box.south),
    ].map { Coordinate(longitude: $0.0, latitude: $0.1) }
  }

  private static func padded(_ code: String) -> String {
    code.utf8.count >= 5 ? code : String(repeating: "0", count: 5 - code.utf8.count) + code
  }
}
