import Testing

@testable import Geospatial

@Suite struct GeodesicTests {
  struct Known: Sendable, CustomTestStringConvertible {
    let from: Coordinate
    let initialAzimuthDegrees: Double
    let to: Coordinate
    let finalAzimuthDegrees: Double
    let metres: Double
    var testDescription: String { "\(from) to \(to)" }

    init(_ values: [Double]) {
      from = Coordinate(longitude: values[1], latitude: values[0])
      initialAzimuthDegrees = values[2]
      to = Coordinate(longitude: values[4], latitude: values[3])
      finalAzimuthDegrees = values[5]
      metres = values[6]
    }
  }

  /// Latitude, longitude, azimuth at the start, the same at the end, metres. The first two are test cases of Karney's own
  /// (GeodTest.dat, https://doi.org/10.5281/zenodo.32156, and geodtest.c of GeographicLib); the others are
  /// `geod -I -f %.9f -F %.6f +ellps=WGS84` of PROJ 9.1.1, whose back azimuth is turned by 180 degrees.
  static let known = [
    [
      36.530042355041, 0, 176.125875162171, -48.164270779097769, 5.762344694676510, 175.334308316285411,
      9398502.0434687,
    ],
    [
      35.60777, -139.44815, 111.098748429560326, -11.17491, -69.95921, 129.289270889708762, 8935244.5604818305,
    ],
    [40.6, -73.8, 51.198882846, 51.6, -0.5, 107.821776736, 5551759.400319],
    [21.0285, 105.8542, 175.307821277, 10.7769, 106.7009, 175.540760200, 1138049.892074],
    [0, 0, 25.671872868, 0.5, 179.5, 154.327085470, 19936288.578965],
    [0, 0, 15.556882793, 0.5, 179.7, 164.442513891, 19944127.420750],
    [21.03, 105.85, 89.998205716, 21.03, 105.86, 90.001794284, 1039.496119],
  ].map(Known.init)

  @Test(arguments: known) func `the shortest path has the known length and directions`(_ known: Known) {
    let line = Geodesic.inverse(from: known.from, to: known.to)
    #expect(abs(line.distanceMetres - known.metres) < 1e-6)
    #expect(abs(line.initialAzimuthDegrees - known.initialAzimuthDegrees) < 1e-7)
    #expect(abs(line.finalAzimuthDegrees - known.finalAzimuthDegrees) < 1e-7)
    #expect(Geodesic.distance(known.from, known.to) == line.distanceMetres)
  }

  @Test(arguments: known) func `a path of the known direction and length ends at the known place`(_ known: Known) {
    let end = Geodesic.direct(
      from: known.from, azimuthDegrees: known.initialAzimuthDegrees, distanceMetres: known.metres)
    // The tables give azimuths to 1e-9 degrees, which half-way round the Earth is a tenth of a millimetre.
    #expect(Geodesic.distance(end.coordinate, known.to) < 1e-3)
    #expect(abs(end.finalAzimuthDegrees - known.finalAzimuthDegrees) < 1e-6)
  }

  @Test func `the meridian from pole to pole has the known length`() {
    let south = Coordinate(longitude: 0, latitude: -90)
    let north = Coordinate(longitude: 0, latitude: 90)
    // Twice the quarter meridian of WGS 84, 10 001 965.729 m.
    #expect(abs(Geodesic.distance(south, north) - 20_003_931.458625) < 1e-6)
  }

  @Test func `the antimeridian is no wall`() {
    // echo 16 179.9 16 -179.9 | geod -I -F %.6f +ellps=WGS84
    let west = Coordinate(longitude: 179.9, latitude: 16)
    #expect(abs(Geodesic.distance(west, Coordinate(longitude: -179.9, latitude: 16)) - 21_406.876265) < 1e-6)
    #expect(abs(Geodesic.distance(west, Coordinate(longitude: 180.1, latitude: 16)) - 21_406.876265) < 1e-6)
    // echo 16 179.9 90 50000 | geod -f %.9f +ellps=WGS84
    let end = Geodesic.direct(from: west, azimuthDegrees: 90, distanceMetres: 50_000)
    #expect(abs(end.coordinate.longitude - -179.632861186) < 1e-9)
    #expect(abs(end.coordinate.latitude - 15.999492292) < 1e-9)
  }

