import Coverage

/// A figure that a condition may ask for.
public enum CheckFigure: Hashable, Sendable {
  /// How many villages there are.
  case villages
  /// How many people live in them, where that is known.
  case people
  /// A figure of a service.
  case service(Service, Part)
  /// How the target of a service stands.
  case target(Service)

  /// The figures of a service.
  public enum Part: String, CaseIterable, Sendable {
    case served, unserved, unknown, share
    case peopleUnserved = "people_unserved"
  }

  /// Every figure there is.
  public static var all: [CheckFigure] {
    [.villages, .people]
      + Service.allCases.flatMap { service in Part.allCases.map { .service(service, $0) } + [.target(service)] }
  }

  /// The name in conditions.
  public var name: String {
    switch self {
    case .villages: "villages"
    case .people: "people"
    case .service(let service, let part): "\(service).\(part.rawValue)"
    case .target(let service): "target.\(service)"
    }
  }

  /// Whether it is a word and no number.
  var isWord: Bool { if case .target = self { true } else { false } }
}

/// The figures of an analysis, for conditions.
public struct CheckFigures: Sendable {
  private let summary: Summary
  private let targets: [TargetProgress]

  /// The figures of a summary, and how its targets stand.
  public init(_ summary: Summary, targets: [TargetProgress]) {
    self.summary = summary
    self.targets = targets
  }

  /// The value of a figure; nil of a target where there is none, and of a share of no villages.
  public subscript(figure: CheckFigure) -> FailCondition.Value? {
    switch figure {
    case .villages: return .number(Double(summary.all.total.villages))
    case .people: return .number(summary.all.total.people)
    case .target(let service):
      let states = targets.filter { $0.target.service == service }.map(\.state)
      let order: [TargetProgress.State] = [.late, .unknown, .onTrack, .reached]
      return order.first(where: states.contains).map { .state($0) }
    case .service(let service, let part):
      switch part {
      case .served: return .number(Double(summary.all[service, .served].villages))
      case .unserved: return .number(Double(summary.all[service, .unserved].villages))
      case .unknown: return .number(Double(summary.all[service, .unknown].villages))
      case .peopleUnserved: return .number(summary.all[service, .unserved].people)
      case .share:
        let all = summary.all.total.villages
        return all == 0 ? nil : .number(Double(summary.all[service, .served].villages) * 100 / Double(all))
      }
    }
  }
}
