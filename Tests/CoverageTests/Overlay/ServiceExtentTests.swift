import Geospatial
import Testing

@testable import Coverage

@Suite struct ServiceExtentTests {
  @Test(arguments: 0..<8)
  func `a rule speaks inside its extent as without one, and not outside`(seed: Int) async throws {
    var terrain = Terrain(seed: UInt64(seed))
    let extent = terrain.polygons(3)
    let polygons = PolygonIndex(extent)
    var source = ServiceSource(kind: .within(metres: 800), geometries: terrain.lines(3))
    let everywhere = try await Overlay(services: [.fibre: [source]])
    source.extent = .polygons(extent)
    let bounded = try await Overlay(services: [.fibre: [source]], threads: 2)
    let villages = (0..<300).map { _ in terrain.place() }
    let whole = try await everywhere.assess(villages)[.fibre]
    let part = try await bounded.assess(villages)[.fibre]
    var counts = (inside: 0, outside: 0)
    for (index, village) in villages.enumerated() {
      if polygons.lowestFeature(containing: village) != nil {
        counts.inside += 1
        #expect(part.statuses[index] == whole.statuses[index])
        #expect(part.distancesMetres[index] == whole.distancesMetres[index])
      } else {
        counts.outside += 1
        #expect(part.statuses[index] == .unknown)
        #expect(part.distancesMetres[index].isNaN)
        #expect(part.features[index] == -1)
      }
    }
    #expect(counts.inside > 0 && counts.outside > 0)
  }

  @Test func `outside the extent of one rule another still speaks`() async throws {
    var terrain = Terrain(seed: 77)
    var first = ServiceSource(kind: .within(metres: 10), geometries: terrain.lines(1), extent: .villages([true, false]))
    let second = ServiceSource(kind: .within(metres: 100_000), geometries: terrain.lines(1))
    let villages = [terrain.place(), terrain.place()]
    let both = try await Overlay(services: [.power: [first, second]]).assess(villages)[.power]
    #expect(both.statuses == [.served, .served])
    #expect(both.rules[1] == 1)
    first.extent = .villages([false, false])
    let none = try await Overlay(services: [.power: [first]]).assess(villages)[.power]
    #expect(none.statuses == [.unknown, .unknown])
  }
}
