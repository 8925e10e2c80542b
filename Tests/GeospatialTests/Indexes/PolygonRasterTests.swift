import Testing

@testable import Geospatial

@Suite struct PolygonRasterTests {
  /// Places that a raster may get wrong: vertices, places on edges and a little beside them, places on the borders and the
  /// corners of cells, and any.
  static func questions(
    _ column: GeometryColumn, _ grid: PolygonRaster.Grid, count: Int, _ random: inout SeededGenerator
  ) -> [Coordinate] {
    let box = grid.box
    let wider = BoundingBox(west: box.west - 1e-3, south: box.south - 1e-3, east: box.east + 1e-3, north: box.north)
    return (0..<count).map { number in
      let edge = random.integer(0...(column.coordinates.count - 2))
      let (a, b) = (column.coordinates[edge], column.coordinates[edge + 1])
      let part = Double(random.integer(0...8)) / 8
      let onEdge = Coordinate(
        longitude: a.longitude + (b.longitude - a.longitude) * part,
        latitude: a.latitude + (b.latitude - a.latitude) * part)
      let border = box.west + Double(random.integer(0...grid.columns)) / grid.perDegreeEast
      let level = box.south + Double(random.integer(0...grid.rows)) / grid.perDegreeNorth
      switch number % 8 {
      case 0: return a
      case 1: return onEdge
      case 2: return Coordinate(longitude: onEdge.longitude.nextUp, latitude: onEdge.latitude)
      case 3: return Coordinate(longitude: onEdge.longitude, latitude: onEdge.latitude.nextDown)
      case 4: return Coordinate(longitude: border, latitude: onEdge.latitude)
      case 5: return Coordinate(longitude: onEdge.longitude, latitude: level)
      case 6: return Coordinate(longitude: border, latitude: level)
      default: return random.coordinate(in: wider)
      }
    }
  }

  @Test(arguments: (1...16).map(UInt64.init), [1, 60, 3_000, 400_000])
  func `a raster of any size finds what looking at every edge does`(seed: UInt64, cells: Int) throws {
    var random = SeededGenerator(seed: seed)
    let column = PolygonIndexTests.gridPolygons(&random, count: 12)
    let raster = try #require(PolygonRaster(column, includes: { _ in true }, cells: cells))
    var found = 0
    PolygonIndex(column).with(raster).withSearch { search in
      for step in 0..<700 {
        let point = Coordinate(
          longitude: 99.5 + Double(step % 25) * 0.5, latitude: -6.5 + Double(step / 25) * 0.5)
        let expected = PolygonIndexTests.features(column, containing: point).first
        #expect(search.lowestFeature(containing: point) == expected, "\(point)")
        found += expected == nil ? 0 : 1
      }
    }
    #expect(found > 20)
  }

  @Test(arguments: (1...24).map(UInt64.init), [40, 4_000, 250_000])
  func `with a raster the index finds what it finds without`(seed: UInt64, cells: Int) throws {
    var random = SeededGenerator(seed: seed)
    let size = [1e-6, 0.01, 1][Int(seed % 3)]
    // Neighbours overlap; the third has its own feature twice over.
    let column = GeometryColumn(
      features: (0..<7).map { number in
        let centre = Coordinate(longitude: 105 + size * Double(number % 3), latitude: 21 + size * Double(number / 3))
        let shell = PolygonIndexTests.star(centre, (size * 0.6)...size, count: random.integer(8...200), &random)
        let hole = PolygonIndexTests.star(
          centre, (size * 0.05)...(size * 0.2), count: random.integer(3...40), &random)
        return number == 3 ? [(.shell, shell), (.shell, hole)] : [(.shell, shell), (.hole, hole)]
      })
    let counts = { (feature: Int) in feature != 5 }
    let plain = PolygonIndex(column, includes: counts)
    let raster = try #require(PolygonRaster(column, includes: counts, cells: cells))
    let index = plain.with(raster)
    var found = Set<Int>()
    for point in Self.questions(column, raster.grid, count: 1_200, &random) {
      let answer = index.lowestFeature(containing: point)
      #expect(answer == plain.lowestFeature(containing: point), "\(point)")
      if let answer { found.insert(answer) }
    }
    #expect(found == [0, 1, 2, 3, 4, 6])
  }

