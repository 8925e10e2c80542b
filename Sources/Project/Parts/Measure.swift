import Coverage

/// An extra output column: the distance of each village to the nearest feature of a layer, in **metres**.
public struct Measure: Hashable, Sendable {
  /// The column's name.
  public var name: String
  /// The layer measured to, by its name.
  public var layer: String
  /// Which features of the layer count; by default all.
  public var filter: AttributeFilter
  /// The line of the project file that names the measure, counted from 1.
  public var line: Int

  /// A column `name` with the distances in **metres** to those features of `layer` that pass `filter`.
  public init(name: String, layer: String, filter: AttributeFilter = .everything, line: Int = 1) {
    self.name = name
    self.layer = layer
    self.filter = filter
    self.line = line
  }

  /// The columns that PhuSong writes itself, which no measure may take, in any case of letters.
  public static let reservedNames =
    VillageField.allCases.map(\.rawValue)
    + Service.allCases.flatMap { [$0.rawValue, "\($0.rawValue)_distance_m", "\($0.rawValue)_confidence"] }
    + ["missing", "score", "rank", "commune_inferred"]

  /// Whether a name is that of a column that PhuSong writes, or of one that carries an input property of such a name.
  public static func isReserved(_ name: String) -> Bool {
    var name = name.lowercased()
    while name.hasSuffix("_input") { name.removeLast("_input".count) }
    return reservedNames.contains(name)
  }
}
