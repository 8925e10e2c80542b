import Glibc

/// The ground within a distance of a line, in convex pieces whose union it is: a quadrilateral along each segment, a
/// sector on the outer side of each bend, half a disc at each end.
///
/// ```swift
/// let corridor = GeodesicCorridor(metres: 500, errorMetres: 1)
/// let (first, second) = (Geodesic.inverse(from: a, to: b), Geodesic.inverse(from: b, to: c))
/// corridor.append(segmentFrom: a, to: b, along: first, to: &pieces)
/// corridor.append(
///   bendAt: b, arrivingDegrees: first.finalAzimuthDegrees, leavingDegrees: second.initialAzimuthDegrees, to: &pieces)
/// ```
///
/// Every corner is placed by Karney's solution of the direct problem at exactly the distance, so the pieces are nowhere
/// wider than the corridor and nowhere more than `errorMetres` narrower, for segments of up to
/// ``longestSegmentMetres`` and distances of up to 200 km. Each piece is appended as a feature with one shell, its
/// longitudes between -180 and 180 **degrees**.
public struct GeodesicCorridor: Sendable {
  /// How far the corridor goes to each side, in **metres**.
  public let metres: Double
  /// How far its outline may lie inside the true one, in **metres**.
  public let errorMetres: Double
  /// The angle between neighbouring places of an arc, in **degrees**.
  private let stepDegrees: Double

  /// Longer segments should be split along their geodesic first, in **metres**: the line between two corners, themselves a
  /// geodesic, bulges away from the segment by `r L² / 8R²`, three millionths of the distance.
  public static let longestSegmentMetres = 30_000.0

  /// A corridor of `metres` **metres** to each side, drawn to `errorMetres` **metres**.
  public init(metres: Double, errorMetres: Double) {
    self.metres = metres
    self.errorMetres = errorMetres
    stepDegrees = 360 / Double(GeodesicCircle.vertexCount(radiusMetres: metres, errorMetres: errorMetres))
  }

  /// Appends the disc around a point.
  public func append(discAround centre: Coordinate, to pieces: inout GeometryColumn) {
    let count = Int((360 / stepDegrees).rounded())
    append(ring: GeodesicCircle.ring(around: centre, radiusMetres: metres, vertexCount: count), to: &pieces)
  }

  /// Appends the quadrilateral along the geodesic between two positions, which is `path`; nothing where they are the same.
  public func append(
    segmentFrom start: Coordinate, to end: Coordinate, along path: Geodesic.Line, to pieces: inout GeometryColumn
  ) {
    guard path.distanceMetres > 0 else { return }
    let corners = [
      place(start, path.initialAzimuthDegrees + 90), place(end, path.finalAzimuthDegrees + 90),
      place(end, path.finalAzimuthDegrees - 90), place(start, path.initialAzimuthDegrees - 90),
    ]
    append(ring: corners + [corners[0]], to: &pieces)
  }

  /// Appends the sector on the outer side of the bend of a line at `corner`, where it arrives and leaves in these
  /// directions, in **degrees** clockwise from north; nothing where it goes straight on.
  public func append(
    bendAt corner: Coordinate, arrivingDegrees: Double, leavingDegrees: Double, to pieces: inout GeometryColumn
  ) {
    let turn = remainder(leavingDegrees - arrivingDegrees, 360)
    guard turn != 0 else { return }
    // To the right of a line is +90 degrees; where it bends to the right the gap is on its left.
    let side = turn > 0 ? -90.0 : 90.0
    append(sectorAt: corner, from: arrivingDegrees + side, turn: turn, last: leavingDegrees + side, to: &pieces)
  }

  /// Appends half a disc at the end of a line that arrives there in this direction, in **degrees** clockwise from north.
  public func append(capAt end: Coordinate, arrivingDegrees: Double, to pieces: inout GeometryColumn) {
    append(sectorAt: end, from: arrivingDegrees - 90, turn: 180, last: arrivingDegrees + 90, to: &pieces)
  }

  /// A sector from one azimuth on by `turn` **degrees**; the last one comes as the neighbouring piece computes it, so that
  /// both share the corner to the last bit.
  private func append(
    sectorAt centre: Coordinate, from azimuth: Double, turn: Double, last: Double, to pieces: inout GeometryColumn
  ) {
    let steps = max(1, Int((abs(turn) / stepDegrees).rounded(.up)))
    var ring = [centre]
    for step in 0..<steps { ring.append(place(centre, azimuth + turn * Double(step) / Double(steps))) }
    ring.append(place(centre, last))
    ring.append(centre)
    append(ring: ring, to: &pieces)
  }

  private func place(_ from: Coordinate, _ azimuthDegrees: Double) -> Coordinate {
    Geodesic.direct(from: from, azimuthDegrees: azimuthDegrees, distanceMetres: metres).coordinate
  }

  private func append(ring: [Coordinate], to pieces: inout GeometryColumn) {
    pieces.coordinates.append(contentsOf: Geodesic.densified(ring, errorMetres: errorMetres))
    pieces.closePart(.shell)
    pieces.closeFeature()
  }
}
