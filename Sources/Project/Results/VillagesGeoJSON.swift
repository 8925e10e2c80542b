import Coverage
import GeoFormats
import Geospatial

/// Writes `villages.geojson`: one feature per village, by code, with status and distance for each service,
/// and with its score and rank.
///
/// Where some village has an accuracy above 0, each service also has a column such as `fibre_confidence`: `certain`,
/// `doubtful`, or null where nothing is known. Villages whose commune was inferred from their position, and only they,
/// have `commune_inferred`, which is true.
public struct VillagesGeoJSON: Sendable {
  private let villages: Villages
  private let assessment: Assessment
  private let scores: VillageScores?
  private let columns: VillageColumns
  private let services: [ServiceColumn]
  /// Features made at a time by one task.
  private static let featuresPerBlock = 2048
  /// About how much room a feature takes, rather more than less, in **bytes**.
  private static let bytesPerFeature = 640

  /// A writer of the villages of an analysis.
  public init(_ analysis: Analysis) {
    villages = analysis.inputs.villages
    assessment = analysis.assessment
    scores = analysis.scores
    columns = VillageColumns(villages, assessment)
    let assessment = assessment
    services = Service.allCases.map { assessment[$0] }
  }

  /// A writer of a block of villages, which stand in the order of their codes.
  init(_ villages: Villages, _ assessment: Assessment, _ scores: VillageScores?, _ columns: VillageColumns) {
    (self.villages, self.assessment, self.scores, self.columns) = (villages, assessment, scores, columns)
    services = Service.allCases.map { assessment[$0] }
  }

  /// Writes all features, in blocks made on `threads` threads; the bytes do not depend on their number.
  public func write(to file: AtomicFile, threads: Int) async throws {
    try await write(threads: threads) { try file.write($0) }
  }

  /// The same features as a layer, called `villages`, for other formats; read with the properties `keys`.
  public func layer(keys: [String] = [], threads: Int) async throws -> Layer {
    var bytes: [UInt8] = []
    try await write(threads: threads) { bytes.append(contentsOf: $0) }
    return try await LayerReader.read(geoJSON: bytes, name: "villages", keys: keys, threads: threads)
  }

  /// The types of the columns that are made here, also when no village has a value.
  var columnKinds: [String: AttributeColumn.Kind] {
    var kinds: [String: AttributeColumn.Kind] = ["missing": .integer, "score": .real, "rank": .integer]
    for service in Service.allCases { kinds["\(service.rawValue)_distance_m"] = .real }
    for measure in assessment.measures { kinds[measure.name] = .real }
    return kinds
  }

  private func write(threads: Int, _ output: ([UInt8]) throws -> Void) async throws {
    try output(VillagesGeoJSON.header(VillagesGeoJSON.boundingBox(of: villages)))
    let count = villages.count
    let blocks = stride(from: 0, to: count, by: VillagesGeoJSON.featuresPerBlock).map {
      $0..<min($0 + VillagesGeoJSON.featuresPerBlock, count)
    }
    try await Parallel.forEachOrdered(blocks, threads: threads) { block in
      self.features(block, startsFile: block.lowerBound == 0)
    } consume: { _, bytes in
      try output(bytes)
    }
    try output(GeoJSONWriter.footer)
  }

  /// Everything before the first feature.
  static func header(_ box: BoundingBox) -> [UInt8] { GeoJSONWriter.header(name: "villages", boundingBox: box) }

  /// The box around the villages that have a position.
  static func boundingBox(of villages: Villages) -> BoundingBox {
    villages.coordinates.reduce(into: BoundingBox.empty) { box, coordinate in
      if !coordinate.longitude.isNaN { box.include(coordinate) }
    }
  }

  /// The features at these places in the order of the codes, each behind a separator but the very first of the file.
  func features(_ places: Range<Int>, startsFile: Bool) -> [UInt8] {
    TextCursor.text(of: places, bytesPerItem: VillagesGeoJSON.bytesPerFeature) { place, text in
      if place > places.lowerBound || !startsFile { text.append(text: ",\n") }
      append(village: Int(villages.order[place]), to: &text)
    }
  }

