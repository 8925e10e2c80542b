/// What a finding is about; the raw value is its name in reports.
public enum QualityKind: String, CaseIterable, Sendable {
  /// A layer that cannot be read.
  case unreadable
  /// A file whose text is not UTF-8.
  case fileEncoding = "file-encoding"
  /// A layer without features.
  case emptyLayer = "empty-layer"
  /// A layer that does not seem to lie where its coordinates say.
  case crsDoubt = "crs-doubt"
  /// A feature of which the reader left something out.
  case leftOut = "left-out"
  /// A feature in which the reader mended something.
  case mended
  /// A village without coordinates, or another feature without a geometry.
  case missingGeometry = "missing-geometry"
  /// A village that is something else than one point.
  case notAPoint = "not-a-point"
  /// A village without a code where others have one.
  case missingCode = "missing-code"
  /// A code that an earlier village has.
  case duplicateCode = "duplicate-code"
  /// A village outside the bounds of every commune.
  case outsideVietnam = "outside-vietnam"
  /// A village outside the bounds of its own commune.
  case outsideCommune = "outside-commune"
  /// A village with a commune code that the administrative tables do not have.
  case unknownCommune = "unknown-commune"
  /// A village at the very place of an earlier one.
  case samePlace = "same-place"
  /// A village very near to an earlier one.
  case nearDuplicate = "near-duplicate"
  /// A village with the name of an earlier one of its commune.
  case sameName = "same-name"
  /// Numbers of people and households that cannot be.
  case impossiblePopulation = "impossible-population"
  /// A polygon that breaks the rules of OGC Simple Features.
  case invalidPolygon = "invalid-polygon"
  /// A line all of whose positions are one.
  case zeroLengthLine = "zero-length-line"
  /// A line that crosses or touches itself.
  case selfCrossingLine = "self-crossing-line"
  /// A line end that nearly touches another line.
  case danglingEnd = "dangling-end"
  /// Lines that hang together but not with the greatest network of the layer.
  case disconnectedNetwork = "disconnected-network"
  /// A feature with the geometry of an earlier one.
  case duplicateFeature = "duplicate-feature"
  /// Polygons of one operator and technology that overlap.
  case overlappingCoverage = "overlapping-coverage"
  /// Points, lines and polygons in one layer.
  case mixedGeometry = "mixed-geometry"
  /// A field that is there and has no value anywhere.
  case emptyField = "empty-field"
  /// A field with values of several types.
  case mixedField = "mixed-field"
  /// Text that was decoded wrongly before it was saved.
  case garbledText = "garbled-text"
  /// Text with letters and accents as characters of their own.
  case decomposedText = "decomposed-text"

  /// The place in the order in which reports list kinds.
  public var rank: Int { QualityKind.ranks[self] ?? 0 }

  private static let ranks = Dictionary(uniqueKeysWithValues: zip(allCases, 0...))
}
