import Geospatial

/// A part of the road tree that a network follows.
struct RoadTree {
  /// Stations in the order in which a network reaches them when it always takes the cheapest extension, with what
  /// each costs from the district centre. A station always comes after its parent.
  ///
  /// - Parameter cost: of the road from the parent to a station; must be positive.
  static func order(of stations: [Station], cost: (Int) -> Double) -> [Int] {
    var total = [Double](repeating: 0, count: stations.count)
    for index in stations.indices {
      guard let parent = stations[index].parent else { continue }
      total[index] = total[parent] + cost(index)
    }
    return stations.indices.sorted { (total[$0], $0) < (total[$1], $1) }
  }

  /// Joins the roads to stations into long lines: each line runs on from station to station as long as its key stays
  /// the same, and side branches begin lines of their own.
  ///
  /// - Parameters:
  ///   - keys: one per station; `nil` leaves the road to it out.
  ///   - path: the line from a station's parent to the station.
  static func lines<Key: Equatable>(
    through stations: [Station], keys: [Key?], path: (Int) -> [Coordinate]
  ) -> [(key: Key, line: [Coordinate])] {
    var lines: [(key: Key, line: [Coordinate])] = []
    var lineEndingAt = [Int?](repeating: nil, count: stations.count)
    for index in stations.indices {
      guard let key = keys[index], let parent = stations[index].parent else { continue }
      let piece = path(index)
      if let line = lineEndingAt[parent], lines[line].key == key {
        lines[line].line += piece.dropFirst()
        lineEndingAt[parent] = nil
        lineEndingAt[index] = line
      } else {
        lineEndingAt[index] = lines.count
        lines.append((key, piece))
      }
    }
    return lines
  }
}
