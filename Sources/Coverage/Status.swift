/// Whether a village has a service.
public enum Status: UInt8, Sendable, CaseIterable, CustomStringConvertible {
  /// Some rule of the service finds it served.
  case served
  /// Rules were applied and none finds it served.
  case unserved
  /// Nothing is known: no position, or no data. Not the same as no service.
  case unknown

  /// The word used in every output.
  public var description: String {
    switch self {
    case .served: "served"
    case .unserved: "unserved"
    case .unknown: "unknown"
    }
  }
}
