import GeoFormats
import Geospatial

extension AssessedVillages {
  /// What a run of the features of a result says, its texts aside, taken while the run's bytes are still at hand.
  struct Run: Sendable {
    fileprivate let villages: Villages
    fileprivate let fields: Set<VillageField>
    fileprivate let services: [(statuses: [Status], distances: [Double])]
    /// The least and the greatest code where all are numbers and ascend; nil where they do not.
    fileprivate let numbers: ClosedRange<UInt64>?

    /// The answers of a run; nil when a feature of it is not plainly as an analysis writes it.
    init?(_ layer: Layer) {
      var keys: [VillageField: Int] = [:]
      for field in VillageField.allCases { keys[field] = layer.attributes.index(ofKey: field.rawValue) }
      guard layer.count > 0, keys[.code] != nil,
        let villages = try? Villages(layer, keys: keys, codeSource: .property, areInOrder: true)
      else { return nil }
      var services: [(statuses: [Status], distances: [Double])] = []
      for service in Service.allCases {
        guard let answers = try? ResultColumns(service, layer).answers(of: 0..<layer.count) else { return nil }
        services.append(answers)
      }
      self.villages = villages
      self.services = services
      fields = Set(
        keys.filter { _, key in (0..<layer.count).contains { layer.attributes.hasValue(ofFeature: $0, key: key) } }.keys
      )
      numbers = Run.ascending(villages.codes)
    }

    private static func ascending(_ codes: [String]) -> ClosedRange<UInt64>? {
      guard let first = codes.first.flatMap(VillageCodes.number) else { return nil }
      var last = first
      for code in codes.dropFirst() {
        guard let number = VillageCodes.number(code), number > last else { return nil }
        last = number
      }
      return first...last
    }
  }

  /// Reads a result run by run on `threads` threads; nil when it is not plainly one that an analysis wrote, of which
  /// ``init(_:threads:)`` tells what is wrong.
  public static func read(_ blocks: GeoJSONBlocks, threads: Int) async throws -> AssessedVillages? {
    var columns = Columns()
    guard let layer = try await blocks.layer(threads: threads, { Run($0) }, take: { columns.append($0) }),
      layer.count > 0, isResult(layer)
    else { return nil }
    return columns.villages(of: layer)
  }

  /// The columns of the runs, one behind the other.
  private struct Columns {
    private var coordinates: [Coordinate] = []
    private var codes: [String] = []
    private var people: [Double] = []
    private var households: [Double] = []
    private var services = Service.allCases.map { _ in ServiceColumn(count: 0) }
    private var fields: Set<VillageField> = []
    private var lastNumber: UInt64?
    private var areInOrder = true

    mutating func append(_ run: Run) {
      coordinates += run.villages.coordinates
      codes += run.villages.codes
      people += run.villages.people
      households += run.villages.households
      fields.formUnion(run.fields)
      for (place, answers) in run.services.enumerated() {
        services[place].statuses += answers.statuses
        services[place].distancesMetres += answers.distances
      }
      if let numbers = run.numbers, lastNumber.map({ $0 < numbers.lowerBound }) ?? true {
        lastNumber = numbers.upperBound
      } else {
        areInOrder = false
      }
    }

    /// All villages, which have the columns of `layer`; nil when a code stands twice.
    func villages(of layer: Layer) -> AssessedVillages? {
      let order = areInOrder ? Array(0..<UInt32(truncatingIfNeeded: codes.count)) : try? VillageCodes.order(codes)
      guard let order else { return nil }
      var keys: [VillageField: Int] = [:]
      for field in fields { keys[field] = layer.attributes.index(ofKey: field.rawValue) }
      var columns: [Service: ServiceColumn] = [:]
      for (service, var column) in zip(Service.allCases, services) {
        column.features = [Int32](repeating: -1, count: layer.count)
        column.rules = [Int8](repeating: -1, count: layer.count)
        columns[service] = column
      }
      return AssessedVillages(
        Villages(
          layer, keys: keys, coordinates: coordinates, codes: codes, order: order, people: people,
          households: households), Assessment(services: columns, measures: []))
    }
  }
}
