import Geospatial
import Testing

@testable import Rollout

@Suite struct FibreCostsTests {
  static let road = SmallNetworks.network(
    villages: 1, places: [(0, 0), (3_000, 0)],
    edges: [.init(0, 1, 3_000, crossings: 2), .init(0, 1, 5_000, kind: .funded, crossings: 1), .init(0, 1, 0)])

  @Test func `an edge costs its cable and its rivers, a funded one nothing`() throws {
    let costs = try FibreCosts(SmallNetworks.catalogue())
    #expect(
      costs.bill(ofEdge: 0, in: Self.road) == [
        BillLine(.aerialFibrePlain, quantity: 3), BillLine(.riverCrossing, quantity: 2),
      ])
    #expect(try costs.cost(of: costs.bill(ofEdge: 0, in: Self.road)) == 3_600_000)
    #expect(costs.bill(ofEdge: 1, in: Self.road).isEmpty)
    #expect(costs.bill(ofEdge: 2, in: Self.road).isEmpty)
    #expect(try costs.cost(of: costs.connectionBill) == 500_000)
    let buried = try FibreCosts(SmallNetworks.catalogue(), settings: FibreSettings(method: .buried))
    #expect(try buried.cost(of: buried.bill(ofEdge: 0, in: Self.road)) == 9_600_000)
  }

  @Test func `cable is shared over the terrains along the line`() throws {
    let (first, second) = (Ground.place(1_000, 0).longitude, Ground.place(2_500, 0).longitude)
    let settings = FibreSettings(terrainSpacingMetres: 10) {
      $0.longitude < first ? .plain : $0.longitude < second ? .hill : .mountain
    }
    let costs = try FibreCosts(SmallNetworks.catalogue(), settings: settings)
    let bill = costs.bill(ofEdge: 0, in: Self.road)
    #expect(bill.map(\.item) == [.aerialFibrePlain, .aerialFibreHill, .aerialFibreMountain, .riverCrossing])
    for (line, kilometres) in zip(bill, [1, 1.5, 0.5]) { #expect(abs(line.quantity - kilometres) < 0.01) }
  }

  @Test func `prices that cannot be are refused, those that are not known where they are needed`() throws {
    for wrong in [-1, Double.nan, .infinity] {
      var catalogue = SmallNetworks.catalogue()
      catalogue.prices[.drop]?.capital = wrong
      #expect(throws: FibreError.self) { try FibreCosts(catalogue) }
    }
    var catalogue = SmallNetworks.catalogue()
    catalogue.prices[.riverCrossing] = nil
    let costs = try FibreCosts(catalogue)
    #expect(throws: FibreError.unknownPrice(.riverCrossing)) { try FibreProblem(network: Self.road, costs: costs) }
    #expect(throws: Never.self) { try FibreProblem(network: FibrePlannerTests.fork, costs: costs) }
    catalogue.prices[.spliceClosure] = nil
    #expect(throws: FibreError.unknownPrice(.spliceClosure)) {
      try FibreProblem(network: FibrePlannerTests.fork, costs: FibreCosts(catalogue))
    }
    #expect(FibreError.unknownPrice(.drop).description == CostError.unknownPrice(.drop).description)
  }

  @Test(arguments: [0, -5, Double.nan, 1e6]) func `a spacing that cannot be is refused`(metres: Double) {
    #expect(throws: FibreError.self) {
      try FibreCosts(SmallNetworks.catalogue(), settings: FibreSettings(terrainSpacingMetres: metres))
    }
  }

  @Test func `a network too dear to reckon with is refused`() throws {
    let dear = SmallNetworks.network(
      villages: 1, places: [(0, 0), (3_000, 0)], edges: [.init(0, 1, 1e9), .init(0, 1, 1e9)])
    #expect(throws: FibreError.self) {
      try FibreProblem(network: dear, costs: FibreCosts(SmallNetworks.catalogue(scale: 1_000)))
    }
  }
}
