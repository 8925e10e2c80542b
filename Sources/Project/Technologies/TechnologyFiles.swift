import GeoFormats
import Rollout

/// Writes a choice of technologies to a folder.
public enum TechnologyFiles {
  /// The map of places, routes and radio links.
  public static let mapName = "technologies.geojson"
  /// The totals, the parameters and the places that stay without.
  public static let planName = "technologies.json"

  /// The names of the files.
  public static let names = [mapName, planName]

  /// Writes it into `folder`, which is made if it is not there; both files appear complete or not at all. `project` is the path
  /// of the project file as it was given, nil for the reference project.
  ///
  /// - Throws: `AtomicFile.Failure` when the folder or a file cannot be written; `CostError` for a price that is not known.
  public static func write(_ plan: TechnologyPlan, project: String?, toFolder folder: String) throws {
    let texts: [(name: String, bytes: [UInt8])] = [
      (mapName, try TechnologyGeoJSON.text(plan)), (planName, TechnologyJSON.text(plan, project: project)),
    ]
    try AtomicFile.write(texts, toFolder: folder)
  }
}
