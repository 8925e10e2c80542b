import Geospatial
import Rollout

/// What a plan may build, before the years are decided.
struct PlanCandidates: Sendable {
  /// What may be built, for all services; `needs` are places in this list.
  var items: [PlanItem]

  /// The items of several services, with what one saves by another: a site in a village that gets a grid is fed by it instead
  /// of panels of its own, and a site where a new cable ends takes its backhaul from there instead of radio or satellite.
  /// Both then wait for what they need.
  ///
  /// O(items), but for the search of places.
  init(_ lists: [[PlanItem]]) {
    items = [PlanItem].joined(lists)
    share()
  }

  private mutating func share() {
    var gridAt: [Coordinate: Int] = [:]
    var cableAt: [Coordinate: Int] = [:]
    for (place, item) in items.enumerated() {
      guard case .point(let coordinate) = item.shape else { continue }
      switch item.kind {
      case .gridVillage, .miniGrid: gridAt[coordinate] = place
      case .fibreVillage: cableAt[coordinate] = place
      default: continue
      }
    }
    var isSpared = [Bool](repeating: false, count: items.count)
    let dependents = counts(of: items)
    for place in items.indices where [.tower, .towerUpgrade].contains(items[place].kind) {
      guard case .point(let coordinate) = items[place].shape else { continue }
      items[place].needs = items[place].needs.map { need in
        // What others need as well stays.
        guard dependents[need] == 1 else { return need }
        switch items[need].kind {
        case .siteSolar:
          guard let grid = gridAt[coordinate] else { return need }
          isSpared[need] = true
          return grid
        case .microwaveHop, .satelliteBackhaul, .cable:
          guard items[need].service == .signal, let cable = cableAt[coordinate] else { return need }
          isSpared[need] = true
          return cable
        default: return need
        }
      }
    }
    remove(isSpared)
  }

  /// How many items need each item.
  private func counts(of items: [PlanItem]) -> [Int] {
    var counts = [Int](repeating: 0, count: items.count)
    for item in items { for need in item.needs { counts[need] += 1 } }
    return counts
  }

  private mutating func remove(_ isSpared: [Bool]) {
    guard isSpared.contains(true) else { return }
    // What only spared items need is spared with them.
    var isSpared = isSpared
    var counts = [Int](repeating: 0, count: items.count)
    for (place, item) in items.enumerated() where !isSpared[place] { for need in item.needs { counts[need] += 1 } }
    var pending = isSpared.indices.filter { isSpared[$0] }
    while let place = pending.popLast() {
      for need in items[place].needs where !isSpared[need] && counts[need] == 0 && items[need].villages.isEmpty {
        isSpared[need] = true
        for below in items[need].needs { counts[below] -= 1 }
        pending.append(need)
      }
    }
    var numbers = [Int](repeating: -1, count: items.count)
    var kept: [PlanItem] = []
    for place in items.indices where !isSpared[place] {
      numbers[place] = kept.count
      kept.append(items[place])
    }
    items = kept.map { item in
      var item = item
      item.needs = item.needs.map { numbers[$0] }.filter { $0 >= 0 }
      return item
    }
  }
}
