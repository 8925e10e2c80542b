import GeoFormats
import Geospatial

extension CQL2 {
  /// What the names in a filter stand for: the properties of a layer, its geometries, and columns of the program.
  ///
  /// ```swift
  /// var columns = CQL2.Columns(layer)  // read with `filter.propertyNames` among its keys
  /// columns["score"] = .numbers(scores)
  /// let bound = try filter.bound(to: columns)
  /// ```
  ///
  /// Nothing is copied but references.
  public struct Columns: Sendable {
    /// The names of a feature's geometry; they hide properties of the same names.
    public static let geometryNames = ["geometry", "geom"]

    /// How many features there are.
    public let count: Int
    /// One geometry per feature; nil where there are none.
    public let geometries: GeometryColumn?
    /// The properties of the features; nil where there are none.
    let attributes: AttributeTable?
    private var computed: [String: Column] = [:]
    /// The names of the computed columns, as they came.
    private var computedNames: [String] = []

    /// The properties that `layer` was read with, and its geometries.
    public init(_ layer: Layer) {
      self.init(count: layer.count, geometries: layer.geometries, attributes: layer.attributes)
    }

    /// `count` features with what is given of them, all in the same order.
    public init(count: Int, geometries: GeometryColumn? = nil, attributes: AttributeTable? = nil) {
      self.count = count
      self.geometries = geometries
      self.attributes = attributes
    }

    /// A computed column, which hides a property of the same name.
    ///
    /// Names are compared as text is: case counts, and how letters are composed does not.
    public subscript(name: String) -> Column? {
      get { computed[name] }
      set {
        if computed.updateValue(newValue ?? .numbers([]), forKey: name) == nil { computedNames.append(name) }
        guard newValue == nil else { return }
        computed[name] = nil
        computedNames.removeAll { $0 == name }
      }
    }

    /// All names but those of the geometry: first the computed ones, then the properties that the layer was read with.
    public var names: [String] {
      computedNames + (attributes?.keys ?? []).filter { computed[$0] == nil }
    }

    /// What a name stands for; nil for an unknown one.
    func source(of name: String) -> Source? {
      if Self.geometryNames.contains(name) { return geometries == nil ? nil : .geometry }
      if let column = computed[name] { return .column(column) }
      return attributes?.index(ofKey: name).map { .attribute(key: $0) }
    }

    /// What a name stands for.
    enum Source {
      case geometry
      case column(Column)
      /// A key of the attributes.
      case attribute(key: Int)

      var type: ValueType {
        switch self {
        case .geometry: .geometry
        case .column(let column): column.type
        case .attribute: .any
        }
      }
    }
  }
}
