import Coverage
import GeoFormats

/// The columns of `villages.geojson`: their names in order, and which input properties are carried behind them.
struct VillageColumns: Sendable {
  /// The names of PhuSong's own columns as JSON keys: `"code":`.
  let fieldKeys: [(field: VillageField, key: [UInt8])]
  let serviceKeys: [(service: Service, status: [UInt8], distance: [UInt8])]
  let measureKeys: [[UInt8]]
  /// Names of own columns by their length, as UTF-8, for a quick look at each input property.
  private let takenByLength: [[[UInt8]]]
  /// The input properties that a column of the same name already holds.
  private let sameName: Set<[UInt8]>

  init(_ villages: Villages, _ assessment: Assessment) {
    fieldKeys = VillageField.allCases.map { ($0, VillageColumns.key($0.rawValue)) }
    serviceKeys = Service.allCases.map {
      ($0, VillageColumns.key($0.rawValue), VillageColumns.key("\($0.rawValue)_distance_m"))
    }
    measureKeys = assessment.measures.map { VillageColumns.key($0.name) }
    let names = Measure.reservedNames + assessment.measures.map(\.name)
    var byLength = [[[UInt8]]](repeating: [], count: (names.map(\.utf8.count).max() ?? 0) + 1)
    for name in names { byLength[name.utf8.count].append(Array(name.utf8)) }
    takenByLength = byLength
    sameName = Set(
      villages.keys.compactMap { field, key in
        villages.layer.attributes.keys[key] == field.rawValue ? Array(field.rawValue.utf8) : nil
      })
  }

  private static func key(_ name: String) -> [UInt8] {
    var bytes: [UInt8] = []
    JSONText.append(name, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    return bytes
  }

  /// How an input property is carried.
  enum Carriage {
    /// As it is.
    case whole
    /// Under its name with `_input` behind, for PhuSong has a column of that name.
    case renamed
    /// Not at all, for the column of that name is made from it.
    case replaced
  }

  /// How the input property with this key, as JSON bytes without quotes, is carried.
  @inline(__always)
  func carriage(of key: UnsafeBufferPointer<UInt8>) -> Carriage {
    guard key.count < takenByLength.count, !takenByLength[key.count].isEmpty else { return .whole }
    return slowCarriage(of: key)
  }

  private func slowCarriage(of key: UnsafeBufferPointer<UInt8>) -> Carriage {
    guard takenByLength[key.count].contains(where: { $0.elementsEqual(key) }) else { return .whole }
    return sameName.contains(Array(key)) ? .replaced : .renamed
  }
}
