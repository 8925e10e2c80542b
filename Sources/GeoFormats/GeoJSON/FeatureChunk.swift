import Geospatial

/// The features of a run of bytes, before the runs of a file are joined.
struct FeatureChunk: Sendable {
  var geometries = GeometryColumn()
  var attributes: AttributeTable
  var notices: [Layer.Notice] = []
  var coordinatesWithHeight = 0
  /// The name of the coordinate reference system that the file declares.
  var declaredCRS: String?
  /// The `crs` members of GeoJSON of 2008. `GeoJSONReader` joins them, for those of one text must agree.
  var crsDeclarations = CRSDeclarations()
  /// Features whose geometry is null or has no coordinates.
  var featuresWithoutGeometry = 0

  init(keys: [String], source: SourceBytes) {
    attributes = AttributeTable(keys: keys, source: source)
  }

  var count: Int { geometries.count }

  /// Makes room for the features of so many **bytes** of text. Room that is not used costs address space only.
  mutating func reserveCapacity(forBytes bytes: Int) {
    let features = bytes / 160
    geometries.coordinates.reserveCapacity(bytes / 20)
    LargePages.advise(&geometries.coordinates)
    geometries.partEnds.reserveCapacity(features)
    geometries.partKinds.reserveCapacity(features)
    geometries.featureEnds.reserveCapacity(features)
    attributes.reserveCapacity(features)
  }

  mutating func append(contentsOf other: FeatureChunk) {
    let shift = count
    geometries.append(contentsOf: other.geometries)
    attributes.append(contentsOf: other.attributes)
    notices += other.notices.map {
      Layer.Notice(feature: $0.feature.map { $0 + shift }, text: $0.text, isLoss: $0.isLoss)
    }
    coordinatesWithHeight += other.coordinatesWithHeight
    featuresWithoutGeometry += other.featuresWithoutGeometry
    declaredCRS = declaredCRS ?? other.declaredCRS
  }
}
