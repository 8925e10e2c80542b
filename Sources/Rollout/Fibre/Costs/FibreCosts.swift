import Geospatial

/// What cable along the edges of a candidate network costs to build, and the connection of a village, in whole units of the
/// catalogue's **currency**.
///
/// ```swift
/// let costs = try FibreCosts(catalogue, settings: FibreSettings(method: .buried))
/// let amount = try costs.cost(of: costs.bill(ofEdge: 7, in: network))
/// ```
///
/// An edge takes its `cableMetres` of cable, shared over the terrains along its line and rounded to whole metres for each,
/// and its river crossings; a funded route costs nothing. A village takes one drop and one splice closure: a cable branches
/// no more often than it ends in villages, so places where cables only branch have no closure of their own.
///
/// **Rounding.** A line of a bill comes to capital times quantity, rounded to a whole amount; a bill is the sum of its lines.
public struct FibreCosts: Sendable {
  /// How cable is laid.
  public let settings: FibreSettings
  private let catalogue: CostCatalogue

  /// Prices of a catalogue for cable laid so.
  ///
  /// - Throws: ``FibreError/unusablePrice(_:capital:)`` for a price of fibre that is negative or no number, and for settings
  ///   that cannot be. A price that is not there is refused where it is needed.
  public init(_ catalogue: CostCatalogue, settings: FibreSettings = FibreSettings()) throws(FibreError) {
    try settings.check()
    self.settings = settings
    let items = Terrain.allCases.map { CostItem.fibre(settings.method, $0) } + [.spliceClosure, .drop, .riverCrossing]
    for item in items {
      guard let price = catalogue.prices[item]?.capital else { continue }
      guard price >= 0, price < 1e15 else { throw .unusablePrice(item, capital: price) }
    }
    self.catalogue = catalogue
  }

  /// What a bill comes to: the sum of its lines, each rounded, as ``CostCatalogue`` reckons it.
  ///
  /// - Throws: ``FibreError/unknownPrice(_:)``.
  public func cost(of bill: [BillLine]) throws(FibreError) -> Int {
    for line in bill where catalogue.prices[line.item] == nil { throw .unknownPrice(line.item) }
    do {
      return try catalogue.cost(of: bill)
    } catch {
      throw .unusableNetwork(reason: error.description)
    }
  }

  /// What the connection of a village takes.
  public var connectionBill: [BillLine] { [BillLine(.drop, quantity: 1), BillLine(.spliceClosure, quantity: 1)] }

  /// What cable along an edge takes; nothing where the route is funded or of no length.
  public func bill(ofEdge edge: Int, in network: CandidateNetwork) -> [BillLine] {
    bill(cableMetres: cableMetres(ofEdge: edge, in: network), crossings: crossings(ofEdge: edge, in: network))
  }

  func bill(cableMetres metres: CableMetres, crossings: Int) -> [BillLine] {
    var bill: [BillLine] = []
    for terrain in Terrain.allCases where metres[terrain] > 0 {
      bill.append(BillLine(.fibre(settings.method, terrain), quantity: Double(metres[terrain]) / 1000))
    }
    if crossings > 0 { bill.append(BillLine(.riverCrossing, quantity: Double(crossings))) }
    return bill
  }

  /// The river crossings that are paid for along an edge.
  func crossings(ofEdge edge: Int, in network: CandidateNetwork) -> Int {
    network.kinds[edge] == .funded ? 0 : Int(network.riverCrossings[edge])
  }

  /// The cable that is paid for along an edge, by terrain.
  func cableMetres(ofEdge edge: Int, in network: CandidateNetwork) -> CableMetres {
    var metres = CableMetres()
    let cable = network.cableMetres[edge]
    if network.kinds[edge] == .funded { return metres }
    guard let terrain = settings.terrain, network.lengthMetres[edge] > 0 else {
      metres[.plain] = Self.whole(cable)
      return metres
    }
    var shares: [Terrain: Double] = [:]
    let line = network.line(ofEdge: edge)
    for (start, end) in zip(line, line.dropFirst()) {
      let length = Geodesic.distance(start, end)
      let pieces = max(1, Int((length / settings.terrainSpacingMetres).rounded(.up)))
      for piece in 0..<pieces {
        let place = Self.place((Double(piece) + 0.5) / Double(pieces), from: start, to: end)
        shares[terrain(place), default: 0] += length / Double(pieces)
      }
    }
    for kind in Terrain.allCases {
      metres[kind] = Self.whole(cable * (shares[kind] ?? 0) / network.lengthMetres[edge])
    }
    return metres
  }

  private static func whole(_ metres: Double) -> Int32 { Int32(max(0, min(metres.rounded(), 1e9))) }

  /// A place on a piece of line, a good approximation of that on the geodesic for the short pieces of a network.
  private static func place(_ fraction: Double, from start: Coordinate, to end: Coordinate) -> Coordinate {
    var east = end.longitude - start.longitude
    if east > 180 { east -= 360 }
    if east < -180 { east += 360 }
    var longitude = start.longitude + fraction * east
    if longitude > 180 { longitude -= 360 }
    if longitude < -180 { longitude += 360 }
    return Coordinate(
      longitude: longitude, latitude: start.latitude + fraction * (end.latitude - start.latitude))
  }
}
