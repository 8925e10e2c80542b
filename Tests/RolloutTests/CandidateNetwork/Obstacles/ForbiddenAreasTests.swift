import Geospatial
import Testing

@testable import Rollout

@Suite struct ForbiddenAreasTests {
  private static func at(_ x: Double, _ y: Double) -> Coordinate { Coordinate(longitude: 105 + x, latitude: 21 + y) }

  private static func area(_ ring: [Coordinate]) -> GeometryColumn {
    var column = GeometryColumn()
    ring.forEach { column.append($0) }
    column.closePart(.shell)
    column.closeFeature()
    return column
  }

  private static let square = area([at(0, 0), at(1, 0), at(1, 1), at(0, 1), at(0, 0)])

  struct Known: Sendable {
    var line: [Coordinate]
    var crosses: Bool

    init(_ start: (Double, Double), _ end: (Double, Double), crosses: Bool) {
      line = [at(start.0, start.1), at(end.0, end.1)]
      self.crosses = crosses
    }
  }

  static let known: [Known] = [
    Known((-1, 0.5), (2, 0.5), crosses: true), Known((0.2, 0.2), (0.8, 0.8), crosses: true),
    Known((0.5, 0.5), (3, 0.5), crosses: true), Known((0, 0), (1, 1), crosses: true),
    Known((-1, 0), (2, 0), crosses: false), Known((0, 0), (1, 0), crosses: false),
    Known((-1, 1), (1, -1), crosses: false), Known((2, 2), (3, 3), crosses: false),
    Known((-1, 0.5), (0, 0.5), crosses: false),
  ]

  @Test(arguments: known)
  func `a line crosses an area only through its inside`(known: Known) throws {
    let areas = try ForbiddenAreas(Self.square)
    let back: [Coordinate] = known.line.reversed()
    #expect(try areas.cross(known.line) == known.crosses)
    #expect(try areas.cross(back) == known.crosses)
  }

  @Test func `a bow-tie is repaired and forbids its two triangles`() throws {
    let ring = [Self.at(0, 0), Self.at(1, 1), Self.at(1, 0), Self.at(0, 1), Self.at(0, 0)]
    let areas = try ForbiddenAreas(Self.area(ring))
    #expect(try areas.cross([Self.at(0.1, 0.4), Self.at(0.1, 0.6)]))
    #expect(try !areas.cross([Self.at(0.4, 0.1), Self.at(0.6, 0.1)]))
  }

  @Test func `an area across the antimeridian forbids on both sides`() throws {
    func at(_ x: Double, _ y: Double) -> Coordinate { Coordinate(longitude: x, latitude: y) }
    let areas = try ForbiddenAreas(
      Self.area([at(179, 0), at(-179, 0), at(-179, 1), at(179, 1), at(179, 0)]))
    #expect(try areas.cross([at(179.5, 0.5), at(179.6, 0.5)]))
    #expect(try areas.cross([at(-179.5, 0.5), at(-179.6, 0.5)]))
    #expect(try areas.cross([at(178, 0.5), at(-178, 0.5)]))
    #expect(try !areas.cross([at(0, 0.5), at(1, 0.5)]))
    #expect(areas.area(containing: at(-179.5, 0.5)) == 0)
    #expect(areas.area(containing: at(-178.5, 0.5)) == nil)
  }
}
