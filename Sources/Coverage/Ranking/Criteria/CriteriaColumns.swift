/// The criteria of all villages in columns.
///
/// Values are counted in millionths and weights in hundred-thousandths, both whole numbers. A sum of weighted criteria is then
/// below 11 x 10^8 x 10^6 < 2^53, so whole numbers hold it exactly, and a `Double` does too: two villages compare as the
/// numbers of the project file say, never as rounding has it.
public struct CriteriaColumns: Sendable, Hashable {
  /// The criteria that take part, in the order of `Criterion`: their weight is or may be above 0, and some village has a
  /// value.
  public let criteria: [Criterion]
  /// How many villages there are.
  public let count: Int
  /// Which criteria were not known.
  public let missing: MissingReport
  /// One column per criterion of `criteria`, of one entry per village, in **millionths**.
  let columns: [[Int32]]
  /// One bit per criterion of `criteria`, the first lowest, set where it is not known of the village.
  private let unknown: [UInt16]

  /// How many units of a value make 1.
  static let valueUnits = 1_000_000.0
  /// How many units of a weight make 1.
  static let weightUnits = 100_000.0

  /// The criteria of the villages.
  ///
  /// - Throws: ``RankingError`` when columns of `inputs` differ in length, a saturation is not above 0 or a weight is out of
  ///   range, or no criterion is left. O(villages).
  public init(_ inputs: RankingInputs, _ settings: RankingSettings) throws(RankingError) {
    try inputs.check()
    try settings.check()
    let known = KnownFacts(inputs)
    let (criteria, dropped) = try known.criteria(settings)
    let builder = CriteriaBuilder(inputs, settings, known: known)
    var (columns, entries): ([[Int32]], [MissingReport.Entry]) = ([], [])
    var unknown = [UInt16](repeating: 0, count: inputs.count)
    for (place, criterion) in criteria.enumerated() {
      var column = builder.column(of: criterion)
      column.fill(settings.missing, column.means)
      for (village, _) in column.unknown { unknown[Int(village)] |= 1 << UInt16(place) }
      if !column.unknown.isEmpty {
        entries.append(MissingReport.Entry(criterion: criterion, villages: column.unknown.count))
      }
      columns.append(column.values)
    }
    self.criteria = criteria
    self.columns = columns
    self.unknown = unknown
    count = inputs.count
    missing = MissingReport(rule: settings.missing, entries: entries, dropped: dropped)
  }

  /// Columns as they are, for tests; values from 0 to 1.
  init(criteria: [Criterion], values: [[Double]]) {
    self.init(
      criteria: criteria, columns: values.map { $0.map { Int32(($0 * CriteriaColumns.valueUnits).rounded()) } },
      unknown: [UInt16](repeating: 0, count: values.first?.count ?? 0),
      missing: MissingReport(rule: .zero, entries: [], dropped: []))
  }

  /// The value of a criterion of a village, from 0 to 1; nil for a criterion that takes no part.
  public func value(of criterion: Criterion, village: Int) -> Double? {
    criteria.firstIndex(of: criterion).map { Double(columns[$0][village]) / CriteriaColumns.valueUnits }
  }

  /// Whether a criterion is not known of a village, so that its value is that of the missing rule.
  public func isUnknown(_ criterion: Criterion, village: Int) -> Bool {
    criteria.firstIndex(of: criterion).map { unknown[village] & 1 << UInt16($0) != 0 } ?? false
  }

  /// The same criteria of the villages in another order.
  func reordered(_ order: [UInt32]) -> CriteriaColumns {
    CriteriaColumns(
      criteria: criteria, columns: columns.map { column in order.map { column[Int($0)] } },
      unknown: order.map { unknown[Int($0)] }, missing: missing)
  }

  private init(criteria: [Criterion], columns: [[Int32]], unknown: [UInt16], missing: MissingReport) {
    (self.criteria, self.columns, self.unknown, self.missing) = (criteria, columns, unknown, missing)
    count = unknown.count
  }

  /// The weights of `criteria` in **hundred-thousandths**.
  func weightUnits(_ settings: RankingSettings) -> [Int64] { criteria.map(settings.weightUnits) }
}

extension RankingSettings {
  /// The weight of a criterion in **hundred-thousandths**.
  func weightUnits(of criterion: Criterion) -> Int64 {
    Int64((weights[criterion] * CriteriaColumns.weightUnits).rounded())
  }

  /// Whether every weight is 0 to five decimals, so that nothing tells villages apart.
  public var isWeightless: Bool { Criterion.allCases.allSatisfy { weightUnits(of: $0) == 0 } }

  /// Refuses numbers out of range.
  func check() throws(RankingError) {
    let saturations = [
      ("people", saturation.people), ("fibre", saturation.fibreMetres), ("signal", saturation.signalMetres),
      ("power", saturation.powerMetres), ("poverty", saturation.povertyPercent),
    ]
    for (name, value) in saturations where !(value > 0 && value.isFinite) {
      throw .wrongSetting(what: "the saturation of \(name)", found: value, expected: "a number above 0")
    }
    guard variationPercent >= 0, variationPercent < 100 else {
      throw .wrongSetting(
        what: "the variation of the weights", found: variationPercent,
        expected: "a percentage of at least 0 and below 100")
    }
    for criterion in Criterion.allCases {
      let weight = weights[criterion]
      guard weight >= 0, weight <= RankingSettings.greatestWeight else {
        throw .wrongSetting(
          what: "the weight of \(criterion)", found: weight,
          expected: "a number from 0 to \(Int(RankingSettings.greatestWeight))")
      }
      guard let range = bounds[criterion] else { continue }
      for bound in [range.lowerBound, range.upperBound] where !(0...RankingSettings.greatestWeight).contains(bound) {
        throw .wrongSetting(
          what: "a bound of the weight of \(criterion)", found: bound,
          expected: "a number from 0 to \(Int(RankingSettings.greatestWeight))")
      }
      guard range.contains(weight) else {
        throw .wrongSetting(
          what: "the weight of \(criterion)", found: weight,
          expected: "a number within its bounds, \(range.lowerBound) to \(range.upperBound)")
      }
    }
  }
}
