import Testing

@testable import Geospatial

@Suite struct GEOSOperationTests {
  let context: GEOSContext

  init() throws {
    context = try GEOSContext()
  }

  func polygon(_ ring: [Coordinate], holes: [[Coordinate]] = []) throws -> GEOSGeometry {
    try GEOSGeometry(feature: 0, of: column([(.shell, ring)] + holes.map { (.hole, $0) }), in: context)
  }

  // MARK: Validity

  @Test func `a bow-tie crosses itself in its middle and is repaired to two triangles`() throws {
    let tie = try GEOSGeometry(wkt: "POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))", in: context)
    #expect(try tie.validity() == .invalid(reason: "Self-intersection", at: Coordinate(longitude: 1, latitude: 1)))
    for method in [MakeValidMethod.linework, .structure] {
      let repaired = try tie.madeValid(method: method)
      #expect(try repaired.validity() == .valid)
      #expect(repaired.kind == .multiPolygon)
      #expect(try repaired.areaInSquareCoordinateUnits() == 2)
    }
  }

  @Test func `a valid polygon stays as it is`() throws {
    let valid = try polygon(square(west: 0, south: 0, side: 4), holes: [square(west: 1, south: 1, side: 1)])
    #expect(try valid.validity() == .valid)
    #expect(try valid.areaInSquareCoordinateUnits() == 15)
    #expect(try valid.madeValid().areaInSquareCoordinateUnits() == 15)
  }

  @Test func `a hole outside its shell is found and becomes ground`() throws {
    let wrong = try polygon(square(west: 0, south: 0, side: 2), holes: [square(west: 5, south: 5, side: 1)])
    guard case .invalid(let reason, let place) = try wrong.validity() else {
      Issue.record("found valid")
      return
    }
    #expect(reason == "Hole lies outside shell")
    #expect(place == Coordinate(longitude: 5, latitude: 5))
    #expect(try wrong.madeValid(method: .linework).areaInSquareCoordinateUnits() == 5)
    #expect(try wrong.madeValid(method: .structure).areaInSquareCoordinateUnits() == 5)
  }

  @Test func `overlapping parts leave a gap with linework and merge with structure`() throws {
    let squares = [square(west: 0, south: 0, side: 2), square(west: 1, south: 1, side: 2)]
    let overlapping = try GEOSGeometry(feature: 0, of: column(squares.map { (.shell, $0) }), in: context)
    guard case .invalid(let reason, _) = try overlapping.validity() else {
      Issue.record("found valid")
      return
    }
    #expect(reason == "Self-intersection")
    #expect(try overlapping.madeValid(method: .linework).areaInSquareCoordinateUnits() == 6)
    #expect(try overlapping.madeValid(method: .structure).areaInSquareCoordinateUnits() == 7)
  }

  @Test func `the spike of a polygon is dropped unless asked for`() throws {
    let spiked = try GEOSGeometry(wkt: "POLYGON ((0 0, 4 0, 4 2, 8 2, 4 2, 4 4, 0 4, 0 0))", in: context)
    let repaired = try spiked.madeValid()
    #expect(repaired.kind == .polygon)
    #expect(try repaired.areaInSquareCoordinateUnits() == 16)
    #expect(try spiked.madeValid(keepsLowerDimensions: true).kind == .geometryCollection)
  }

  @Test func `a polygon without area becomes an empty one`() throws {
    let flat = try GEOSGeometry(wkt: "POLYGON ((0 0, 4 0, 2 0, 0 0))", in: context)
    let repaired = try flat.madeValid()
    #expect(try repaired.isEmpty())
    #expect(repaired.kind == .multiPolygon)
  }

  @Test func `a coordinate that is not a number is invalid`() throws {
    var ring = square(west: 0, south: 0, side: 1)
    ring[1].latitude = .nan
    guard case .invalid(let reason, _) = try polygon(ring).validity() else {
      Issue.record("found valid")
      return
    }
    #expect(reason == "Invalid Coordinate")
  }

  // MARK: Prepared predicates

  struct Place: Sendable {
    let coordinate: Coordinate
    let contains: Bool
    let covers: Bool
  }

