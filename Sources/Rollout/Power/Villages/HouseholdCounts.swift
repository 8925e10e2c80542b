/// The households that villages are reckoned with.
///
/// Those given, else the people by the size of a household, else the median of the villages of which either is known, the
/// lower one of two; all rounded up, and at least one.
struct HouseholdCounts {
  /// One per village.
  let counts: [Int]
  /// The villages of which neither is known, ascending.
  let assumed: [Int]

  /// Throws ``PowerError`` for numbers that cannot be, and if nothing is known of any village.
  init(_ villages: [PowerVillage], peoplePerHousehold: Double) throws(PowerError) {
    var known: [Int?] = []
    for (index, village) in villages.enumerated() {
      for count in [village.households, village.people] {
        if let count, !(count >= 0 && count < 1e6) { throw .unusableCount(village: index, count: count) }
      }
      let households = village.households ?? village.people.map { $0 / peoplePerHousehold }
      known.append(households.map { max(1, Int($0.rounded(.up))) })
    }
    let sorted = known.compactMap { $0 }.sorted()
    if sorted.isEmpty, !villages.isEmpty { throw .noHouseholds }
    let median = sorted.isEmpty ? 1 : sorted[(sorted.count - 1) / 2]
    counts = known.map { $0 ?? median }
    assumed = known.indices.filter { known[$0] == nil }
  }
}
