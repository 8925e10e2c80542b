import GeoFormats
import Geospatial

/// A known source put to work on one layer: what to read for the properties wanted, and how to make them.
struct SourceMapping: Sendable {
  private let name: KnownSourceName
  private let source: KnownSource
  private let wanted: [String]

  /// A mapping that makes those of the properties `wanted` that are not simply the file's own.
  init(_ name: KnownSourceName, wanted: [String]) {
    self.name = name
    source = name.source
    self.wanted = wanted
  }

  /// The properties to read of the file, each once.
  var inputs: [String] {
    var inputs = wanted
    for property in made { inputs += property.inputs }
    if case .tile(let quadkey, _) = source.geometry { inputs.append(quadkey) }
    inputs += source.neededInputs
    var seen = Set<String>()
    return inputs.filter { seen.insert($0).inserted }
  }

  /// How delimited text is read, where the project file leaves it open.
  func options(_ options: CSVOptions) -> CSVOptions {
    var options = options
    options.standardHeader = source.standardHeader
    if case .tile = source.geometry { options.hasPositions = false }
    return options
  }

  /// Adds the properties to `layer`, which was read with ``inputs``, and makes its geometries.
  ///
  /// O(features) for each property.
  ///
  /// - Throws: `FormatError` when the file cannot be of this source, and for the first geometry that cannot be made.
  func apply(to layer: inout Layer) throws {
    try checkInputs(of: layer)
    let original = layer
    for property in made {
      var properties = FeatureProperties(of: original, names: property.inputs)
      layer.derive(property.name) { feature in
        properties.feature = feature
        return property.value(properties)
      }
    }
    switch source.geometry {
    case .asRead: break
    case .points: try RepresentativePoints.replaceShapes(of: &layer)
    case .tile(let quadkey, let zoom):
      layer.geometries = try MapTile.geometries(of: layer, quadkey: quadkey, zoom: zoom)
    }
  }

  /// The properties that are made, in the order in which they were wanted; what nobody wants costs nothing.
  private var made: [SourceProperty] { wanted.compactMap { source.property(named: $0) } }

  private func checkInputs(of layer: Layer) throws(FormatError) {
    let columns = source.neededInputs.compactMap { layer.attributes.index(ofKey: $0) }
    let isFound = columns.contains { key in
      (0..<layer.count).contains { layer.attributes.hasValue(ofFeature: $0, key: key) }
    }
    if isFound || layer.count == 0 || source.neededInputs.isEmpty { return }
    let found = layer.propertyNames(limit: 30).joined(separator: ", ")
    throw FormatError(
      file: layer.files.first?.path ?? layer.name,
      problem: "the source \(name.rawValue) needs a property \(source.neededInputs.joined(separator: " or ")); found "
        + (found.isEmpty ? "none" : found))
  }
}

/// Points for places that are drawn as areas or lines.
private enum RepresentativePoints {
  /// Replaces every geometry that is no single point by a point that lies in it; one that has none is removed and noted.
  static func replaceShapes(of layer: inout Layer) throws {
    let shapes = (0..<layer.count).filter { feature in
      let parts = layer.geometries.parts(ofFeature: feature)
      return parts.contains { layer.geometries.partKinds[$0] != .point }
    }
    if shapes.isEmpty { return }
    let context = try GEOSContext()
    var points: [Int: Coordinate] = [:]
    for feature in shapes {
      let geometry = try? GEOSGeometry(feature: feature, of: layer.geometries, in: context)
      points[feature] = try? geometry?.pointOnSurface()
      if points[feature] == nil {
        layer.notices.append(
          Layer.Notice(
            feature: feature, text: "no point lies in this geometry; read as a place without a position", isLoss: true))
      }
    }
    let isShape = Set(shapes)
    var column = GeometryColumn()
    for feature in 0..<layer.count {
      guard isShape.contains(feature) else {
        column.appendFeature(feature, of: layer.geometries)
        continue
      }
      if let point = points[feature] {
        column.append(point)
        column.closePart(.point)
      }
      column.closeFeature()
    }
    layer.geometries = column
  }
}
