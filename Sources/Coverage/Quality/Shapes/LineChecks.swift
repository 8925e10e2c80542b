import Geospatial

/// Checks on single lines and polygons.
public enum LineChecks {
  /// Findings on lines of no length, and on lines that cross, touch or retrace themselves; one for each line, so that a
  /// MultiLineString may have several. O(n log n).
  public static func findings(in column: GeometryColumn, layer: String) -> [QualityFinding] {
    var findings: [QualityFinding] = []
    for feature in 0..<column.count {
      for part in column.parts(ofFeature: feature) where column.partKinds[part] == .line {
        let range = column.coordinates(ofPart: part)
        let first = column.coordinates[range.lowerBound]
        if column.coordinates[range].allSatisfy({ $0 == first }) {
          findings.append(
            QualityFinding(
              .warning, .zeroLengthLine, layer: layer, feature: feature,
              "is a line of no length: its \(range.count) positions are all \(first)", at: first))
        } else if let place = LineSimplicity.firstSelfCrossing(ofLine: range, in: column.coordinates) {
          findings.append(
            QualityFinding(
              .warning, .selfCrossingLine, layer: layer, feature: feature,
              "is a line that crosses or touches itself at \(Coordinate(rounding: place))", at: place))
        }
      }
    }
    return findings
  }

  /// Findings on polygons that GEOS found invalid: a warning where it could mend them, an error where not.
  ///
  /// - Parameter repairs: what `PolygonRepair` said of the layer.
  public static func findings(on repairs: [PolygonRepair.Repair], layer: String) -> [QualityFinding] {
    repairs.map { repair in
      QualityFinding(
        repair.isMended ? .warning : .error, .invalidPolygon, layer: layer, feature: repair.feature,
        repair.reason + (repair.isMended ? "; an analysis repairs it" : "; it cannot be repaired and is left out"),
        at: repair.coordinate)
    }
  }
}

extension Coordinate {
  /// A position rounded to a millionth of a degree, for messages.
  init(rounding other: Coordinate) {
    self.init(
      longitude: (other.longitude * 1e6).rounded() / 1e6, latitude: (other.latitude * 1e6).rounded() / 1e6)
  }
}
