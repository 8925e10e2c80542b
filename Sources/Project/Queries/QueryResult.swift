import Coverage
import GeoFormats
import Geospatial

/// The result of a query: named columns, and rows made when they are written.
public struct QueryResult: Sendable {
  /// A column of the result.
  public struct Column: Sendable, Hashable {
    /// The name in every format but tables for people.
    public var name: String
    /// What tables for people call it.
    public var heading: String
    /// Whether its cells keep to the right.
    public var isNumeric: Bool

    /// A column whose heading is its name unless one is given.
    public init(name: String, heading: String? = nil, isNumeric: Bool) {
      self.name = name
      self.heading = heading ?? name
      self.isNumeric = isNumeric
    }
  }

  /// The villages that the rows are, for GeoJSON.
  public struct Places: Sendable {
    /// The layers they come from.
    public var layers: [Layer]
    /// The feature of each row, and of which of the layers.
    public var features: [(layer: Int, feature: Int)]
    /// Whether features carry their other properties too.
    public var carriesProperties: Bool

    /// The rows are these features of some layers.
    public init(layers: [Layer], features: [(layer: Int, feature: Int)], carriesProperties: Bool) {
      self.layers = layers
      self.features = features
      self.carriesProperties = carriesProperties
    }

    /// The rows are these features of one layer.
    public init(layer: Layer, features: [Int], carriesProperties: Bool) {
      self.init(layers: [layer], features: features.map { (0, $0) }, carriesProperties: carriesProperties)
    }

    /// The layer and the feature of a row.
    func place(ofRow row: Int) -> (layer: Layer, feature: Int) {
      (layers[features[row].layer], features[row].feature)
    }
  }

  /// The columns, in order.
  public let columns: [Column]
  /// How many rows there are.
  public let count: Int
  /// The cells of a row, one per column.
  public let row: @Sendable (Int) -> [VillageCell]
  /// Where the rows are on earth; nil where they are nowhere.
  public var places: Places?
  /// What JSON says beside the rows, as names and JSON texts.
  public var members: [(name: String, json: String)] = []

  /// A result of `count` rows.
  public init(columns: [Column], count: Int, places: Places? = nil, row: @escaping @Sendable (Int) -> [VillageCell]) {
    self.columns = columns
    self.count = count
    self.places = places
    self.row = row
  }
}

/// The formats of a result that are for programs, and Markdown.
public enum QueryFormat: String, CaseIterable, Sendable {
  case csv, json, geojson, markdown
}
