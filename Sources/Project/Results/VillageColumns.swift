import Coverage
import GeoFormats

/// The columns of `villages.geojson`: their names in order, and which input properties are carried behind them.
struct VillageColumns: Sendable {
  /// A field of the villages and where its values come from.
  struct Field: Sendable {
    var field: VillageField
    /// The piece that stands before its value: the fields before it that no village has, with null, and its JSON key.
    var key: Int
    /// Which key of the villages' own attributes has it; nil when none.
    var source: Int?
  }

  /// The fields that some village may have.
  let fields: [Field]
  /// The texts of all columns.
  let pieces: TextPieces
  /// The piece with the fields behind them, which no village has, with null.
  let emptyFields: Int
  /// Of each service, by status, the piece that stands before its distance.
  private let serviceTexts: [Int]
  /// The pieces with the keys of the confidences, one per service; empty when positions count as exact.
  let confidenceKeys: [Int]
  /// Whether some village has an inferred commune, and so the column that says it.
  let hasInferredCommunes: Bool
  /// The pieces with the keys of the measures.
  let measureKeys: [Int]
  /// Names of own columns as UTF-8, one behind the other, the short ones first, for a quick look at each input property.
  private let takenNames: [UInt8]
  /// How each of them is carried.
  private let takenCarriages: [Carriage]
  /// Where the names of each length begin, in bytes and in names, up to one past the longest.
  private let takenStarts: [(byte: Int, name: Int)]

  init(_ villages: Villages, _ assessment: Assessment) {
    self.init(
      villages, measures: assessment.measures.map(\.name), hasConfidence: assessment.hasConfidence,
      hasInferredCommunes: villages.communeSources.contains(.inferred))
  }

  /// The columns of a file of which `villages` may be a block.
  init(_ villages: Villages, measures: [String], hasConfidence: Bool, hasInferredCommunes: Bool) {
    var fields: [Field] = []
    var pending: [UInt8] = []
    var pieces = TextPieces()
    for field in VillageField.allCases {
      let joined =
        field.isAdministrative && (villages.units != nil || villages.areas.contains { $0.keys[field] != nil })
      pending += VillageColumns.key(field.rawValue, isFirst: field == .code)
      if villages.keys[field] == nil, !joined, field != .code {
        pending.append(text: "null")
      } else {
        fields.append(Field(field: field, key: pieces.add(pending), source: villages.keys[field]))
        pending = []
      }
    }
    (self.fields, emptyFields) = (fields, pieces.add(pending))
    serviceTexts = Service.allCases.flatMap { service in
      Status.allCases.map { status in
        pieces.add(
          VillageColumns.key(service.rawValue) + Array("\"\(status)\"".utf8)
            + VillageColumns.key("\(service.rawValue)_distance_m"))
      }
    }
    confidenceKeys =
      hasConfidence ? Service.allCases.map { pieces.add(VillageColumns.key("\($0.rawValue)_confidence")) } : []
    self.hasInferredCommunes = hasInferredCommunes
    measureKeys = measures.map { pieces.add(VillageColumns.key($0)) }
    self.pieces = pieces
    // The columns that are made from an input property of the same name, and as it stands.
    let attributes = villages.layer.attributes
    let sameName = villages.keys.compactMap { field, key in
      attributes.keys[key] == field.rawValue && !attributes.isDerived(key: key) ? field.rawValue : nil
    }
    let names = Measure.reservedNames + measures
    let sorted = names.sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    takenNames = sorted.flatMap { Array($0.utf8) }
    takenCarriages = sorted.map { sameName.contains($0) ? .replaced : .renamed }
    takenStarts = (0...((sorted.last?.utf8.count ?? 0) + 1)).map { length in
      let name = sorted.firstIndex { $0.utf8.count >= length } ?? sorted.count
      return (sorted[..<name].reduce(0) { $0 + $1.utf8.count }, name)
    }
  }

  /// The piece that stands before the distance of a service, by its place.
  @inline(__always)
  func serviceText(_ service: Int, _ status: Status) -> Int {
    serviceTexts[service * Status.allCases.count + Int(status.rawValue)]
  }

  private static func key(_ name: String, isFirst: Bool = false) -> [UInt8] {
    var bytes: [UInt8] = isFirst ? [] : [UInt8(ascii: ",")]
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

  private static let suffix = Array("_input".utf8)

  /// How the input property with this key, as JSON bytes without quotes, is carried.
  ///
  /// A name that is a taken one with `_input` behind, as in an output that is analysed again, gets one more, so that no two
  /// properties ever come to the same name.
  @inline(__always)
  func carriage(of key: UnsafeBufferPointer<UInt8>) -> Carriage {
    if key.contains(UInt8(ascii: "\\")) {
      return carriage(ofPlain: Array(JSONText.unescaped(key).utf8)[...])
    }
    if key.last == VillageColumns.suffix.last { return carriage(ofPlain: Array(key)[...]) }
    return taken(key) ?? .whole
  }

  private func carriage(ofPlain name: ArraySlice<UInt8>) -> Carriage {
    if let carriage = taken(name) { return carriage }
    let (base, end) = (name.dropLast(VillageColumns.suffix.count), name.suffix(VillageColumns.suffix.count))
    guard !base.isEmpty, end.elementsEqual(VillageColumns.suffix) else { return .whole }
    return carriage(ofPlain: base) == .renamed ? .renamed : .whole
  }

  @inline(__always)
  private func taken(_ name: some Collection<UInt8>) -> Carriage? {
    let length = name.count
    guard length + 1 < takenStarts.count else { return nil }
    var start = takenStarts[length].byte
    for place in takenStarts[length].name..<takenStarts[length + 1].name {
      var at = start
      let isTaken = name.allSatisfy { letter in
        defer { at &+= 1 }
        return takenNames[at] == letter
      }
      if isTaken { return takenCarriages[place] }
      start += length
    }
    return nil
  }
}
