import GeoFormats
import Rollout

/// Writes a plan to a folder.
public enum PlanFiles {
  /// The map of what is built and of the villages reached.
  public static let mapName = "plan.geojson"
  /// The totals, the parameters and the quality.
  public static let planName = "plan.json"
  /// The bill of quantities.
  public static let billName = "bill.csv"
  /// What each amount of money buys, as a table.
  public static let curveName = "curve.csv"
  /// The same as a picture.
  public static let pictureName = "curve.svg"

  /// The names of the files that a plan writes; with `curve` those of the curve as well.
  public static func names(curve: Bool) -> [String] {
    [mapName, planName, billName] + (curve ? [curveName, pictureName] : [])
  }

  /// Writes a plan into `folder`, which is made if it is not there; all files appear complete or not at all. `project` is the path
  /// of the project file as it was given, nil for the reference project.
  ///
  /// - Throws: `AtomicFile.Failure` when the folder or a file cannot be written; `CostError` for a price that is not known.
  public static func write(_ plan: Plan, project: String?, toFolder folder: String, curve: Bool) throws {
    var texts: [(name: String, bytes: [UInt8])] = [
      (mapName, PlanGeoJSON.text(plan)), (planName, PlanJSON.text(plan, project: project)),
      (billName, try BillCSV.text(plan)),
    ]
    if curve { texts += [(curveName, CurveCSV.text(plan)), (pictureName, CurveSVG.text(plan))] }
    try AtomicFile.write(texts, toFolder: folder)
  }
}