  @Test(arguments: [
    Place(coordinate: Coordinate(longitude: 0.5, latitude: 0.5), contains: true, covers: true),
    Place(coordinate: Coordinate(longitude: 0, latitude: 2), contains: false, covers: true),
    Place(coordinate: Coordinate(longitude: 4, latitude: 4), contains: false, covers: true),
    Place(coordinate: Coordinate(longitude: 1, latitude: 1.5), contains: false, covers: true),
    Place(coordinate: Coordinate(longitude: 1.5, latitude: 1.5), contains: false, covers: false),
    Place(coordinate: Coordinate(longitude: 4.000001, latitude: 2), contains: false, covers: false),
  ])
  func `the border is covered but not contained and a hole is outside`(_ place: Place) throws {
    let prepared = try PreparedGeometry(
      polygon(square(west: 0, south: 0, side: 4), holes: [square(west: 1, south: 1, side: 1)]))
    #expect(try prepared.contains(place.coordinate) == place.contains)
    #expect(try prepared.covers(place.coordinate) == place.covers)
    #expect(try prepared.intersects(place.coordinate) == place.covers)
  }

  @Test func `a prepared polygon is asked about other geometries too`() throws {
    let prepared = try PreparedGeometry(polygon(square(west: 0, south: 0, side: 4)))
    let inside = try GEOSGeometry(wkt: "LINESTRING (1 1, 2 2)", in: context)
    let along = try GEOSGeometry(wkt: "LINESTRING (0 0, 4 0)", in: context)
    let across = try GEOSGeometry(wkt: "LINESTRING (1 1, 9 9)", in: context)
    #expect(try prepared.contains(inside))
    #expect(try !prepared.contains(along))
    #expect(try prepared.covers(along))
    #expect(try prepared.intersects(across))
    #expect(try !prepared.covers(across))
  }

  // MARK: Overlay

  @Test func `two overlapping squares unite, meet and differ by the right areas`() throws {
    let a = try polygon(square(west: 0, south: 0, side: 2))
    let b = try polygon(square(west: 1, south: 1, side: 2))
    #expect(try a.union(b).areaInSquareCoordinateUnits() == 7)
    #expect(try a.intersection(b).areaInSquareCoordinateUnits() == 1)
    #expect(try a.difference(b).areaInSquareCoordinateUnits() == 3)
    #expect(try GEOSGeometry.union(of: [a, b, a], in: context).areaInSquareCoordinateUnits() == 7)
    // The members were copied, so they still live.
    #expect(try a.areaInSquareCoordinateUnits() == 4)
  }

  @Test func `the union of nothing is empty`() throws {
    #expect(try GEOSGeometry.union(of: [], in: context).isEmpty())
  }

