/// One value for each criterion.
public struct ByCriterion<Value> {
  /// The values in the order of `Criterion.allCases`.
  private var values: [Value]

  /// The values that `value` gives.
  public init(_ value: (Criterion) throws -> Value) rethrows {
    values = try Criterion.allCases.map(value)
  }

  /// The value of a criterion.
  public subscript(criterion: Criterion) -> Value {
    get { values[criterion.index] }
    set { values[criterion.index] = newValue }
  }
}

extension ByCriterion: Sendable where Value: Sendable {}
extension ByCriterion: Equatable where Value: Equatable {}
extension ByCriterion: Hashable where Value: Hashable {}

extension Criterion {
  /// The place of the criterion among `allCases`.
  var index: Int {
    switch self {
    case .peopleWithoutFibre: 0
    case .peopleWithoutSignal: 1
    case .peopleWithoutPower: 2
    case .fibreGap: 3
    case .signalGap: 4
    case .powerGap: 5
    case .poverty: 6
    case .schoolWithoutConnection: 7
    case .healthPostWithoutConnection: 8
    case .borderCommune: 9
    case .missingTogether: 10
    }
  }
}
