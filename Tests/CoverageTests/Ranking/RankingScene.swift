@testable import Coverage

/// Villages to rank, as columns.
enum RankingScene {
  /// What is known of one village; by default it has everything.
  struct Village {
    var statuses: [Status] = [.served, .served, .served]
    /// In **metres**, in the order of `Service.allCases`.
    var metres: [Double] = [0, 0, 0]
    var people: Double = 100
    var poverty: Double = 0
    var school = Answer.no
    var healthPost = Answer.no
    var border = Answer.no
  }

  /// Inputs in which the villages stand in the order of their codes.
  static func inputs(_ villages: [Village]) -> RankingInputs {
    var circumstances = Circumstances(count: villages.count)
    circumstances.povertyPercent = villages.map(\.poverty)
    circumstances.schools = villages.map(\.school)
    circumstances.healthPosts = villages.map(\.healthPost)
    circumstances.borderCommunes = villages.map(\.border)
    var services: [Service: RankingInputs.ServiceFacts] = [:]
    for (index, service) in Service.allCases.enumerated() {
      services[service] = RankingInputs.ServiceFacts(
        statuses: villages.map { $0.statuses[index] }, distancesMetres: villages.map { $0.metres[index] })
    }
    return RankingInputs(
      people: villages.map(\.people), order: Array(0..<UInt32(villages.count)), services: services,
      circumstances: circumstances)
  }

  /// Villages of which anything may be missing, unknown or the same as that of another.
  static func villages(_ count: Int, seed: UInt64) -> [Village] {
    var random = SeededRandom(seed: seed)
    func statuses() -> [Status] {
      Service.allCases.map { _ in [.served, .unserved, .unserved, .unknown].randomElement(using: &random) ?? .unknown }
    }
    func answer() -> Answer { Answer.allCases.randomElement(using: &random) ?? .unknown }
    func number(_ range: ClosedRange<Double>) -> Double {
      Int.random(in: 0..<6, using: &random) == 0 ? .nan : .random(in: range, using: &random).rounded()
    }
    return (0..<count).map { _ in
      Village(
        statuses: statuses(), metres: [number(0...12_000), number(0...4000), number(0...6000)],
        people: number(0...1200), poverty: number(0...100), school: answer(), healthPost: answer(), border: answer())
    }
  }

  /// Settings in which the criteria named have these weights and all others 0.
  static func settings(
    _ weights: [Criterion: Double], method: RankingMethod = .weightedSum, missing: MissingRule = .zero
  ) -> RankingSettings {
    var settings = RankingSettings()
    settings.weights = ByCriterion { weights[$0] ?? 0 }
    settings.method = method
    settings.missing = missing
    return settings
  }

  /// Criteria with values from 0 to 1, a row per village, ranked with weights in the order of `criteria`; of equal scores
  /// the first village stands above.
  static func ranking(
    _ rows: [[Double]], _ criteria: [Criterion], weights: [Double], bounds: [ClosedRange<Double>] = [],
    method: RankingMethod = .weightedSum
  ) throws -> Ranking {
    var settings = settings(Dictionary(uniqueKeysWithValues: zip(criteria, weights)), method: method)
    for (criterion, range) in zip(criteria, bounds) { settings.bounds[criterion] = range }
    let columns = criteria.indices.map { index in rows.map { $0[index] } }
    return try Ranking(
      CriteriaColumns(criteria: criteria, values: columns), tieOrder: Array(0..<UInt32(rows.count)),
      settings: settings)
  }
}
