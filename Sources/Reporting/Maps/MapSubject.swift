import Coverage
import Geospatial
import Project

/// What a map picture shows.
public struct MapSubject: Sendable {
  /// What stands above the map.
  public var title: String
  /// What stands below it: day and source.
  public var source: String
  /// The villages.
  public var villages: Villages
  /// What is known of them.
  public var assessment: Assessment
  /// What lies below them.
  public var ground: MapGround
  /// Which villages are drawn; all where nil.
  public var shown: [Bool]?
  /// Dead zones to draw.
  public var zones: [DeadZone]

  /// A map of villages.
  public init(
    title: String, source: String, villages: Villages, assessment: Assessment, ground: MapGround, shown: [Bool]? = nil,
    zones: [DeadZone] = []
  ) {
    self.title = title
    self.source = source
    self.villages = villages
    self.assessment = assessment
    self.ground = ground
    self.shown = shown
    self.zones = zones
  }

  /// The villages that are drawn: those with a position that are shown.
  var drawn: [Int] {
    villages.coordinates.indices.filter { villages.coordinates[$0].isOnEarth && shown?[$0] ?? true }
  }
}
