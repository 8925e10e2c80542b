import Coverage

/// The headline figures of one run: what changes from week to week.
public struct RunFigures: Hashable, Sendable {
  /// The figures of one service.
  public struct Counts: Hashable, Sendable {
    /// How many villages have it.
    public var served: Int
    /// How many lack it.
    public var unserved: Int
    /// Of how many nothing is known.
    public var unknown: Int
    /// How many people live in the villages that lack it, where that is known.
    public var peopleUnserved: Int

    /// Counts of villages and people.
    public init(served: Int, unserved: Int, unknown: Int, peopleUnserved: Int) {
      self.served = served
      self.unserved = unserved
      self.unknown = unknown
      self.peopleUnserved = peopleUnserved
    }
  }

  /// When the run was, in ISO 8601 with its offset, as `2026-11-23T07:00:00+07:00`.
  public var time: String
  /// How many villages there are.
  public var villages: Int
  /// The figures by service.
  public var services: [Service: Counts]

  /// The figures of a run at `time`, in ISO 8601.
  public init(time: String, villages: Int, services: [Service: Counts]) {
    self.time = time
    self.villages = villages
    self.services = services
  }
}
