import Geospatial

/// One layer in memory: geometries in columns, properties as the bytes of the file they came from.
///
/// Feature `i` of `geometries` and of `attributes` are the same feature; features stand in the order of the files.
public struct Layer: Sendable {
  /// The name by which the user knows the layer, or its file.
  public var name: String
  /// One geometry per feature; a feature without geometry has no parts.
  public var geometries: GeometryColumn
  /// One set of properties per feature, same order.
  public var attributes: AttributeTable
  /// The files the layer was read from and where the features of each end; at least one.
  public var files: [File]
  /// For a filtered layer the place of each feature before, counted over all files; empty where nothing was left out.
  private var originals: [Int32] = []
  /// One past the last feature of each file before anything was left out.
  private var originalEnds: [Int] = []
  /// What was mended or left out while reading; in the order of the features.
  public var notices: [Notice]
  /// How many coordinates had a third number (a height), which no measure uses.
  public var coordinatesWithHeight: Int

  /// A file that features were read from.
  public struct File: Sendable {
    /// The path as the user gave it.
    public var path: String
    /// One past its last feature, counted over all files of the layer.
    public var endFeature: Int
    /// The coordinate reference system that the file declares; nil when it declares none.
    public var declaredCRS: String?
    /// For a table the line (of a database, the key of the row) of each feature, from 1; empty for GeoJSON, whose bytes
    /// tell.
    var lines: [Int32] = []
    /// For a table the columns that the geometry was read from.
    var coordinateColumns: [String] = []
    /// What `lines` count, `line` or `row`; empty when there is nothing to count in the user's file.
    var placeName = "line"
    /// Where the bytes of the file start among those of the layer.
    var firstByte = 0

    init(path: String, endFeature: Int, declaredCRS: String? = nil) {
      self.path = path
      self.endFeature = endFeature
      self.declaredCRS = declaredCRS
    }
  }

  /// Something the reader mended or left out.
  public struct Notice: Sendable, Hashable {
    /// The feature, counted from 0 over all files of the layer; nil when the whole layer is meant.
    public var feature: Int?
    /// What was found and what was done about it.
    public var text: String
    /// Whether something was left out, so that the result covers less than the file.
    public var isLoss: Bool
    /// Whether it only tells what was done as it should be, so that nobody need be warned.
    public var isInformation: Bool

    /// A notice about `feature`.
    public init(feature: Int?, text: String, isLoss: Bool, isInformation: Bool = false) {
      self.isInformation = isInformation
      self.feature = feature
      self.text = text
      self.isLoss = isLoss
    }
  }

  /// A layer of the given parts.
  public init(
    name: String, geometries: GeometryColumn, attributes: AttributeTable, files: [File], notices: [Notice] = [],
    coordinatesWithHeight: Int = 0
  ) {
    self.name = name
    self.geometries = geometries
    self.attributes = attributes
    self.files = files
    self.notices = notices
    self.coordinatesWithHeight = coordinatesWithHeight
  }

  /// How many features there are.
  public var count: Int { geometries.count }

  /// The file of a feature and its place there, as in `villages.geojson` and `feature 12, line 14`.
  ///
  /// Features count from 0, lines from 1. O(bytes before the feature).
  public func place(ofFeature feature: Int) -> (file: String, place: String) {
    place(ofFeature: feature) { attributes.line(ofFeature: feature, from: $0) }
  }

  /// The files and places of features that ascend, one per feature in their order. O(bytes of the layer).
  public func places(ofFeatures features: [Int]) -> [(file: String, place: String)] {
    var counter = LineCounter()
    return features.map { feature in
      place(ofFeature: feature) { counter.line(ofFeature: feature, of: attributes, from: $0) }
    }
  }

  /// The place of a feature; `line` counts the lines from the byte where its file starts.
  private func place(ofFeature feature: Int, line: (Int) -> Int) -> (file: String, place: String) {
    let original = originals.isEmpty ? feature : Int(originals[feature])
    let ends = originals.isEmpty ? files.map(\.endFeature) : originalEnds
    guard let index = files.indices.first(where: { feature < files[$0].endFeature }) else {
      return (files.last?.path ?? name, "feature \(feature)")
    }
    let file = files[index]
    let number = original - (index == 0 ? 0 : ends[index - 1])
    if file.placeName.isEmpty { return (file.path, "feature \(number)") }
    if !file.lines.isEmpty {
      let line = file.lines[feature - (index == 0 ? 0 : files[index - 1].endFeature)]
      return (file.path, "\(file.placeName) \(line)")
    }
    return (file.path, "feature \(number), line \(line(file.firstByte))")
  }

  /// An error about a feature, naming its file and place.
  public func error(feature: Int, _ problem: String) -> FormatError {
    let (file, place) = place(ofFeature: feature)
    return FormatError(file: file, place: place, problem: problem)
  }

  /// The names of the properties of the first features, in the order in which they first stand; at most `limit`.
  public func propertyNames(limit: Int) -> [String] {
    var names: [String] = []
    for feature in 0..<min(count, 100) where names.count < limit {
      attributes.forEachProperty(ofFeature: feature) { key, _ in
        let name = JSONText.unescaped(key)
        if names.count < limit, !names.contains(name) { names.append(name) }
      }
    }
    return names
  }

  /// The features for which `keep` is true, in their order, as a new layer that shares the bytes of this one.
  public func filtered(_ keep: (Int) -> Bool) -> Layer {
    var result = Layer(
      name: name, geometries: GeometryColumn(), attributes: attributes.emptied(), files: files,
      coordinatesWithHeight: coordinatesWithHeight)
    var newIndex = [Int: Int]()
    var file = 0
    for feature in 0..<count {
      while file < files.count - 1, feature >= files[file].endFeature {
        result.files[file].endFeature = result.count
        file += 1
      }
      guard keep(feature) else { continue }
      result.originals.append(originals.isEmpty ? Int32(truncatingIfNeeded: feature) : originals[feature])
      newIndex[feature] = result.count
      result.geometries.appendFeature(feature, of: geometries)
      result.attributes.appendFeature(feature, of: attributes)
    }
    for index in file..<files.count { result.files[index].endFeature = result.count }
    result.filterLines(of: files, keep)
    result.originalEnds = originals.isEmpty ? files.map(\.endFeature) : originalEnds
    for notice in notices {
      guard let feature = notice.feature else {
        result.notices.append(notice)
        continue
      }
      guard let index = newIndex[feature] else { continue }
      result.notices.append(Notice(feature: index, text: notice.text, isLoss: notice.isLoss))
    }
    return result
  }

  /// Keeps the lines of the features that are kept.
  private mutating func filterLines(of originals: [File], _ keep: (Int) -> Bool) {
    var first = 0
    for index in originals.indices {
      let lines = originals[index].lines
      files[index].lines = lines.indices.filter { keep(first + $0) }.map { lines[$0] }
      first = originals[index].endFeature
    }
  }
}
