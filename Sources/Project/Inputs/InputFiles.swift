import GeoFormats
import Glibc

/// Which files a project reads.
public enum InputFiles {
  /// The files of a project: its own, the administrative tables, the villages, the layers that something uses with what
  /// bounds them, and the catalogue of prices where it names one; patterns expanded, files that belong to others (as the
  /// `.dbf` of a Shapefile) after them.
  ///
  /// - Throws: `FormatError` for a pattern that no file fits. A file that is not there is listed all the same.
  public static func files(of project: ProjectFile) throws(FormatError) -> [InputFile] {
    var files = [InputFile(role: "project", path: project.file)]
    if let admin = project.admin {
      files += AdministrationTables.fileNames.map { InputFile(role: "admin", path: project.path(to: admin) + "/" + $0) }
    }
    func add(_ role: String, _ paths: [String]) {
      var seen = Set<String>()
      for path in paths {
        let file = LayerPath(path).file
        guard seen.insert(file).inserted else { continue }
        files += ([file] + companions(of: file)).map { InputFile(role: role, path: $0) }
      }
    }
    let needs = LayerNeeds(project)
    add("villages", try needs.villageRequest().paths)
    for (request, _) in try needs.layerRequests() {
      add("layer \(request.name)", request.paths)
      guard case .file(let source)? = project.layer(named: request.name)?.extent?.area else { continue }
      add("extent of \(request.name)", try PathExpansion.files(source.files, in: project))
    }
    if let catalogue = project.costs.catalogue {
      files.append(InputFile(role: "costs", path: project.path(to: catalogue)))
    }
    return files
  }

  /// The endings of the files beside one of an ending that are read with it.
  private static let companionEndings: [String: [String]] = [
    "shp": ["dbf", "shx", "prj", "cpg"], "tab": ["dat", "map", "id"], "mif": ["mid"],
  ]

  /// The files that are read with another and are there: parts of its format, and what SQLite has not put into it yet.
  private static func companions(of file: String) -> [String] {
    let log = file + "-wal"
    guard let dot = file.lastIndex(of: "."), let endings = companionEndings[file[dot...].dropFirst().lowercased()]
    else {
      return isThere(log) ? [log] : []
    }
    return endings.flatMap { [$0, $0.uppercased()] }.map { file[...dot] + $0 }.filter(isThere)
  }

  private static func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