  @Test func `an operation that fails says which one it was`() throws {
    let error = #expect(throws: GEOSError.self) {
      try polygon(square(west: 0, south: 0, side: 1)).concaveHull(ratio: 2)
    }
    #expect(error?.operation == "concave hull")
    #expect(error?.message.contains("IllegalArgumentException") == true)
  }

  // MARK: Shapes

  @Test(arguments: [(8, 0.0065), (32, 0.0005), (256, 0.00001)])
  func `the area of a round buffer approaches pi r squared from below`(_ segments: Int, _ loss: Double) throws {
    let point = try GEOSGeometry(Coordinate(longitude: 0, latitude: 0), in: context)
    let area = try point.buffer(distanceInCoordinateUnits: 10, quadrantSegments: segments).areaInSquareCoordinateUnits()
    let circle = Double.pi * 100
    #expect(area < circle)
    #expect(area > circle * (1 - loss))
  }

  @Test func `the concave hull of a letter L lies within the convex one`() throws {
    let places = (0...10).flatMap { [(Double($0), 0.0), (0.0, Double($0)), (Double($0), 1.0), (1.0, Double($0))] }
    let points = try GEOSGeometry(
      feature: 0, of: column(places.map { (.point, [Coordinate(longitude: $0.0, latitude: $0.1)]) }), in: context)
    let convex = try points.convexHull()
    let concave = try points.concaveHull(ratio: 0.02)
    // The square of 10 less the triangle cut off between (10, 1) and (1, 10).
    #expect(try abs(convex.areaInSquareCoordinateUnits() - 59.5) < 1e-9)
    #expect(try abs(concave.areaInSquareCoordinateUnits() - 19) < 1e-9)
    #expect(try PreparedGeometry(convex).covers(concave))
    #expect(try PreparedGeometry(concave).covers(points))
    #expect(try points.concaveHull(ratio: 1).areaInSquareCoordinateUnits() == convex.areaInSquareCoordinateUnits())
  }

  @Test func `a concave hull keeps a hole only when asked`() throws {
    // A grid of 11 by 11 places without those in the middle, which leave a hole of 6 by 6.
    let grid = (0...10).flatMap { x in (0...10).map { (x, $0) } }
    let places = grid.filter { !(3...7).contains($0.0) || !(3...7).contains($0.1) }
    let points = try GEOSGeometry(
      feature: 0,
      of: column(places.map { (.point, [Coordinate(longitude: Double($0.0), latitude: Double($0.1))]) }), in: context)
    #expect(try points.concaveHull(ratio: 0.2).areaInSquareCoordinateUnits() == 100)
    let holed = try points.concaveHull(ratio: 0.2, allowsHoles: true)
    var parts = GeometryColumn()
    try holed.append(to: &parts)
    #expect(parts.partKinds == [.shell, .hole])
    // Triangles with sides of 1, 1 and the square root of 2 may stay in the corners.
    #expect(try (64...66).contains(holed.areaInSquareCoordinateUnits()))
  }

  @Test func `the centre of a horseshoe is outside but its point on surface inside`() throws {
    let shoe = try GEOSGeometry(wkt: "POLYGON ((0 0, 9 0, 9 9, 8 9, 8 1, 1 1, 1 9, 0 9, 0 0))", in: context)
    let prepared = try PreparedGeometry(shoe)
    let centre = try #require(try shoe.centroid())
    let surface = try #require(try shoe.pointOnSurface())
    #expect(try !prepared.covers(centre))
    #expect(abs(centre.longitude - 4.5) < 1e-12)
    #expect(try prepared.contains(surface))
    let nothing = try GEOSGeometry(wkt: "POLYGON EMPTY", in: context)
    #expect(try nothing.centroid() == nil)
    #expect(try nothing.pointOnSurface() == nil)
  }

  @Test func `simplifying drops small bends and keeps topology when asked`() throws {
    let line = try GEOSGeometry(wkt: "LINESTRING (0 0, 5 0.1, 10 0)", in: context)
    #expect(try line.simplified(toleranceInCoordinateUnits: 0.2).wkt() == "LINESTRING (0 0, 10 0)")
    #expect(try line.simplified(toleranceInCoordinateUnits: 0.05).wkt() == "LINESTRING (0 0, 5 0.1, 10 0)")
    let small = try polygon(square(west: 0, south: 0, side: 1))
    #expect(try !small.simplified(toleranceInCoordinateUnits: 5).isEmpty())
    #expect(try small.simplified(toleranceInCoordinateUnits: 5, preservesTopology: false).isEmpty())
  }

  @Test func `the distance is that of the nearest points`() throws {
    let a = try polygon(square(west: 0, south: 0, side: 1))
    let b = try GEOSGeometry(Coordinate(longitude: 4, latitude: 5), in: context)
    #expect(try a.distanceInCoordinateUnits(to: b) == 5)
    #expect(try a.distanceInCoordinateUnits(to: a) == 0)
  }

  // MARK: Tasks

  @Test func `many contexts work at once and each keeps its own messages`() async throws {
    let answers = try await Parallel.map(Array(0..<64), threads: 8) { number in
      let context = try GEOSContext()
      let side = Double(number + 1)
      let shape = column([(.shell, square(west: 0, south: 0, side: side))])
      let error = #expect(throws: GEOSError.self) {
        try GEOSGeometry(wkt: "WRONG\(number) (1 2)", in: context)
      }
      #expect(error?.message.contains("WRONG\(number)") == true)
      let pieces = try (0..<20).map {
        try GEOSGeometry(feature: 0, of: shape, in: context)
          .buffer(distanceInCoordinateUnits: Double($0) / 100, quadrantSegments: 1)
      }
      return try GEOSGeometry.union(of: pieces, in: context).validity() == .valid
        ? GEOSGeometry(feature: 0, of: shape, in: context).areaInSquareCoordinateUnits() : -1
    }
    #expect(answers == (1...64).map { Double($0 * $0) })
  }
}
