import Foundation
import GeoFormats
import Testing

@testable import Benchmarks
@testable import Geospatial

@Suite struct WorkloadTests {
  static let workload = Workload(seed: Workload.usualSeed)
  static let counts = Workload.Counts(fibre: 300, power: 300, towers: 400, coverage: 400)

  /// FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/).
  static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  static func write(_ scratch: Scratch, villages: Int = 500, counts: Workload.Counts = counts) throws {
    let files = WorkloadFiles(workload: workload, folder: scratch.path + "/")
    try files.writeLayers(counts)
    try files.writeVillages(villages)
  }

  // Taken from the generator itself: they stand for what was published, and change only with a new set of results.
  @Test(
    arguments: [
      ("villages_500", 0xB98A_21AC_B892_A0D9),
      ("fibre", 0x38F6_E3BF_8BA3_6C41),
      ("power", 0x3103_E515_1DD4_F847),
      ("towers", 0x8B01_68C3_CF33_20D8),
      ("coverage", 0x3F59_BE04_E656_CC9B),
    ] as [(String, UInt64)])
  func `the files are those that results were published for`(name: String, hash: UInt64) throws {
    let scratch = try Scratch()
    try Self.write(scratch)
    #expect(Self.hash(try scratch.text("\(name).geojson")) == hash)
  }

  @Test func `a file of more features begins with those of a smaller one`() throws {
    let (small, large) = (try Scratch(), try Scratch())
    try Self.write(small)
    try Self.write(
      large, villages: 700, counts: Workload.Counts(fibre: 310, power: 320, towers: 400, coverage: 410))
    for (name, longer) in [
      ("villages_500", "villages_700"), ("fibre", "fibre"), ("power", "power"), ("coverage", "coverage"),
    ] {
      let lines = try small.text("\(name).geojson").split(separator: "\n").dropLast()
      let more = try large.text("\(longer).geojson").split(separator: "\n")
      #expect(zip(lines, more).allSatisfy { $0 == $1 || $0 + "," == $1 })
      #expect(more.count > lines.count + 1)
    }
  }

  @Test func `another seed gives other features`() throws {
    let other = Workload(seed: 1)
    #expect(other.fibre.line(0) != Self.workload.fibre.line(0))
    #expect(other.villages.site(0).position != Self.workload.villages.site(0).position)
  }

  @Test(arguments: [("fibre", 300), ("power", 300), ("towers", 400), ("coverage", 400), ("villages_500", 500)])
  func `every layer is GeoJSON within the land`(name: String, count: Int) async throws {
    let scratch = try Scratch()
    try Self.write(scratch)
    let layer = try await LayerReader.read(LayerRequest(name: name, paths: ["\(scratch.path)/\(name).geojson"]))
    #expect(layer.count == count)
    #expect(layer.notices.isEmpty)
    let box = layer.geometries.boundingBox
    #expect(box.west > 101.9 && box.east < 109.7 && box.south > 8.3 && box.north < 23.6)
  }

  @Test func `lines have as many vertices as those that the published workload was made after`() {
    // The generator of the first benchmark drew 569,329 segments of 20,000 fibre lines and 315,068 of 30,000 power lines.
    for (lines, segments) in [(Self.workload.fibre, 569_329.0 / 20_000), (Self.workload.power, 315_068.0 / 30_000)] {
      let count = (0..<2_000).reduce(0) { $0 + lines.line($1).count - 1 }
      #expect(abs(Double(count) / 2_000 / segments - 1) < 0.03)
    }
  }

  @Test func `a tenth of the areas have a hole and three in a hundred cross themselves`() throws {
    let areas = Self.workload.coverage(towerCount: 12_000)
    let context = try GEOSContext()
    var (holes, invalid, vertices) = (0, 0, 0)
    for number in 0..<1_500 {
      var column = GeometryColumn()
      for (place, ring) in areas.rings(number).enumerated() {
        #expect(ring.first == ring.last)
        ring.forEach { column.append($0) }
        column.closePart(place == 0 ? .shell : .hole)
        holes += place
        vertices += ring.count
      }
      column.closeFeature()
      if try GEOSGeometry(feature: 0, of: column, in: context).validity() != .valid { invalid += 1 }
    }
    #expect((110...190).contains(holes))
    #expect((25...70).contains(invalid))
    // 599,820 vertices of 3,000 areas in the first benchmark.
    #expect(abs(Double(vertices) / 1_500 / 199.94 - 1) < 0.05)
  }
}
