import Rollout

/// One service of a plan: whom it may serve, and how what serves them is chosen.
///
/// Villages inside are places in the list `villages` of the part; items come out with villages of the whole project.
struct PlanPart: Sendable {
  /// What a part builds to serve everybody it can.
  struct Whole: Sendable {
    /// What is built.
    var items: [PlanItem]
    /// The least that it costs to build.
    var lowerBound: Int
    /// What building it costs, in whole units of the **currency**.
    var cost: Int
  }

  /// The service.
  let service: PlannedService
  /// The villages of the project that it may serve, ascending.
  let villages: [Int]
  /// The villages of the project that it must serve.
  let required: [Int]
  /// The villages of the project that it can serve in no way, each with the reason.
  let unreachable: [Plan.Unreached]
  /// What is chosen when a unit of benefit is worth a price; `benefits` are those of `villages`.
  let choose: @Sendable (_ price: Int, _ benefits: [Int]) throws -> PricedChoice
  /// What serves everybody for the least money.
  let whole: @Sendable () throws -> Whole
  /// What is to be told.
  var remarks: [String] = []
  /// Whether its network is so large that a choice takes many seconds.
  var isLarge = false
  /// Everything that may be built, where that is so little that everything can be tried; villages are those of the project.
  var joint: Joint?

  /// Everything that may be built for a service.
  enum Joint: Sendable {
    case forest(JointForest)
    case sites(JointSites)
  }

  /// The benefits of the villages; nothing for those that cannot be served.
  func benefits(_ all: Benefits) -> [Int] {
    let never = Set(unreachable.map(\.village))
    return villages.map { never.contains($0) ? 0 : all.units($0, service) }
  }

  /// The villages that must be served and can be.
  var reachableRequired: Set<Int> { Set(required).subtracting(unreachable.map(\.village)) }
}

extension [PlanItem] {
  /// The items with their villages, places in a list of some villages of the project, as villages of the project.
  func placed(_ villages: [Int]) -> [PlanItem] {
    map { item in
      var item = item
      item.villages = item.villages.map { villages[$0] }
      return item
    }
  }

  /// The items of several lists in one, with `needs` by their places there.
  static func joined(_ lists: [[PlanItem]]) -> [PlanItem] {
    var all: [PlanItem] = []
    for list in lists {
      let offset = all.count
      all += list.map { item in
        var item = item
        item.needs = item.needs.map { $0 + offset }
        return item
      }
    }
    return all
  }
}
