import Geospatial
import Glibc

/// Leaves out the corners of lines that a map cannot show.
enum LineSimplification {
  /// The corners that are kept: the first, the last, and those without which the line would move by more than
  /// `toleranceMetres` **metres** (D. Douglas and T. Peucker, *Algorithms for the reduction of the number of points required to
  /// represent a digitized line*, Cartographica 10, 1973), on the plane that touches the earth there. O(n log n) as a rule.
  static func simplified(_ line: ArraySlice<Coordinate>, toleranceMetres: Double) -> [Coordinate] {
    guard line.count > 2, let first = line.first else { return Array(line) }
    let metresPerDegree = 111_320.0
    let squeeze = cos(first.latitude * .pi / 180) * metresPerDegree
    let points = line.map { (x: $0.longitude * squeeze, y: $0.latitude * metresPerDegree) }
    var isKept = [Bool](repeating: false, count: points.count)
    isKept[0] = true
    isKept[points.count - 1] = true
    var open = [(0, points.count - 1)]
    while let (start, end) = open.popLast() {
      guard end - start > 1 else { continue }
      let (a, b) = (points[start], points[end])
      let (dx, dy) = (b.x - a.x, b.y - a.y)
      let length = dx * dx + dy * dy
      var (worst, farthest) = (toleranceMetres * toleranceMetres, -1)
      for index in (start + 1)..<end {
        let (px, py) = (points[index].x - a.x, points[index].y - a.y)
        let along = length > 0 ? max(0, min(1, (px * dx + py * dy) / length)) : 0
        let (ex, ey) = (px - along * dx, py - along * dy)
        if ex * ex + ey * ey > worst { (worst, farthest) = (ex * ex + ey * ey, index) }
      }
      guard farthest >= 0 else { continue }
      isKept[farthest] = true
      open.append((start, farthest))
      open.append((farthest, end))
    }
    return zip(line, isKept).filter(\.1).map(\.0)
  }
}
