import GeoFormats
import Geospatial

/// Finds lines and polygons that stand twice in a layer.
public enum DuplicateFeatures {
  /// Findings on features with the coordinates of an earlier one, in either direction: a warning when all properties are
  /// the same too, else a note. Features of points alone are passed over. O(n) in the number of coordinates.
  public static func findings(in layer: Layer, name: String) -> [QualityFinding] {
    let column = layer.geometries
    var firstByHash: [UInt64: Int32] = [:]
    var suspects: Set<Int> = []
    for feature in 0..<column.count where hasShape(feature, column) {
      let hash = GeometryKey.hash(ofFeature: feature, of: column)
      if let first = firstByHash[hash] {
        suspects.insert(Int(first))
        suspects.insert(feature)
      } else {
        firstByHash[hash] = Int32(truncatingIfNeeded: feature)
      }
    }
    return findings(among: suspects.sorted(), layer, name)
  }

  /// Equal hashes are nearly certainly equal shapes; this makes certain.
  private static func findings(among suspects: [Int], _ layer: Layer, _ name: String) -> [QualityFinding] {
    var first: [GeometryKey: Int] = [:]
    var findings: [QualityFinding] = []
    for feature in suspects {
      let key = GeometryKey(feature: feature, of: layer.geometries)
      guard let earlier = first[key] else {
        first[key] = feature
        continue
      }
      let isSame = properties(feature, layer) == properties(earlier, layer)
      let range = layer.geometries.coordinates(ofFeature: feature)
      findings.append(
        QualityFinding(
          isSame ? .warning : .note, .duplicateFeature, layer: name, feature: feature, other: earlier,
          "has the coordinates of another feature"
            + (isSame ? " and the same properties" : ", with other properties"),
          at: layer.geometries.coordinates[range.lowerBound]))
    }
    return findings
  }

  private static func hasShape(_ feature: Int, _ column: GeometryColumn) -> Bool {
    column.parts(ofFeature: feature).contains { column.partKinds[$0] != .point }
  }

  private static func properties(_ feature: Int, _ layer: Layer) -> [UInt8] {
    var bytes: [UInt8] = []
    layer.attributes.forEachProperty(ofFeature: feature) { key, value in
      bytes.append(contentsOf: key)
      bytes.append(0)
      bytes.append(contentsOf: value)
      bytes.append(0)
    }
    return bytes
  }
}
