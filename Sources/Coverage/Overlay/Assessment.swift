/// What the overlay says of every village: a column per service and per extra measure, in the order of the villages.
public struct Assessment: Sendable, Hashable {
  /// Fibre, signal and power, by service.
  public var services: [Service: ServiceColumn]
  /// The extra distances that were asked for.
  public var measures: [MeasureColumn]

  /// The distance of every village to the nearest feature of a layer.
  public struct MeasureColumn: Sendable, Hashable {
    /// The name of the column.
    public var name: String
    /// In **metres**; NaN where nothing is known.
    public var distancesMetres: [Double]
    /// The nearest feature, by its place in the layer; -1 where none.
    public var features: [Int32]
  }

  /// The column of a service; all unknown when the service was not assessed.
  public subscript(service: Service) -> ServiceColumn {
    services[service] ?? ServiceColumn(count: services.values.first?.statuses.count ?? 0)
  }

  /// Whether answers carry a confidence, because some village has an accuracy above 0.
  public var hasConfidence: Bool { services.values.contains { !$0.doubts.isEmpty } }

  /// The assessment with every doubtful answer unknown; see ``ServiceColumn/withDoubtsUnknown``.
  public var withDoubtsUnknown: Assessment {
    var assessment = self
    assessment.services = services.mapValues(\.withDoubtsUnknown)
    return assessment
  }

  /// How many services a village certainly lacks.
  @inline(__always)
  public func missing(village: Int) -> Int {
    Service.allCases.count { services[$0]?.statuses[village] == .unserved }
  }
}
