import GeoFormats
import Geospatial

extension VillageTable {
  /// The villages in the order of a column: numbers by value, words as in a Vietnamese dictionary, false before true, the
  /// villages without a value last in either direction. Equal ones stay in the order in which they come. O(n log n).
  public func ordered(_ villages: [Int], by column: VillageColumn, descending: Bool) -> [Int] {
    var keyed: [(village: Int, key: OrderKey)] = []
    var unknown: [Int] = []
    keyed.reserveCapacity(villages.count)
    for village in villages {
      guard let value = value(column, village: village), let key = OrderKey(value) else {
        unknown.append(village)
        continue
      }
      keyed.append((village, key))
    }
    // Sorting is stable, so that what is equal keeps its order in both directions.
    if descending {
      keyed.sort { $1.key < $0.key }
    } else {
      keyed.sort { $0.key < $1.key }
    }
    return keyed.map(\.village) + unknown
  }
}

/// What a value is sorted by; numbers stand before words.
private enum OrderKey: Comparable {
  case flag(Int)
  case number(Double)
  case words([UInt8], String)

  /// The key of a value; nil for one that says nothing.
  init?(_ value: AttributeValue) {
    switch value {
    case .null: return nil
    case .boolean(let flag): self = .flag(flag ? 1 : 0)
    case .number(let number): self = .number(number)
    case .text(let text), .structured(let text):
      if value.isEmpty { return nil }
      self = .words(VietnameseOrder.key(text), text)
    }
  }

  static func < (one: OrderKey, other: OrderKey) -> Bool {
    switch (one, other) {
    case (.flag(let one), .flag(let other)): one < other
    case (.number(let one), .number(let other)): one < other
    case (.words(let one, let oneText), .words(let other, let otherText)):
      one == other ? oneText < otherText : one.lexicographicallyPrecedes(other)
    default: one.kind < other.kind
    }
  }

  private var kind: Int {
    switch self {
    case .flag: 0
    case .number: 1
    case .words: 2
    }
  }
}
