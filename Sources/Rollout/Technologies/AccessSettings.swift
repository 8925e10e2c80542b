/// What the choice of technologies assumes beyond the prices of the catalogue. Capacities are estimates.
public struct AccessSettings: Hashable, Sendable {
  /// What one unit of a technology carries, and how many units one place may have.
  public struct Capacity: Hashable, Sendable {
    /// In **Mbit/s**.
    public var mbpsPerUnit: Double
    /// At least 1.
    public var greatestUnits: Int

    /// So many **Mbit/s** a unit, and at most so many units in one place.
    public init(mbpsPerUnit: Double, greatestUnits: Int = 1) {
      self.mbpsPerUnit = mbpsPerUnit
      self.greatestUnits = greatestUnits
    }
  }

  /// What may be used.
  public var technologies = Set(AccessTechnology.allCases)
  /// What a user asks for, in **Mbit/s**: the example of the ITU Connectivity Planning Platform (user guide, *Scenarios*).
  public var mbpsPerUser = 1.5
  /// What each technology carries; one that is missing carries nothing.
  public var capacities: [AccessTechnology: Capacity] = [
    .fibre: Capacity(mbpsPerUnit: 10_000), .microwave: Capacity(mbpsPerUnit: 400),
    .mobile: Capacity(mbpsPerUnit: 50, greatestUnits: 2), .satellite: Capacity(mbpsPerUnit: 150, greatestUnits: 4),
  ]
  /// How long a point-to-point radio link may be, in **metres**.
  public var microwaveRangeMetres = 20_000.0

  /// The usual settings.
  public init() {}

  /// Throws ``AccessError/unusableSetting(name:value:expected:)`` for the first value that cannot be used.
  func check() throws(AccessError) {
    if technologies.isEmpty {
      throw .unusableSetting(name: "technologies", value: 0, expected: "at least one technology")
    }
    guard mbpsPerUser > 0, mbpsPerUser < 1e6 else {
      throw .unusableSetting(name: "mbpsPerUser", value: mbpsPerUser, expected: "more than 0 and less than 1,000,000")
    }
    guard microwaveRangeMetres >= 0, microwaveRangeMetres < 1e6 else {
      throw .unusableSetting(
        name: "microwaveRangeMetres", value: microwaveRangeMetres, expected: "at least 0 and less than 1,000 km")
    }
    for (technology, capacity) in capacities.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      guard capacity.mbpsPerUnit > 0, capacity.mbpsPerUnit < 1e9 else {
        throw .unusableSetting(
          name: "\(technology.rawValue) mbpsPerUnit", value: capacity.mbpsPerUnit,
          expected: "more than 0 and less than 1,000,000,000")
      }
      guard (1...1_000).contains(capacity.greatestUnits) else {
        throw .unusableSetting(
          name: "\(technology.rawValue) greatestUnits", value: Double(capacity.greatestUnits), expected: "1 to 1,000")
      }
    }
  }
}
