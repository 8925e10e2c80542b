import Coverage

/// A project: where the villages and layers are, and the rules that say when a village has a service.
///
/// ```swift
/// let project = try ProjectFile.read(contentsOf: "vietnam/phusong.yml")
/// for layer in project.layers {
///   print(layer.name, layer.source.files.map(project.path(to:)))
/// }
/// ```
///
/// Every key with its default and unit is in ``ProjectTemplate``. Null for an optional key is the same as leaving the
/// key out.
public struct ProjectFile: Hashable, Sendable {
  /// The project's name; by default the file's name without its folder and ending.
  public var name: String
  /// The project file's path as it was given.
  public var file: String
  /// The folder of the project file, `.` where the path names none; relative paths start here.
  public var folder: String
  /// The folder with the administrative tables, as written; nil, the default, where none is given.
  public var admin: String?
  /// The village list.
  public var villages: VillageSource
  /// The layers in file order; no two have the same name.
  public var layers: [LayerSource]
  /// The rules of the services named in the file, in file order; each service at most once.
  public var services: [ServiceRules]
  /// The extra distance columns in file order.
  public var measures: [Measure]
  /// The polygon layers that fill administrative attributes, in file order.
  public var areas: [AreaSource]
  /// What makes a village urgent; the defaults where the file says nothing.
  public var ranking = RankingSource()
  /// Which dead zones are wanted and how they are made.
  public var zones = ZoneSource()
  /// What things cost.
  public var costs = CostSource()
  /// What is to be reached by when, in file order.
  public var targets: [TargetSource] = []
  /// What a plan is to bring.
  public var plan = PlanSource()
  /// How places are to be connected to the internet.
  public var technologies = TechnologySource()

  /// The layer `name`; nil where the project defines none.
  public func layer(named name: String) -> LayerSource? { layers.first { $0.name == name } }

  /// The rules of `service`; none where the project gives none, so that the service is unknown everywhere.
  public func rules(for service: Service) -> [Rule] { services.first { $0.service == service }?.rules ?? [] }

  /// `path` as seen from the process: an absolute path as it is, any other inside the project's folder.
  public func path(to path: String) -> String {
    if path.hasPrefix("/") || folder == "." { return path }
    return folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
  }

  /// Reads the project file at `path`.
  ///
  /// - Throws: ``ProjectFileError``; that the file cannot be read comes first, then that it is too large, that it is
  ///   no UTF-8, and what ``parse(_:file:)`` throws.
  public static func read(contentsOf path: String) throws -> ProjectFile {
    let bytes = try TextFile.bytes(contentsOf: path, limit: greatestByteCount)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ProjectFileError.notUTF8(file: path, line: TextFile.firstInvalidLine(bytes))
    }
    return try parse(text, file: path)
  }

  /// Parses `text`, the content of the project file at path `file`; a byte order mark at its start is skipped.
  ///
  /// - Throws: ``ProjectFileError`` for the first thing that is wrong: text that is no YAML before anything else, then
  ///   key by key.
  public static func parse(_ text: String, file: String) throws -> ProjectFile {
    let root = try YAMLDocument.root(of: text, file: file)
    return try ProjectParser(file: file).project(root)
  }

  /// The greatest size of a project file, in **bytes**. A file past it is most likely a layer named by mistake.
  public static let greatestByteCount = 4 << 20
}
