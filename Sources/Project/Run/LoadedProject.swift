import Coverage
import GeoFormats
import Geospatial

/// The layers of a project in memory, filtered, repaired and joined, ready for the overlay.
public struct LoadedProject: Sendable {
  /// The project file.
  public let project: ProjectFile
  /// The villages with their administrative units.
  public let villages: Villages
  /// What each service's rules look at, in their order.
  public let services: [Service: [ServiceSource]]
  /// The layers of the extra distances, in their order.
  public let measures: [Overlay.MeasureSource]
  /// How far each village may lie from its point, in **metres**, one per village; nil when all points count as exact.
  public var accuraciesMetres: [Double]?
  /// Everything that was mended, left out or doubtful, in the order of the layers.
  public let notices: [Notice]

  /// A remark on an input, in words for its user.
  public struct Notice: Sendable, Hashable {
    /// The layer's name in the project file.
    public var layer: String
    /// The remark, with file and place.
    public var text: String
    /// Whether the result covers less than the input because of it.
    public var isLoss: Bool
    /// Whether it only tells what was done as it should be, so that nobody need be warned.
    public var isInformation = false
  }
}
