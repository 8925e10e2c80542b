/// What a ranking starts from: one entry per village in every column.
public struct RankingInputs: Sendable, Hashable {
  /// What is known of one service.
  public struct ServiceFacts: Sendable, Hashable {
    /// Whether each village has the service.
    public var statuses: [Status]
    /// How far each village is from what would serve it, in **metres**, to the decimetre; NaN where unknown.
    public private(set) var distancesMetres: [Double]

    /// The statuses and distances in **metres** of the villages; distances are rounded to the decimetre, as the results
    /// print them, so that a ranking from a result and one from its project are the same.
    public init(statuses: [Status], distancesMetres: [Double]) {
      self.statuses = statuses
      self.distancesMetres = distancesMetres.map { ($0 * 10).rounded() / 10 }
    }

    /// The same of distances that are rounded already.
    fileprivate init(statuses: [Status], roundedMetres: [Double]) {
      self.statuses = statuses
      distancesMetres = roundedMetres
    }
  }

  /// The **people** of each village; NaN where unknown.
  public var people: [Double]
  /// The villages by code, as `Villages.order`; the last word on ties.
  public var order: [UInt32]
  /// Fibre, signal and power, by service; a service that is missing is unknown everywhere.
  public var services: [Service: ServiceFacts]
  /// What is known beside the services.
  public var circumstances: Circumstances

  /// Inputs of columns, one entry per village; `people` in **people**, NaN where unknown, `order` the villages by code.
  public init(
    people: [Double], order: [UInt32], services: [Service: ServiceFacts], circumstances: Circumstances
  ) {
    self.people = people
    self.order = order
    self.services = services
    self.circumstances = circumstances
  }

  /// What the answers of a block say of its villages, which stand by code.
  ///
  /// `assessment` is that of ``CompactAssessment``, whose distances are those that results print.
  public init(people: [Double], compact assessment: Assessment, circumstances: Circumstances) {
    self.init(
      people: people, order: Array(0..<UInt32(truncatingIfNeeded: people.count)),
      services: assessment.services.mapValues {
        ServiceFacts(statuses: $0.statuses, roundedMetres: $0.distancesMetres)
      }, circumstances: circumstances)
  }

  /// What an overlay says of the villages, with the properties that `fields` name.
  ///
  /// - Throws: `Villages.Failure` for the first village with a property that cannot be read.
  public init(
    _ villages: Villages, _ assessment: Assessment, fields: RankingFields = RankingFields()
  ) throws(Villages.Failure) {
    try self.init(villages, assessment, fields: fields, range: 0..<villages.count)
    order = villages.order
  }

  /// The same of some of the villages, which stand in the order of `range` for want of one by code.
  ///
  /// - Throws: `Villages.Failure` for the first of them with a property that cannot be read.
  init(
    _ villages: Villages, _ assessment: Assessment, fields: RankingFields, range: Range<Int>
  ) throws(Villages.Failure) {
    self.init(
      people: Array(villages.people[range]), order: Array(0..<UInt32(truncatingIfNeeded: range.count)),
      services: assessment.services.mapValues {
        ServiceFacts(statuses: Array($0.statuses[range]), distancesMetres: Array($0.distancesMetres[range]))
      },
      circumstances: try Circumstances(villages, fields: fields, range: range))
  }

  /// How many villages there are.
  public var count: Int { people.count }

  /// Checks that all columns have one entry per village and that `order` has each village once.
  func check() throws(RankingError) {
    var columns = [
      ("order", order.count), ("poverty", circumstances.povertyPercent.count),
      ("schools", circumstances.schools.count), ("health posts", circumstances.healthPosts.count),
      ("border communes", circumstances.borderCommunes.count),
    ]
    for (service, facts) in services.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      columns.append(("\(service)", facts.statuses.count))
      columns.append(("\(service) distances", facts.distancesMetres.count))
    }
    for (name, count) in columns where count != self.count {
      throw .unequalColumns(column: name, count: count, expected: self.count)
    }
    var seen = [Bool](repeating: false, count: count)
    for village in order where village < UInt32(count) { seen[Int(village)] = true }
    let distinct = seen.count { $0 }
    if distinct < count { throw .unequalColumns(column: "order", count: distinct, expected: count) }
  }
}
