import Coverage
import GeoFormats

/// Writes a report to a folder: the page, the same as Markdown and JSON, and its tables.
public enum ReportFiles {
  /// The page.
  public static let pageName = "report.html"
  /// The same to be read as text.
  public static let markdownName = "report.md"
  /// The same to be read by programs.
  public static let jsonName = "report.json"
  /// The figures by province.
  public static let provincesName = "provinces.csv"
  /// The figures by district.
  public static let districtsName = "districts.csv"
  /// The most urgent villages with the parts of their scores.
  public static let topVillagesName = "top_villages.csv"
  /// The villages that are not as they were at the last run.
  public static let changesName = "changes.csv"
  /// The figures of all runs.
  public static let runsName = "runs.csv"
  /// The dead zones.
  public static let zonesName = "zones.csv"
  /// What is to be built, and how far that has come.
  public static let planName = "plan.csv"
  /// How the targets stand.
  public static let targetsName = "targets.csv"

  /// All names, in the order in which the files are written.
  public static let names = [
    pageName, markdownName, jsonName, provincesName, districtsName, topVillagesName, changesName, runsName, zonesName,
    planName, targetsName,
  ]

  /// Writes all files into `folder`, which is made if it is not there. All appear complete or not at all.
  ///
  /// A table of which there is nothing to tell has its header alone.
  ///
  /// - Parameter tileURL: where the map's background comes from; see ``ReportPage``.
  /// - Throws: `AtomicFile.Failure` when the folder or a file cannot be written; a folder that was made is removed again.
  public static func write(
    _ contents: ReportContents, toFolder folder: String, language: ReportLanguage, tileURL: String? = nil
  ) throws {
    let made = try AtomicFile.makeFolder(folder)
    do {
      try AtomicFile.commit(try prepare(contents, inFolder: folder, language: language, tileURL: tileURL))
    } catch {
      AtomicFile.removeFolders(made)
      throw error
    }
  }

  /// Writes all files into `folder`, which is there, under the names of unfinished ones; they appear when they are committed.
  ///
  /// - Throws: `AtomicFile.Failure` when a file cannot be written.
  static func prepare(
    _ contents: ReportContents, inFolder folder: String, language: ReportLanguage, tileURL: String? = nil
  ) throws -> [AtomicFile] {
    let base = folder.hasSuffix("/") ? folder : folder + "/"
    return try texts(contents, language: language, tileURL: tileURL).map { name, bytes in
      let file = try AtomicFile(path: base + name)
      try file.write(bytes)
      return file
    }
  }

  /// The names and the bytes of all files, in the order of ``names``.
  static func texts(
    _ contents: ReportContents, language: ReportLanguage, tileURL: String? = nil
  ) -> [(name: String, bytes: [UInt8])] {
    let tables = ReportTables(contents: contents)
    return [
      (pageName, ReportPage(contents, language: language, tileURL: tileURL).bytes()),
      (markdownName, MarkdownReport(contents: contents, words: Words(language)).bytes()),
      (jsonName, ReportJSON(contents: contents).bytes()), (provincesName, tables.provinces.bytes()),
      (districtsName, tables.districts.bytes()), (topVillagesName, tables.topVillages.bytes()),
      (changesName, tables.changes.bytes()), (runsName, tables.runs.bytes()), (zonesName, tables.zones.bytes()),
      (planName, tables.plan.bytes()), (targetsName, tables.targets.bytes()),
    ]
  }
}
