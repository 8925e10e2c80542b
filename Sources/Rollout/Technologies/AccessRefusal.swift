/// Why a technology cannot connect a place.
public enum AccessRefusal: Hashable, Sendable, CustomStringConvertible {
  /// The settings leave it out.
  case notAllowed
  /// No route leads there.
  case noRoute(DisconnectedVillage.Reason)
  /// The nearest fibre node or tower is farther than a radio link may be; nil where there is none at all.
  case outOfRange(nearestMetres: Double?, longestMetres: Double)
  /// None of the fibre nodes and towers in range, of this number, is in line of sight.
  case noLineOfSight(inRange: Int)
  /// No mobile signal reaches it.
  case noSignal
  /// As many units as are allowed carry less than is asked for.
  case tooMuchDemand(mbps: Double, greatestMbps: Double)

  /// A phrase for a table or a report.
  public var description: String {
    switch self {
    case .notAllowed: "it is not allowed"
    case .noRoute(let reason): "\(reason)"
    case .outOfRange(nil, _): "there is no fibre node or tower"
    case .outOfRange(let nearest?, let longest):
      "the nearest fibre node or tower is \(Int(nearest.rounded())) m away; links are at most \(Int(longest.rounded())) m"
    case .noLineOfSight(let count): "none of the \(count) fibre nodes and towers in range is in line of sight"
    case .noSignal: "no mobile signal reaches it"
    case .tooMuchDemand(let mbps, let greatest):
      "\(Int(mbps.rounded(.up))) Mbit/s are asked for; it carries at most \(Int(greatest)) Mbit/s"
    }
  }
}
