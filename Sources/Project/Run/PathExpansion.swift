import GeoFormats
import Glibc

/// Turns the paths of a project file into files.
enum PathExpansion {
  /// The files that `paths` name, patterns with `*` and `?` expanded in sorted order, each with the layer that was named.
  ///
  /// - Throws: `FormatError` for a file that does not exist and for a pattern that nothing fits.
  static func files(_ paths: [String], in project: ProjectFile) throws(FormatError) -> [String] {
    var files: [String] = []
    for path in paths {
      let full = project.path(to: path)
      let parts = LayerPath(full)
      guard parts.file.contains(where: { $0 == "*" || $0 == "?" }), access(full, F_OK) != 0 else {
        files.append(full)
        continue
      }
      let layer = parts.layer.map { ":" + $0 } ?? ""
      let found = matches(of: parts.file).map { $0 + layer }
      if found.isEmpty { throw FormatError(file: full, problem: "no file fits this pattern") }
      files += found
    }
    return files
  }

  private static func matches(of pattern: String) -> [String] {
    var result = glob_t()
    defer { globfree(&result) }
    guard glob(pattern, 0, nil, &result) == 0 else { return [] }
    return (0..<Int(result.gl_pathc)).compactMap { index in
      result.gl_pathv[index].map { String(cString: $0) }
    }.sorted()
  }
}
