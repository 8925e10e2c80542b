import Coverage
import GeoFormats
import Glibc

/// What a query asks: a project, which is analysed first, or the result of an analysis.
public struct QuerySource: Sendable {
  /// The kinds of input.
  public enum Kind: Sendable {
    case project, result
  }

  /// What was read.
  public struct Loaded: Sendable {
    /// The villages with what the analysis said of them.
    public var assessed: AssessedVillages
    /// The analysis, with the features that gave each distance; nil when a result was read.
    public var analysis: Analysis?
  }

  /// The file that is read.
  public let path: String
  /// What it holds.
  public let kind: Kind

  /// The input at `path`: a project file by its ending, else a result; of a folder the `villages.geojson` in it.
  public init(path: String) {
    var status = stat()
    let isFolder = stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    self.path = isFolder ? "\(path.hasSuffix("/") ? path : path + "/")\(Results.villagesName)" : path
    let name = self.path.lowercased()
    kind = name.hasSuffix(".yml") || name.hasSuffix(".yaml") ? .project : .result
  }

  /// Reads the villages with the further properties `keys`; a project is analysed as `phusong analyze` does.
  ///
  /// - Throws: `FormatError` or ``ProjectFileError`` for the first input that cannot be used.
  public func load(
    keys: [String], threads: Int, isStrict: Bool = false, progress: @Sendable (Analysis.Stage) -> Void = { _ in }
  ) async throws -> Loaded {
    switch kind {
    case .result:
      progress(.reading)
      return Loaded(assessed: try await ResultReader.read(path, keys: keys, threads: threads), analysis: nil)
    case .project:
      let project = try ProjectFile.read(contentsOf: path)
      let analysis = try await Analysis.run(project, threads: threads, isStrict: isStrict, progress: progress)
      return Loaded(
        assessed: try await ResultReader.read(analysis, keys: keys, threads: threads), analysis: analysis)
    }
  }
}