  private func append(village: Int, to text: inout TextCursor) {
    text.append(text: "{\"type\":\"Feature\",\"properties\":{")
    for field in columns.fields {
      text.append(piece: field.key, of: columns.pieces)
      append(field, village: village, to: &text)
    }
    text.append(piece: columns.emptyFields, of: columns.pieces)
    if columns.hasInferredCommunes, villages.communeSources[village] == .inferred {
      text.append(text: ",\"commune_inferred\":true")
    }
    var missing = 0
    for index in services.indices {
      let status = services[index].statuses[village]
      text.append(piece: columns.serviceText(index, status), of: columns.pieces)
      if status == .unserved { missing += 1 }
      text.append(fixed: services[index].distancesMetres[village], decimals: 1)
      if !columns.confidenceKeys.isEmpty { appendConfidence(service: index, village: village, to: &text) }
    }
    text.append(text: ",\"missing\":")
    text.append(integer: missing)
    if let scores {
      text.append(text: ",\"score\":")
      text.append(fixed: Double(scores.hundredths[village]) / 100, decimals: 2)
      text.append(text: ",\"rank\":")
      text.append(integer: Int(scores.ranks[village]))
    } else {
      text.append(text: ",\"score\":null,\"rank\":null")
    }
    for (index, key) in columns.measureKeys.enumerated() {
      text.append(piece: key, of: columns.pieces)
      text.append(fixed: assessment.measures[index].distancesMetres[village], decimals: 1)
    }
    appendCarried(village: village, to: &text)
    text.append(text: "},\"geometry\":")
    GeoJSONWriter.append(point: villages.coordinates[village], to: &text)
    text.append(text: "}")
  }

  private func appendConfidence(service: Int, village: Int, to text: inout TextCursor) {
    text.append(piece: columns.confidenceKeys[service], of: columns.pieces)
    switch services[service].confidence(ofVillage: village) {
    case .certain: text.append(text: "\"certain\"")
    case .doubtful: text.append(text: "\"doubtful\"")
    case nil: text.append(text: "null")
    }
  }

  /// A field's value: text for codes and names, a number for people and households, null where nothing is known.
  @inline(__always)
  private func append(_ column: VillageColumns.Field, village: Int, to text: inout TextCursor) {
    switch column.field {
    case .code: text.append(string: villages.codes[village])
    case .population: text.append(number: villages.people[village])
    case .households: text.append(number: villages.households[village])
    default:
      if let key = column.source, appendText(ofKey: key, village: village, to: &text) { return }
      guard let value = villages.text(of: column.field, village: village) else {
        text.append(text: "null")
        return
      }
      text.append(string: NormalForm.composed(value))
    }
  }

  /// The text of the village's own property, straight from the bytes of its file where these are in order already.
  @inline(__always)
  private func appendText(ofKey key: Int, village: Int, to text: inout TextCursor) -> Bool {
    villages.layer.attributes.withValueBytes(ofFeature: village, key: key) { value in
      guard value.count > 2, value[0] == UInt8(ascii: "\""), NormalForm.isPlain(value) else { return false }
      text.append(contentsOf: value)
      return true
    }
  }

  /// Everything else that the input said of the village, byte for byte.
  @inline(__always)
  private func appendCarried(village: Int, to text: inout TextCursor) {
    villages.layer.attributes.forEachMember(ofFeature: village) { key, value, member in
      switch columns.carriage(of: key) {
      case .replaced: return
      case .whole:
        text.append(UInt8(ascii: ","))
        if !member.isEmpty {
          text.append(contentsOf: member)
          return
        }
        text.append(UInt8(ascii: "\""))
        text.append(contentsOf: key)
        text.append(text: "\":")
      case .renamed:
        text.append(text: ",\"")
        text.append(contentsOf: key)
        text.append(text: "_input\":")
      }
      text.append(contentsOf: value)
    }
  }
}
