/// How to read delimited text.
public struct CSVOptions: Sendable, Hashable {
  /// The column of the longitude or easting; nil to guess from its name.
  public var longitudeColumn: String?
  /// The column of the latitude or northing; nil to guess from its name.
  public var latitudeColumn: String?
  /// The byte between cells; nil to guess from the header line.
  public var delimiter: UInt8?
  /// The names of the columns, in order, for a file whose first line may be data already: it is taken as a header only
  /// when it has one of these names. Nil when the first line always is the header.
  public var standardHeader: [String]?
  /// Whether two columns make a point. Without, no column is looked for and features have no geometry.
  public var hasPositions = true
  /// The encoding of the text; nil for UTF-8, for UTF-16 where its mark says so, and for a guess where the text is neither.
  public var encoding: TextEncoding?

  /// Options; what is nil is guessed.
  public init(
    longitudeColumn: String? = nil, latitudeColumn: String? = nil, delimiter: UInt8? = nil,
    encoding: TextEncoding? = nil
  ) {
    self.longitudeColumn = longitudeColumn
    self.latitudeColumn = latitudeColumn
    self.delimiter = delimiter
    self.encoding = encoding
  }
}
