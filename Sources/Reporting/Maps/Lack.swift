import Coverage

/// What a village lacks, as maps colour it: a set of services.
struct Lack: Hashable, Sendable, Comparable {
  /// A bit for each service: 1 fibre, 2 signal, 4 power.
  let bits: Int

  /// All sets, nothing first.
  static let all = (0..<8).map(Lack.init(bits:))

  init(bits: Int) { self.bits = bits }

  /// What a village certainly lacks.
  init(_ assessment: Assessment, village: Int) {
    var bits = 0
    for (place, service) in Service.allCases.enumerated() where assessment[service].statuses[village] == .unserved {
      bits |= 1 << place
    }
    self.bits = bits
  }

  /// The services, in their order.
  var services: [Service] { Service.allCases.enumerated().filter { bits & 1 << $0.offset != 0 }.map(\.element) }

  /// The services of which an assessment knows anything in any village: only of these it can say that none lacks.
  static func knownServices(_ assessment: Assessment) -> [Service] {
    Service.allCases.filter { assessment[$0].statuses.contains { $0 != .unknown } }
  }

  /// How many services.
  var count: Int { bits.nonzeroBitCount }

  /// The colour, which the colour-blind tell apart (after M. Okabe and K. Ito, *Color universal design*, 2008).
  var colour: String {
    ["#7fa99b", "#0072b2", "#e69f00", "#d55e00", "#cc79a7", "#7b3294", "#8c510a", "#a50026"][bits]
  }

  /// The radius of the dot where one of nothing lacking has 1.
  var size: Double { [1, 1.35, 1.7, 2.1][count] }

  static func < (one: Lack, other: Lack) -> Bool { (one.count, one.bits) < (other.count, other.bits) }
}
