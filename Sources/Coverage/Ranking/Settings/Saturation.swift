/// From where on more of something makes a village no more urgent: there the criterion is 1.
public struct Saturation: Hashable, Sendable {
  /// The number of **people**; 1,000 is about the largest in a hundred villages.
  public var people = 1000.0
  /// The distance to fibre in **metres**.
  public var fibreMetres = 10_000.0
  /// The distance to signal in **metres**.
  public var signalMetres = 3_000.0
  /// The distance to power in **metres**.
  public var powerMetres = 5_000.0
  /// The part of poor households in **percent**.
  public var povertyPercent = 60.0

  /// The saturations that PhuSong uses unless told otherwise.
  public init() {}

  /// The distance to a service in **metres**.
  public func metres(of service: Service) -> Double {
    switch service {
    case .fibre: fibreMetres
    case .signal: signalMetres
    case .power: powerMetres
    }
  }
}
