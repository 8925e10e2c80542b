import Geospatial

/// Rivers and shores, to count how often a line crosses water.
///
/// A crossing of a river's line counts once. A line that enters and leaves a lake crosses its shore twice, which counts as
/// one crossing, and so does one that only enters. Where a line passes exactly through a vertex it counts once, for a
/// vertex on a line counts as left of it.
struct WaterCrossings {
  private let segments: [(a: Coordinate, b: Coordinate, feature: Int32)]
  private let isShore: [Bool]
  private let index: BoxIndex

  /// Takes the lines and rings of a layer. O(n log n).
  init(_ column: GeometryColumn) {
    var segments: [(a: Coordinate, b: Coordinate, feature: Int32)] = []
    var isShore: [Bool] = []
    for feature in 0..<column.count {
      for part in column.parts(ofFeature: feature) where column.partKinds[part] != .point {
        // Every part counts on its own, but a hole is a shore of the same water as its shell.
        if column.partKinds[part] != .hole || isShore.isEmpty { isShore.append(column.partKinds[part].isRing) }
        for index in column.coordinates(ofPart: part).dropLast() {
          let (a, b) = (column.coordinates[index], column.coordinates[index + 1])
          guard a.isOnEarth, b.isOnEarth, a != b else { continue }
          let turned = Coordinate(
            longitude: a.longitude + WaterCrossings.shortWay(b.longitude - a.longitude), latitude: b.latitude)
          segments.append((a, turned, Int32(truncatingIfNeeded: isShore.count - 1)))
        }
      }
    }
    self.segments = segments
    self.isShore = isShore
    index = BoxIndex(segments.map { WaterCrossings.box($0.a, $0.b) })
  }

  /// How often a line crosses water. O(k log n) for k segments.
  func count(along line: ArraySlice<Coordinate>) -> Int {
    var rivers = 0
    var shores: [Int32: Int] = [:]
    for at in line.indices.dropLast() {
      let start = line[at]
      let end = Coordinate(
        longitude: start.longitude + Self.shortWay(line[at + 1].longitude - start.longitude),
        latitude: line[at + 1].latitude)
      for place in index.boxes(meeting: Self.box(start, end)) {
        let segment = segments[place]
        let turn = 360 * ((start.longitude - segment.a.longitude) / 360).rounded()
        let a = Coordinate(longitude: segment.a.longitude + turn, latitude: segment.a.latitude)
        let b = Coordinate(longitude: segment.b.longitude + turn, latitude: segment.b.latitude)
        guard Self.isLeft(start, a, b) != Self.isLeft(end, a, b),
          Self.isLeft(a, start, end) != Self.isLeft(b, start, end)
        else { continue }
        if isShore[Int(segment.feature)] { shores[segment.feature, default: 0] += 1 } else { rivers += 1 }
      }
    }
    return rivers + shores.values.reduce(0) { $0 + ($1 + 1) / 2 }
  }

  private static func isLeft(_ point: Coordinate, _ a: Coordinate, _ b: Coordinate) -> Bool {
    (b.longitude - a.longitude) * (point.latitude - a.latitude)
      - (b.latitude - a.latitude) * (point.longitude - a.longitude) >= 0
  }

  /// A difference of longitudes the short way around, in **degrees**.
  private static func shortWay(_ degrees: Double) -> Double {
    degrees > 180 ? degrees - 360 : (degrees < -180 ? degrees + 360 : degrees)
  }

  private static func box(_ a: Coordinate, _ b: Coordinate) -> BoundingBox {
    var box = BoundingBox.empty
    box.include(a)
    box.include(b)
    return box
  }
}
