import Geospatial

/// Lays the maps of the services over the villages.
///
/// ```swift
/// let overlay = try await Overlay(services: [.fibre: [fibre]], measures: [], threads: 2)
/// let assessment = try await overlay.assess(villages.coordinates)
/// assessment[.fibre].count(of: .served)
/// ```
public struct Overlay: Sendable {
  private let services: [(service: Service, indexes: [(rule: Int, index: ServiceIndex)])]
  private let measures: [(name: String, index: DistanceIndex)]
  private let threads: Int

  /// A measure to take: the distance to the nearest of some features.
  public struct MeasureSource: Sendable {
    /// The name of the column it makes.
    public var name: String
    /// The geometries of the layer, WGS 84.
    public var geometries: GeometryColumn
    /// Which features count; one per feature, nil when all do.
    public var includes: [Bool]?

    /// A measure to the features of `geometries` that count.
    public init(name: String, geometries: GeometryColumn, includes: [Bool]? = nil) {
      self.name = name
      self.geometries = geometries
      self.includes = includes
    }
  }

  /// Indexes everything, on several threads. O(n) in the number of segments but for sorting leaves by radix.
  ///
  /// `villages` is about how many will be assessed: for many of them indexes are made that take longer to make and less
  /// to ask. Answers do not depend on it.
  public init(
    services: [Service: [ServiceSource]], measures: [MeasureSource] = [], villages: Int = 0, threads: Int = 1
  ) async throws {
    let rules = Service.allCases.flatMap { service in
      (services[service] ?? []).enumerated().map { (service: service, rule: $0, source: $1) }
    }
    let built = try await IndexBuilder.indexes(
      of: rules.map(\.source), measures, villages: villages, threads: threads)
    self.services = Service.allCases.map { service in
      let indexes: [(rule: Int, index: ServiceIndex)] = zip(rules, built.services).compactMap { rule, index in
        guard rule.service == service, let index else { return nil }
        return (rule.rule, index)
      }
      return (service, indexes)
    }
    self.measures = zip(measures, built.measures).map { ($0.name, $1) }
    self.threads = threads
  }

  /// Assesses every village; the result does not depend on the number of threads.
  ///
  /// One coordinate per village; one that is not a number stands for a village without a position, of which nothing is
  /// known. Villages are taken along a Hilbert curve, so that each search starts near the answer of the one before.
  ///
  /// `accuraciesMetres`, one per village in **metres**, says how far each may lie from its coordinate; answers then carry
  /// a confidence (``ServiceColumn/doubts``). Nil, the default, takes every coordinate as exact and costs nothing.
  ///
  /// `threads`, where given, takes the place of the number that the overlay was made with.
  public func assess(
    _ coordinates: [Coordinate], accuraciesMetres: [Double]? = nil, threads: Int? = nil
  ) async throws -> Assessment {
    let threads = threads ?? self.threads
    let order = HilbertOrder.order(of: coordinates)
    let runs = Parallel.ranges(count: order.count, pieces: threads <= 1 ? 1 : threads * 8)
    let answers = try await Parallel.map(runs, threads: threads) { run in
      self.answer(coordinates, accuraciesMetres, order[run])
    }
    var assessment = Assessment(services: [:], measures: [])
    for service in Service.allCases { assessment.services[service] = ServiceColumn(count: coordinates.count) }
    for (place, (service, _)) in services.enumerated() {
      var column = ServiceColumn(count: coordinates.count)
      for answer in answers { column.scatter(answer.services[place]) }
      assessment.services[service] = column
    }
    for (place, (name, _)) in measures.enumerated() {
      var column = Assessment.MeasureColumn(
        name: name, distancesMetres: [Double](repeating: .nan, count: coordinates.count),
        features: [Int32](repeating: -1, count: coordinates.count))
      for (run, answer) in zip(runs, answers) {
        for (slot, village) in order[run].enumerated() {
          guard let neighbour = answer.measures[place][slot] else { continue }
          column.distancesMetres[Int(village)] = neighbour.distanceMetres
          column.features[Int(village)] = Int32(truncatingIfNeeded: neighbour.feature)
        }
      }
      assessment.measures.append(column)
    }
    return assessment
  }

  private struct Answer: Sendable {
    var services: [ServiceColumn.Slots]
    var measures: [[Neighbour?]]
  }

  private func answer(
    _ coordinates: [Coordinate], _ accuracies: [Double]?, _ order: ArraySlice<UInt32>
  ) -> Answer {
    let columns = services.map { _, indexes in
      var slots = ServiceColumn.Slots(order: order, hasAccuracies: accuracies != nil)
      for (rule, index) in indexes {
        slots.start(rule: rule)
        index.assess(coordinates, accuracies: accuracies, in: order, into: &slots)
      }
      return slots
    }
    let neighbours = measures.map { _, index in
      var column: [Neighbour?] = []
      column.reserveCapacity(order.count)
      index.forEachNearest(of: coordinates, in: order) { _, neighbour in column.append(neighbour) }
      return column
    }
    return Answer(services: columns, measures: neighbours)
  }
}