  @Test(arguments: ContainmentSanityTests.Place.allCases, [1 << 14, 1 << 26])
  func `with a raster polygons hold what whole numbers say, also across the antimeridian`(
    place: ContainmentSanityTests.Place, radius: Int
  ) {
    var random = SeededGenerator(seed: UInt64(radius) &+ UInt64(place.rawValue.count) &+ 1)
    var (found, asked, rasters) = (0, 0, 0)
    for round in 0..<24 {
      let map =
        round % 2 == 0
        ? ContainmentSanityTests.pie(place, radius: radius, &random)
        : ContainmentSanityTests.tangle(place, radius: radius, &random)
      let raster = PolygonRaster(map.column, includes: { _ in true }, cells: [9, 900, 90_000][round % 3])
      rasters += raster == nil ? 0 : 1
      PolygonIndex(map.column).with(raster).withSearch { search in
        for position in ContainmentSanityTests.questions(map, place, radius: radius, &random) {
          let expected = map.features(containing: position).first
          let point = ContainmentSanityTests.coordinate(position, isWrapped: true)
          #expect(search.lowestFeature(containing: point) == expected, "\(point)")
          asked += 1
          found += expected == nil ? 0 : 1
        }
      }
    }
    #expect(found > asked / 5 && found < asked)
    #expect(rasters == 24)
  }

  @Test func `where polygons touch the lower one is told on the border, and a hole has its border only`() throws {
    let column = GeometryColumn(features: [
      [(.shell, square(west: 0, south: 0, side: 4)), (.hole, square(west: 1, south: 1, side: 2))],
      [(.shell, square(west: 4, south: 0, side: 4))], [(.shell, square(west: 1, south: 1, side: 2))],
    ])
    // With eight cells a side every border is also one of cells.
    let raster = try #require(PolygonRaster(column, includes: { _ in true }, cells: 128))
    let index = PolygonIndex(column).with(raster)
    for (longitude, feature) in [(0.0, 0), (0.5, 0), (1, 0), (2, 2), (3, 0), (4, 0), (4.5, 1), (8, 1)] {
      #expect(index.lowestFeature(containing: Coordinate(longitude: longitude, latitude: 2)) == feature)
    }
    for longitude in [-0.5, 0.nextDown, 8.nextUp, .nan, .infinity] {
      #expect(index.lowestFeature(containing: Coordinate(longitude: longitude, latitude: 2)) == nil)
    }
    for latitude in [-0.5, 0.nextDown, 4.nextUp, .nan, .infinity] {
      #expect(index.lowestFeature(containing: Coordinate(longitude: 2, latitude: latitude)) == nil)
    }
  }

  @Test func `no raster is made of polygons that are not as they should be, or for few questions`() {
    let whole = square(west: 0, south: 0, side: 4)
    let wrong: [[(GeometryColumn.PartKind, [Coordinate])]] = [
      [], [(.shell, Array(whole.dropLast()))], [(.shell, whole), (.hole, square(west: 3, south: 3, side: 2))],
      [(.shell, [whole[0], whole[1], whole[0]])],
      [(.shell, whole), (.hole, [whole[0], Coordinate(longitude: .nan, latitude: 1), whole[0]])],
    ]
    for parts in wrong {
      #expect(PolygonRaster(GeometryColumn(features: [parts]), questions: 1_000_000) == nil)
    }
    let right = GeometryColumn(features: [[(.shell, whole)]])
    #expect(PolygonRaster(right, questions: PolygonRaster.leastQuestions - 1) == nil)
    #expect(PolygonRaster(right, questions: PolygonRaster.leastQuestions) != nil)
  }

  @Test func `a comb of long edges fits a raster`() throws {
    var random = SeededGenerator(seed: 5)
    let column = GeometryColumn(features: [[(.shell, PolygonIndexTests.comb(count: 6_000))]])
    let raster = try #require(PolygonRaster(column, includes: { _ in true }, cells: 20_000))
    let index = PolygonIndex(column).with(raster)
    for _ in 0..<300 {
      let point = Coordinate(
        longitude: Double(random.integer(0...12_000)) / 128, latitude: Double(random.integer(-1...130)) / 2)
      let expected = PolygonIndexTests.features(column, containing: point).first
      #expect(index.lowestFeature(containing: point) == expected, "\(point)")
    }
  }
}
