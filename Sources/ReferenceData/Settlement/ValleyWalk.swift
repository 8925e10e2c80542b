import Geospatial
import Randomness

/// Lays a commune's villages along its valleys: a walk that bends, keeps inside the commune and off its own track.
struct ValleyWalk {
  /// One step of the walk, in **metres**.
  private static let stepMetres = 190.0
  /// How much a valley bends at each step, in **radians** (standard deviation), and how it keeps its direction.
  private static let bend = 0.3
  private static let persistence = 0.85
  /// A valley keeps at least this far from the other tracks of its commune, in **metres**.
  private static let trackClearanceMetres = 420.0
  /// Villages of one valley: a share of gap that is always there and one that is random, in **metres**.
  private static let leastGapMetres = 480.0
  private static let meanFurtherGapMetres = 620.0
  /// A village centre lies beside the road, this far in **metres**.
  private static let roadsideMetres = 25.0...230.0
  /// Two village centres are never closer than this, in **metres**.
  static let leastVillageMetres = 260.0
  /// Villages in one valley before it ends.
  private static let villagesPerValley = 2...6
  /// A side valley opens at this share of the villages.
  private static let forkProbability = 0.3
  /// Valleys tried in a commune before it counts as full.
  private static let attempts = 16

  let area: CommuneArea
  let commune: Int
  /// Stretches the gaps between villages; remote valleys are thinner settled.
  let gapFactor: Double
  private var track: [Coordinate] = []

  private struct Mouth {
    let station: Int
    let heading: Offset?
    let roadClass: RoadClass
  }

  init(settled: SettledCommune, commune: Int) {
    area = CommuneArea(settled)
    self.commune = commune
    gapFactor = 0.7 + 0.8 * settled.province.remoteness
  }

  /// Adds up to `quota` villages and their stations.
  mutating func settle(
    quota: Int, centre: Int, in settlement: inout Settlement, grid: inout PointGrid,
    using generator: inout SeededGenerator
  ) {
    var mouths: [Mouth] = []
    var placed = 0
    for _ in 0..<Self.attempts where placed < quota {
      let mouth = mouths.isEmpty ? Mouth(station: centre, heading: nil, roadClass: .commune) : mouths.removeFirst()
      let length = min(
        quota - placed, generator.index(Self.villagesPerValley.count) + Self.villagesPerValley.lowerBound)
      let stations = follow(mouth, villages: length, in: &settlement, grid: &grid, using: &generator)
      placed += stations.count
      for (station, heading) in stations where generator.chance(Self.forkProbability) {
        let side = generator.chance(0.5) ? 1.0 : -1.0
        let turned = heading.turned(side * generator.number(0.8, 1.7))
        mouths.append(Mouth(station: station, heading: turned, roadClass: .village))
      }
    }
  }

  /// Walks one valley up from its mouth; returns the stations made and the heading at each.
  private mutating func follow(
    _ mouth: Mouth, villages: Int, in settlement: inout Settlement, grid: inout PointGrid,
    using generator: inout SeededGenerator
  ) -> [(Int, Offset)] {
    var made: [(Int, Offset)] = []
    var last = mouth.station
    var path = [settlement.stations[last].position]
    var direction = mouth.heading ?? roomiest(from: path[0], using: &generator)
    var drift = 0.0
    var due = gap(using: &generator)
    var walked = 0.0
    while made.count < villages {
      drift = Self.persistence * drift * 0.6 + Self.bend * generator.normal()
      guard let step = step(from: path, heading: direction.turned(drift), clearanceFrom: made.count, &generator)
      else { break }
      direction = (step.heading + direction * Self.persistence).unit
      path.append(step.position)
      walked += Self.stepMetres
      guard walked >= due, let village = roadside(step.position, direction, grid: grid, &generator) else {
        if walked > due + 4 * Self.stepMetres { break }
        continue
      }
      let station = settlement.stations.count
      settlement.stations.append(
        Station(
          parent: last, position: step.position, path: Meander.withoutRepeats(path), roadClass: mouth.roadClass,
          commune: commune, isCommuneCentre: false,
          roadMetres: settlement.stations[last].roadMetres + Meander.metres(of: path)))
      settlement.villages.append(Village(position: village, station: station, commune: commune))
      grid.insert(village)
      track += path.dropLast()
      made.append((station, direction))
      last = station
      path = [step.position]
      walked = 0
      due = gap(using: &generator)
    }
    return made
  }

  private func gap(using generator: inout SeededGenerator) -> Double {
    gapFactor * (Self.leastGapMetres + generator.exponential(mean: Self.meanFurtherGapMetres))
  }

  /// The next place, turning away from the commune's border and from tracks walked before.
  private func step(
    from path: [Coordinate], heading: Offset, clearanceFrom made: Int, _ generator: inout SeededGenerator
  ) -> (position: Coordinate, heading: Offset)? {
    let frame = LocalFrame(at: path[path.count - 1])
    let side = generator.chance(0.5) ? 1.0 : -1.0
    for turn in [0, 0.5, -0.5, 1.0, -1.0, 1.5, -1.5] {
      let tried = heading.turned(turn * side)
      let position = frame.position(of: tried * Self.stepMetres)
      guard area.contains(position), isClear(position, of: path[0]) else { continue }
      return (position, tried)
    }
    return nil
  }

  /// Whether a place keeps off the commune's tracks, except near the mouth of the valley.
  private func isClear(_ position: Coordinate, of mouth: Coordinate) -> Bool {
    let frame = LocalFrame(at: position)
    if frame.offset(of: mouth).metres < 2 * Self.trackClearanceMetres { return true }
    return !track.contains { frame.offset(of: $0).metres < Self.trackClearanceMetres }
  }

  /// Of some random directions the one that leads farthest without leaving the commune or meeting a track.
  private func roomiest(from start: Coordinate, using generator: inout SeededGenerator) -> Offset {
    let frame = LocalFrame(at: start)
    var best = (room: -1.0, heading: Offset(east: 1, north: 0))
    for _ in 0..<12 {
      let heading = Offset(east: 1, north: 0).turned(generator.number(0, 2 * Elementary.pi))
      var room = 0.0
      while room < 8_000 {
        let position = frame.position(of: heading * (room + 400))
        guard area.contains(position), isClear(position, of: start) else { break }
        room += 400
      }
      room *= generator.number(0.6, 1)
      if room > best.room { best = (room, heading) }
    }
    return best.heading
  }

  /// A place beside the road for a village centre, clear of the others; `nil` when there is none.
  private func roadside(
    _ station: Coordinate, _ heading: Offset, grid: PointGrid, _ generator: inout SeededGenerator
  ) -> Coordinate? {
    let frame = LocalFrame(at: station)
    let sideways = Offset(east: -heading.north, north: heading.east)
    for _ in 0..<4 {
      let side = generator.chance(0.5) ? 1.0 : -1.0
      let place = frame.position(
        of: sideways * (side * generator.number(Self.roadsideMetres.lowerBound, Self.roadsideMetres.upperBound)))
      if area.contains(place), grid.within(metres: Self.leastVillageMetres, of: place).isEmpty { return place }
    }
    return nil
  }
}
