import Coverage
import GRDB

/// A village as a history describes it.
struct StoredVillage: Hashable, Sendable {
  /// The texts of ``fields``, the code first.
  var texts: [String?]
  /// People, households, longitude and latitude in **degrees**.
  var numbers: [Double?]

  /// The fields that are texts, in the order of their columns.
  static let fields: [VillageField] = [
    .code, .name, .communeCode, .communeCode2025, .commune, .district, .province, .province2025,
  ]
  static let numberNames = ["population", "households", "longitude", "latitude"]
  static let columns = fields.map(\.rawValue) + numberNames

  /// Village `village` of a result.
  init(_ villages: Villages, _ village: Int) {
    texts = Self.fields.map { $0 == .code ? villages.codes[village] : villages.text(of: $0, village: village) }
    let place = villages.coordinates[village]
    numbers = [villages.people[village], villages.households[village], place.longitude, place.latitude]
      .map { $0.isNaN ? nil : $0 }
  }

  /// A village of a row that has ``columns`` from column `first` on.
  init(_ row: Row, first: Int) {
    texts = Self.fields.indices.map { row[first + $0] }
    numbers = Self.numberNames.indices.map { row[first + Self.fields.count + $0] }
  }

  var code: String { texts.first.flatMap { $0 } ?? "" }

  /// The values of ``columns``.
  var values: [(any DatabaseValueConvertible)?] { texts.map { $0 } + numbers.map { $0 } }
}

/// What a run said of a village.
struct StoredAnswer: Hashable, Sendable {
  /// The status of each service, in their order.
  var statuses: [Status]
  /// The distance to each in **metres**, in their order; nil where nothing is known.
  var distancesMetres: [Double?]
  /// The score in **hundredths**; nil where there is none.
  var score: Int?

  static let columns = Service.allCases.flatMap { [$0.rawValue, "\($0.rawValue)_distance_m"] } + ["score"]

  /// What a result says of village `village`, with its score in **hundredths**.
  init(_ assessment: Assessment, _ village: Int, score: Int?) {
    let columns = Service.allCases.map { assessment[$0] }
    statuses = columns.map { $0.statuses[village] }
    distancesMetres = columns.map { $0.distancesMetres[village].isNaN ? nil : $0.distancesMetres[village] }
    self.score = score
  }

  /// An answer of a row that has ``columns`` from column `first` on.
  init(_ row: Row, first: Int) {
    statuses = Service.allCases.indices.map { Status(word: row[first + 2 * $0]) }
    distancesMetres = Service.allCases.indices.map { row[first + 2 * $0 + 1] }
    score = row[first + 2 * Service.allCases.count]
  }

  /// The values of ``columns``.
  var values: [(any DatabaseValueConvertible)?] {
    zip(statuses, distancesMetres).flatMap { [$0.description, $1] as [(any DatabaseValueConvertible)?] } + [score]
  }
}

extension Status {
  /// The status that a word spells; unknown where it spells none.
  fileprivate init(word: String) {
    self = Status.allCases.first { $0.description == word } ?? .unknown
  }
}
