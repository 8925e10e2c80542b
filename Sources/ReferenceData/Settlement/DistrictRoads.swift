import Geospatial
import Randomness

/// Joins the communes of a district to its centre by roads: the minimum spanning tree, drawn as valleys bend.
struct DistrictRoads {
  /// Mountain roads wander about a tenth of their length to the side.
  static let amplitude = 0.11
  /// Road vertices lie at most this far apart, in **metres**.
  static let pieceMetres = 420.0

  /// Adds the communes of one district to the settlement, centre first, each after the one it is joined to.
  static func append(
    _ district: [SettledCommune], to settlement: inout Settlement, using generator: inout SeededGenerator
  ) {
    guard let root = centre(of: district.map(\.commune)) else { return }
    var station = [Int?](repeating: nil, count: district.count)
    var nearest = [(metres: Double, parent: Int)](repeating: (.infinity, root), count: district.count)
    var next: Int? = root
    while let current = next {
      station[current] = settlement.stations.count
      let parent = current == root ? nil : station[nearest[current].parent]
      append(district[current], parent: parent, to: &settlement, using: &generator)
      for other in district.indices where station[other] == nil {
        let metres = LocalFrame.metres(district[current].commune.point, district[other].commune.point)
        if metres < nearest[other].metres { nearest[other] = (metres, current) }
      }
      next = district.indices.filter { station[$0] == nil }.min { nearest[$0].metres < nearest[$1].metres }
    }
  }

  private static func append(
    _ member: SettledCommune, parent: Int?, to settlement: inout Settlement, using generator: inout SeededGenerator
  ) {
    let position = member.commune.point
    var path: [Coordinate] = []
    var roadMetres = 0.0
    if let parent {
      let from = settlement.stations[parent]
      path = Meander.path(
        from: from.position, to: position, amplitude: amplitude, pieceMetres: pieceMetres, using: &generator)
      roadMetres = from.roadMetres + Meander.metres(of: path)
    } else {
      settlement.districtCentres.append(settlement.stations.count)
    }
    var settled = member
    settled.centre = settlement.stations.count
    settlement.stations.append(
      Station(
        parent: parent, position: position, path: path, roadClass: .district,
        commune: settlement.communes.count, isCommuneCentre: true, roadMetres: roadMetres))
    settlement.communes.append(settled)
  }

  /// The township, or without one the commune nearest to the middle.
  private static func centre(of district: [Commune]) -> Int? {
    var box = BoundingBox.empty
    for commune in district { box.include(commune.point) }
    let middle = Coordinate(longitude: (box.west + box.east) / 2, latitude: (box.south + box.north) / 2)
    let townships = district.indices.filter { district[$0].isTownship }
    return (townships.isEmpty ? Array(district.indices) : townships)
      .min { LocalFrame.metres(middle, district[$0].point) < LocalFrame.metres(middle, district[$1].point) }
  }
}
