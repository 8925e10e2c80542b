import Coverage
import GeoFormats

/// How far villages may lie from their points.
enum VillageAccuracies {
  /// The accuracy of each village of `layer`, in **metres**; nil when all are 0.
  ///
  /// - Throws: `FormatError` for the first value that is no number of at least 0, ``ProjectFileError`` for a property that no
  ///   village has.
  static func metres(_ project: ProjectFile, _ layer: Layer) throws -> [Double]? {
    let source = project.villages
    var metres = [Double](repeating: source.accuracyMetres, count: layer.count)
    if let field = source.accuracyField {
      let key = layer.attributes.index(ofKey: field.property)
      var isFilled = false
      for feature in 0..<layer.count {
        guard let key, let value = layer.attributes.value(ofFeature: feature, key: key), !value.isEmpty else {
          continue
        }
        isFilled = true
        guard let number = value.number, number >= 0, number.isFinite else {
          throw layer.error(
            feature: feature,
            "\(field.property) is \(value.spelling ?? "null"); expected the accuracy as a number of metres of at least 0"
          )
        }
        metres[feature] = number
      }
      if !isFilled {
        throw ProjectFileError.wrongValue(
          file: project.file, line: field.line, what: "villages.fields.accuracy",
          found: "\"\(field.property)\", which no village has",
          expected: "a property of the villages: " + layer.propertyNames(limit: 30).joined(separator: ", "))
      }
    }
    return metres.contains { $0 > 0 } ? metres : nil
  }
}
