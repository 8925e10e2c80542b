import Geospatial

/// Makes the ground of zones: the concave hull of the buffers of their villages, less the ground that is served.
struct ZoneGround: Sendable {
  let settings: DeadZoneSettings
  let served: ServedGround
  let servedVillages: ServedVillages

  /// The grid on which a zone's corners lie, in **degrees**: the last digit of GeoJSON as PhuSong writes it, about a
  /// centimetre.
  private static let gridDegrees = 1e-7
  private static let cellsPerDegree = 1e7
  /// How far around a village ground stays in its zone, in **metres**, where clipping would take the village itself.
  static let isletMetres = 10.0
  /// How far around a served village ground is taken from a zone, in **metres**, where clipping would leave it.
  static let clearingMetres = 25.0
  /// The radius of the smallest disc that is drawn, in **metres**: several cells of the grid.
  private static let smallestDiscMetres = 0.05
  private static let mostRounds = 4

  /// The ground of a zone as one feature, with an orientation of rings that is left to the writer.
  ///
  /// Polygons that hold no village of the zone, behind served ground or slivers of it, are left out. The outlines of
  /// served ground are drawn to a metre or a thousandth of its radius, and a village may lie nearer than that to it, or
  /// on it where the layer says nothing of that village. So it is tested what became of the villages: around
  /// one that is lost ground of ``isletMetres`` is added, around a served one that lies in the zone ``clearingMetres`` are
  /// taken away, both no farther than half the way to the next village of the other kind.
  ///
  /// - Parameters:
  ///   - villages: the places of the villages among all, at least one.
  ///   - coordinates: where they are, same order.
  ///   - links: pairs of them within reach, by their places in `villages`, that join all.
  /// - Throws: `GEOSError` when GEOS fails, or finds the result invalid.
  func polygons(
    of villages: [Int], at coordinates: [Coordinate], links: [(Int, Int)], in context: GEOSContext
  ) throws -> GeometryColumn {
    let window = LongitudeWindow(coordinates, marginMetres: settings.reachMetres + settings.bufferMetres)
    let places = coordinates.map { window.turned($0) }
    var ground = try ReachHull.polygon(
      around: coordinates, links: links, reachMetres: settings.reachMetres, bufferMetres: settings.bufferMetres,
      window: window, in: context)
    ground = try served.remainder(of: ground, villages: villages, window: window, gridDegrees: Self.gridDegrees)
    var isSettled = false
    for round in 1...Self.mostRounds where !isSettled {
      ground = try Self.snapped(ground)
      let (inhabited, lost) = try Self.inhabited(ground.column(), places)
      ground = try GEOSGeometry(feature: 0, of: inhabited, in: context)
      let captured = round < Self.mostRounds ? servedVillages.villages(in: inhabited) : []
      isSettled = captured.isEmpty && lost.isEmpty
      if !captured.isEmpty {
        let discs = captured.map { clearing(around: servedVillages.coordinates[$0], coordinates) }
        ground = try ground.difference(Self.union(of: discs, window, context)).polygonsOnly()
      }
      if !lost.isEmpty {
        let discs = lost.map { islet(around: coordinates[$0]) }
        ground = try GEOSGeometry.union(of: [ground, Self.union(of: discs, window, context)], in: context)
      }
    }
    let cut = try ground.cutAtAntimeridian()
    return try Self.checked(isSettled && cut === ground ? ground : Self.snapped(cut))
  }

  // MARK: Parts

  /// The polygons of a feature that hold one of `places`, and those of the places that no polygon holds.
  private static func inhabited(
    _ column: GeometryColumn, _ places: [Coordinate]
  ) -> (polygons: GeometryColumn, lost: [Int]) {
    var single = GeometryColumn()
    for parts in column.polygons(ofFeature: 0) {
      single.appendFeature(ofParts: parts, of: column)
    }
    var isInhabited = [Bool](repeating: false, count: single.count)
    var lost: [Int] = []
    PolygonIndex(single).withSearch { search in
      for (place, coordinate) in places.enumerated() {
        let around = search.features(containing: coordinate)
        for polygon in around { isInhabited[polygon] = true }
        if around.isEmpty { lost.append(place) }
      }
    }
    let kept = (0..<single.count).filter { isInhabited[$0] }.map { single.parts(ofFeature: $0) }
    var polygons = GeometryColumn()
    polygons.appendFeature(ofParts: kept.flatMap { Array($0) }, of: single)
    return (polygons, lost)
  }

  /// The disc to be taken away around a served village.
  private func clearing(around centre: Coordinate, _ coordinates: [Coordinate]) -> (Coordinate, Double) {
    let nearest = coordinates.reduce(Double.infinity) { min($0, Geodesic.distance(centre, $1)) }
    return (centre, min(Self.clearingMetres, nearest / 2))
  }

  /// The disc to be left around a village.
  private func islet(around centre: Coordinate) -> (Coordinate, Double) {
    let nearest = servedVillages.nearest(to: centre, within: 2 * Self.isletMetres)?.distanceMetres ?? .infinity
    return (centre, min(Self.isletMetres, settings.bufferMetres, nearest / 2))
  }

  private static func union(
    of discs: [(centre: Coordinate, metres: Double)], _ window: LongitudeWindow, _ context: GEOSContext
  ) throws -> GEOSGeometry {
    var column = GeometryColumn()
    for disc in discs {
      let metres = max(smallestDiscMetres, disc.metres)
      GeodesicCorridor(metres: metres, errorMetres: metres / 50).append(discAround: disc.centre, to: &column)
    }
    let laidOut = window.laidOut(column)
    return try GEOSGeometry.union(
      of: (0..<laidOut.count).map { try GEOSGeometry(feature: $0, of: laidOut, in: context) }, in: context)
  }

  private static func snapped(_ ground: GEOSGeometry) throws -> GEOSGeometry {
    try ground.snapped(gridSizeInCoordinateUnits: gridDegrees).polygonsOnly()
  }

  /// The ground with each coordinate the number that its seven decimals spell, found valid.
  private static func checked(_ ground: GEOSGeometry) throws -> GeometryColumn {
    var column = try ground.column()
    func rounded(_ degrees: Double) -> Double { (degrees * cellsPerDegree).rounded() / cellsPerDegree }
    for index in column.coordinates.indices {
      let coordinate = column.coordinates[index]
      column.coordinates[index] = Coordinate(
        longitude: rounded(coordinate.longitude), latitude: rounded(coordinate.latitude))
    }
    let result = try GEOSGeometry(feature: 0, of: column, in: ground.context)
    if case .invalid(let reason, let place) = try result.validity() {
      throw GEOSError(operation: "make a dead zone", message: "\(reason) at \(place)")
    }
    return column
  }
}
