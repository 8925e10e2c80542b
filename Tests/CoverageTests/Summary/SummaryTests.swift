import GeoFormats
import Geospatial
import Testing

@testable import Coverage

@Suite struct SummaryTests {
  /// Five villages: two near the cable, one far, one without position, one without province.
  static func counted() async throws -> Summary {
    let villages = try Villages(
      try await Layers.table(
        "lon,lat,people,homes,p,q\n100,0,100,20,Sơn La,New\n100,0.5,50,,Sơn La,New\n101,0,7,1,Điện Biên,New\n"
          + ",,1000,200,Điện Biên,New\n100,0,,3,,New\n"),
      fields: [.population: "people", .households: "homes", .province: "p", .province2025: "q"])
    let overlay = try await Overlay(services: [
      .fibre: [ServiceSource(kind: .within(metres: 500), geometries: OverlayTests.cable)]
    ])
    return Summary(villages, try await overlay.assess(villages.coordinates))
  }

  static func tally(_ villages: Int, _ people: Double, _ households: Double) -> Summary.Tally {
    var tally = Summary.Tally()
    (tally.villages, tally.people, tally.households) = (villages, people, households)
    return tally
  }

  @Test func `all villages are counted by service and status`() async throws {
    let all = try await Self.counted().all
    #expect(all.name.isEmpty)
    #expect(all.total == Self.tally(5, 1157, 224))
    #expect(all[.fibre, .served] == Self.tally(3, 150, 23))
    #expect(all[.fibre, .unserved] == Self.tally(1, 7, 1))
    #expect(all[.fibre, .unknown] == Self.tally(1, 1000, 200))
    #expect(all[.power, .unknown] == all.total)
    #expect(all[.signal, .served] == Self.tally(0, 0, 0))
  }

  @Test func `provinces stand by name, last the villages of none`() async throws {
    let summary = try await Self.counted()
    #expect(summary.provinces.map(\.name) == ["Sơn La", "Điện Biên", ""])
    #expect(summary.provinces.map(\.total) == [Self.tally(2, 150, 20), Self.tally(2, 1007, 201), Self.tally(1, 0, 3)])
    #expect(summary.provinces[1][.fibre, .unserved] == Self.tally(1, 7, 1))
    #expect(summary.provinces[2][.fibre, .served] == Self.tally(1, 0, 3))
    #expect(summary.provinces2025.map(\.name) == ["New"])
    #expect(summary.provinces2025.map(\.total) == [summary.all.total])
  }

  @Test func `the parts add up to the whole`() async throws {
    let summary = try await Self.counted()
    for service in Service.allCases {
      for groups in [summary.provinces, summary.provinces2025] {
        #expect(groups.reduce(0) { $0 + $1.total.villages } == summary.all.total.villages)
        for status in Status.allCases {
          #expect(groups.reduce(0) { $0 + $1[service, status].people } == summary.all[service, status].people)
        }
      }
    }
  }

  @Test func `how many services a village lacks counts what is certain`() async throws {
    let cable = ServiceSource(kind: .within(metres: 500), geometries: OverlayTests.cable)
    let overlay = try await Overlay(services: [.fibre: [cable], .power: [cable]])
    let assessment = try await overlay.assess([
      Coordinate(longitude: 100, latitude: 0), Coordinate(longitude: 101, latitude: 0),
      Coordinate(longitude: .nan, latitude: .nan),
    ])
    #expect((0..<3).map { assessment.missing(village: $0) } == [0, 2, 0])
  }
}
