import Geospatial
import Randomness

/// Which district centres are joined to each other: the minimum spanning forest over near neighbours.
struct DistrictLinks {
  /// Centres farther apart than this, in **metres**, have another province or country between them.
  private static let greatestMetres = 62_000.0

  /// Pairs of stations.
  let pairs: [(from: Int, to: Int)]

  init(_ settlement: Settlement) {
    let centres = settlement.districtCentres
    var nearest = [(metres: Double, from: Int)](repeating: (.infinity, 0), count: centres.count)
    var joined = [Bool](repeating: false, count: centres.count)
    var pairs: [(from: Int, to: Int)] = []
    for _ in centres {
      guard
        let next = centres.indices.filter({ !joined[$0] }).min(by: { nearest[$0].metres < nearest[$1].metres })
      else { break }
      joined[next] = true
      if nearest[next].metres < Self.greatestMetres { pairs.append((nearest[next].from, centres[next])) }
      let position = settlement.stations[centres[next]].position
      for other in centres.indices where !joined[other] {
        let metres = LocalFrame.metres(position, settlement.stations[centres[other]].position)
        if metres < nearest[other].metres { nearest[other] = (metres, centres[next]) }
      }
    }
    self.pairs = pairs
  }

  /// Draws each link as a line that bends.
  func paths(
    in settlement: Settlement, amplitude: Double, pieceMetres: Double, generator: SeededGenerator
  ) -> [[Coordinate]] {
    pairs.enumerated().map { index, pair in
      var stream = generator.fork("district link", index)
      return Meander.path(
        from: settlement.stations[pair.from].position, to: settlement.stations[pair.to].position,
        amplitude: amplitude, pieceMetres: pieceMetres, using: &stream)
    }
  }
}
