import GeoFormats
import Geospatial

/// The villages of an analysis as a table: the properties of their file and further columns beside them, by name.
///
/// A further column hides a property of the same name, as the rank of a query hides the rank that a file carries.
public struct VillageTable: Sendable {
  /// The villages; row `i` of the table is village `i`.
  public let assessed: AssessedVillages
  /// The columns that are not of the file, in the order in which they were added.
  public private(set) var computed: [VillageColumn] = []

  /// A table of the properties that the layer was read with.
  public init(_ assessed: AssessedVillages) { self.assessed = assessed }

  /// How many villages there are.
  public var count: Int { assessed.villages.count }

  /// Adds a column, in place of one of the same name.
  public mutating func add(_ column: VillageColumn) {
    computed.removeAll { $0.name == column.name }
    computed.append(column)
  }

  /// The column of a name; nil where there is none. A property must be among the keys that the layer was read with, and some
  /// village must have it.
  public func column(_ name: String) -> VillageColumn? {
    if let column = computed.first(where: { $0.name == name }) { return column }
    let attributes = assessed.villages.layer.attributes
    guard let key = attributes.index(ofKey: name),
      (0..<count).contains(where: { attributes.hasValue(ofFeature: $0, key: key) })
    else { return nil }
    return VillageColumn(name: name, values: .property(key: key))
  }

  /// The names of all columns that a query may use: those worked out, then the properties of the first villages.
  public var names: [String] {
    let own = computed.map(\.name)
    return own + assessed.villages.layer.propertyNames(limit: 1000).filter { !own.contains($0) }
  }

  /// The value of a column at a village; nil where there is none.
  public func value(_ column: VillageColumn, village: Int) -> AttributeValue? {
    switch column.values {
    case .property(let key): assessed.villages.layer.attributes.value(ofFeature: village, key: key)
    case .integers(let numbers): .number(Double(numbers[village]))
    case .numbers(let numbers, _): numbers[village].isNaN ? nil : .number(numbers[village])
    case .texts(let texts): texts[village].map { .text($0) }
    case .flags(let flags): .boolean(flags[village])
    }
  }

  /// What outputs show of a column at a village; the numbers of a file as the file writes them.
  public func cell(_ column: VillageColumn, village: Int) -> VillageCell {
    switch column.values {
    case .numbers(let numbers, let decimals): return VillageCell(numbers[village], decimals: decimals)
    case .integers(let numbers): return VillageCell(numbers[village])
    case .texts(let texts): return texts[village].map { .text($0) } ?? .none
    case .flags(let flags): return .literal(flags[village] ? "true" : "false")
    case .property(let key):
      let attributes = assessed.villages.layer.attributes
      let value = attributes.value(ofFeature: village, key: key)
      guard case .number = value else { return VillageCell(value) }
      return attributes.withValueBytes(ofFeature: village, key: key) { .literal(String(decoding: $0, as: UTF8.self)) }
    }
  }

  /// Whether every value that a column has among `villages` is a number, and there is one.
  public func isNumeric(_ column: VillageColumn, among villages: some Sequence<Int>) -> Bool {
    switch column.values {
    case .integers, .numbers: return true
    case .texts, .flags: return false
    case .property:
      var hasNumber = false
      for village in villages {
        switch value(column, village: village) {
        case nil, .null: continue
        case .number: hasNumber = true
        default: return false
        }
      }
      return hasNumber
    }
  }
}