  @Test func `a latitude beyond the pole gives no number`() {
    let distance = Geodesic.distance(
      Coordinate(longitude: 0, latitude: 91), Coordinate(longitude: 0, latitude: 0))
    #expect(distance.isNaN)
  }

  @Test func `a line is as long as its pieces`() {
    let stops = [
      Coordinate(longitude: -73.8, latitude: 40.6), Coordinate(longitude: -0.5, latitude: 51.6),
      Coordinate(longitude: -73.8, latitude: 40.6),
    ]
    #expect(abs(Geodesic.length(of: stops) - 2 * 5_551_759.400319) < 1e-5)
    #expect(Geodesic.length(of: stops.prefix(1)) == 0)
    #expect(Geodesic.length(of: stops.prefix(0)) == 0)
  }
}

@Suite struct GeodesicAreaTests {
  /// An eighth of the Earth: geodtest.c of GeographicLib, Planimeter 12 a.
  let octant = [
    Coordinate(longitude: 0, latitude: 0), Coordinate(longitude: 90, latitude: 0),
    Coordinate(longitude: 0, latitude: 90),
  ]

  @Test func `an octant has an eighth of the area of the ellipsoid`() {
    let measured = Geodesic.areaAndPerimeter(ofRing: octant)
    // The area of WGS 84 is 510 065 621 724 088 m² (Karney 2013, section 6).
    #expect(abs(measured.squareMetres - 510_065_621_724_088.0 / 8) < 2)
    #expect(abs(measured.perimeterMetres - 30_022_685.8) < 1)
  }

  @Test func `a clockwise ring has the same area below zero`() {
    let measured = Geodesic.areaAndPerimeter(ofRing: octant.reversed())
    #expect(abs(measured.squareMetres + 510_065_621_724_088.0 / 8) < 2)
  }

  @Test func `repeating the first position changes nothing`() {
    let open = Geodesic.areaAndPerimeter(ofRing: octant)
    let closed = Geodesic.areaAndPerimeter(ofRing: octant + octant.prefix(1))
    #expect(abs(open.squareMetres - closed.squareMetres) < 1e-3)
    #expect(abs(open.perimeterMetres - closed.perimeterMetres) < 1e-6)
  }

  static func square(west: Double, south: Double, degrees: Double) -> [Coordinate] {
    [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map {
      Coordinate(longitude: west + $0.0 * degrees, latitude: south + $0.1 * degrees)
    }
  }

  @Test func `holes are subtracted and lines not counted as area whichever way the rings run`() {
    let shell = Self.square(west: 105, south: 20, degrees: 0.1)
    let hole = Self.square(west: 105.02, south: 20.02, degrees: 0.05)
    var column = GeometryColumn()
    for (ring, kind) in [(shell, GeometryColumn.PartKind.shell), (hole, .hole), (hole, .line)] {
      ring.forEach { column.append($0) }
      column.closePart(kind)
    }
    column.closeFeature()
    let expected =
      Geodesic.areaAndPerimeter(ofRing: shell).squareMetres - Geodesic.areaAndPerimeter(ofRing: hole).squareMetres
    #expect(expected > 0)
    #expect(abs(Geodesic.areaSquareMetres(ofFeature: 0, of: column) - expected) < 1e-6)
    #expect(Geodesic.lengthMetres(ofLinesOfFeature: 0, of: column) == Geodesic.length(of: hole))
  }

  @Test func `a feature without geometry has neither area nor length`() {
    var column = GeometryColumn()
    column.closeFeature()
    #expect(Geodesic.areaSquareMetres(ofFeature: 0, of: column) == 0)
    #expect(Geodesic.lengthMetres(ofLinesOfFeature: 0, of: column) == 0)
  }
}
