import Geospatial
import Testing

@Suite struct ElevationModelTests {
  /// Heights of the plane 100 + 10 east + 1000 north, in degrees from the south-western corner.
  private static func plane(west: Double, south: Double, side: Int = 11) throws -> ElevationGrid {
    let step = 1 / Double(side - 1)
    let heights = (0..<(side * side)).map { index in
      Float(
        100 + 10 * (west + Double(index % side) * step) + 1_000 * (south + 1 - Double(index / side) * step))
    }
    return try #require(
      ElevationGrid(
        west: west, north: south + 1, longitudeStep: step, latitudeStep: step, columnCount: side, rowCount: side,
        samples: .real(heights)))
  }

  @Test(arguments: [(0.0, 0.0), (1.0, 1.0), (0.5, 0.25), (0.123, 0.987), (1.0, 0.3), (0.55, 0.0)])
  func `between the samples of a plane heights are those of the plane`(east: Double, north: Double) throws {
    let model = ElevationModel([try Self.plane(west: 0, south: 0)])
    let height = try #require(model.elevation(at: Coordinate(longitude: east, latitude: north)))
    #expect(abs(height - (100 + 10 * east + 1_000 * north)) < 1e-3)
  }

  @Test func `outside there is no height, and next to a void there is none`() throws {
    let grid = try #require(
      ElevationGrid(
        west: 103, north: 22, longitudeStep: 0.5, latitudeStep: 0.5, columnCount: 3, rowCount: 3,
        samples: .whole([1, 2, 3, 4, ElevationGrid.wholeVoid, 6, 7, 8, 9])))
    func height(_ longitude: Double, _ latitude: Double) -> Double? {
      grid.elevation(at: Coordinate(longitude: longitude, latitude: latitude))
    }
    #expect(height(103, 22) == 1)
    #expect(height(104, 21) == 9)
    #expect(height(103.25, 22) == 1.5)
    #expect(height(103.5, 21.5) == nil)
    #expect(height(103.4, 21.6) == nil)
    // On the border the void has no part.
    #expect(height(104, 21.25) == 7.5)
    #expect(height(102.9, 21.5) == nil)
    #expect(height(103, 22.1) == nil)
  }

  @Test func `tiles side by side are one model, and longitudes west of Greenwich work`() throws {
    let model = ElevationModel([
      try Self.plane(west: 103, south: 21), try Self.plane(west: 104, south: 21), try Self.plane(west: -1, south: -1),
    ])
    for (longitude, latitude) in [(103.95, 21.5), (104.0, 21.5), (104.05, 21.5), (-0.5, -0.5)] {
      let height = try #require(model.elevation(at: Coordinate(longitude: longitude, latitude: latitude)))
      #expect(abs(height - (100 + 10 * longitude + 1_000 * latitude)) < 0.01)
    }
    #expect(model.elevation(at: Coordinate(longitude: 105.5, latitude: 21.5)) == nil)
  }

  @Test func `a grid of the wrong number of samples is none`() {
    #expect(
      ElevationGrid(
        west: 0, north: 0, longitudeStep: 1, latitudeStep: 1, columnCount: 2, rowCount: 2, samples: .whole([1, 2, 3]))
        == nil)
    #expect(
      ElevationGrid(
        west: 0, north: 0, longitudeStep: 0, latitudeStep: 1, columnCount: 1, rowCount: 1, samples: .whole([1])) == nil)
  }

  @Test func `a profile along a meridian rises evenly and ends at the ends`() throws {
    let model = ElevationModel([try Self.plane(west: 103, south: 21)])
    let (start, end) = (Coordinate(longitude: 103.5, latitude: 21.1), Coordinate(longitude: 103.5, latitude: 21.9))
    let profile = ElevationProfile(model, from: start, to: end, stepMetres: 500)
    #expect(abs(profile.distanceMetres - Geodesic.distance(start, end)) < 1e-6)
    #expect(profile.distanceMetres / Double(profile.elevations.count - 1) <= 500)
    for sample in profile.elevations.indices {
      let share = Double(sample) / Double(profile.elevations.count - 1)
      let height = try #require(profile.elevations[sample])
      #expect(abs(height - (1_135 + 1_000 * (21.1 + 0.8 * share))) < 0.5)
    }
  }

  @Test func `a path without length has the height of its place`() throws {
    let model = ElevationModel([try Self.plane(west: 103, south: 21)])
    let place = Coordinate(longitude: 103.5, latitude: 21.5)
    let profile = ElevationProfile(model, from: place, to: place, stepMetres: 50)
    #expect(profile.distanceMetres == 0)
    #expect(profile.elevations.allSatisfy { abs(($0 ?? 0) - model.elevation(at: place)!) < 1e-9 })
  }
}
