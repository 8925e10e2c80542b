import Geospatial
import Randomness

/// Lines that bend as valleys and the roads in them do.
enum Meander {
  /// A line between two places that wanders sideways, by repeated displacement of midpoints.
  ///
  /// - Parameters:
  ///   - amplitude: the sideways standard deviation as a share of the length, halved with the length at each level.
  ///   - pieceMetres: pieces shorter than this, in **metres**, are left straight.
  /// - Returns: rounded positions with both ends as given.
  static func path(
    from start: Coordinate, to end: Coordinate, amplitude: Double, pieceMetres: Double,
    using generator: inout SeededGenerator
  ) -> [Coordinate] {
    let frame = LocalFrame(at: start)
    var line = [Offset(east: 0, north: 0), frame.offset(of: end)]
    while true {
      var finer: [Offset] = []
      var split = false
      for (a, b) in zip(line, line.dropFirst()) {
        finer.append(a)
        let span = b - a
        guard span.metres > pieceMetres else { continue }
        split = true
        let sideways = Offset(east: -span.north, north: span.east)
        finer.append((a + b) * 0.5 + sideways * (amplitude * max(-2, min(2, generator.normal()))))
      }
      finer.append(line[line.count - 1])
      line = finer
      guard split else { break }
    }
    var positions = line.map(frame.position(of:))
    positions[0] = start
    positions[positions.count - 1] = end
    return withoutRepeats(positions)
  }

  /// The same line moved sideways by **metres** to its left (right if negative), as a cable lies beside a road.
  static func shifted(_ line: [Coordinate], leftMetres: Double) -> [Coordinate] {
    guard line.count > 1 else { return line }
    let moved = line.indices.map { index -> Coordinate in
      let frame = LocalFrame(at: line[index])
      let before = frame.offset(of: line[max(0, index - 1)])
      let after = frame.offset(of: line[min(line.count - 1, index + 1)])
      let along = (after - before).unit
      return frame.position(of: Offset(east: -along.north, north: along.east) * leftMetres)
    }
    return withoutRepeats(moved)
  }

  /// The line without vertices that repeat the one before.
  static func withoutRepeats(_ line: [Coordinate]) -> [Coordinate] {
    var kept: [Coordinate] = []
    for position in line where kept.last != position { kept.append(position) }
    return kept
  }

  /// The length of a line in **metres**.
  static func metres(of line: [Coordinate]) -> Double {
    zip(line, line.dropFirst()).reduce(0) { $0 + LocalFrame.metres($1.0, $1.1) }
  }
}
