import Coverage
import GeoFormats

/// Where features come from: the files, how to read them and which features count.
public struct FileSource: Hashable, Sendable {
  /// The paths as written, relative to the project's folder, at least one. The last component of each may hold `*`
  /// and `?`, which the loader expands in sorted order.
  public var files: [String]
  /// The known source that the files come from, which says how to read them; nil, the default, for none.
  public var known: KnownSourceName?
  /// The format of every file; nil, the default, goes by each file's ending.
  public var format: LayerFormat?
  /// The coordinate reference system, an EPSG code or a PROJ string; nil, the default, takes what the file says, else
  /// WGS 84.
  public var crs: String?
  /// The CSV column of longitudes or eastings, in the **unit of the CRS**; nil, the default, has it guessed.
  public var longitudeColumn: String?
  /// The CSV column of latitudes or northings, in the **unit of the CRS**; nil, the default, has it guessed.
  public var latitudeColumn: String?
  /// What separates the cells of a CSV file, one ASCII character; nil, the default, has it guessed.
  public var delimiter: Character?
  /// The encoding of a CSV file; nil, the default, takes UTF-8 or what the file's mark says, else guesses.
  public var encoding: TextEncoding?
  /// Which features count; by default all, or those that the known source says.
  public var filter: AttributeFilter
  /// The line of the project file that names the source, counted from 1.
  public var line: Int

  /// A source of `files`, everything else at its default.
  public init(
    files: [String], format: LayerFormat? = nil, crs: String? = nil, longitudeColumn: String? = nil,
    latitudeColumn: String? = nil, delimiter: Character? = nil, encoding: TextEncoding? = nil,
    filter: AttributeFilter = .everything, line: Int = 1
  ) {
    self.files = files
    self.format = format
    self.crs = crs
    self.longitudeColumn = longitudeColumn
    self.latitudeColumn = latitudeColumn
    self.delimiter = delimiter
    self.encoding = encoding
    self.filter = filter
    self.line = line
  }

  /// The format of one of the files: the one given, else by the ending of `path`.
  public func format(ofPath path: String) -> LayerFormat { format ?? LayerFormat(path: path) }

  /// Whether some file is, or after expansion of its wildcards may be, a CSV file.
  var mayHoldCSV: Bool {
    files.contains { path in
      let ending = path.split { $0 == "/" || $0 == "." }.last ?? ""
      return format(ofPath: path) == .csv || (format == nil && ending.contains { "*?".contains($0) })
    }
  }
}
