import Coverage
import GeoFormats

/// What is doubtful in the layers of a project, layer by layer, the worst first.
public struct QualityReport: Sendable {
  /// A layer that was looked at.
  public struct CheckedLayer: Sendable, Hashable {
    /// Its name in the project file; `villages` for the villages.
    public var name: String
    /// How many features it has; nil when it cannot be read.
    public var featureCount: Int?
  }

  /// A finding and where it stands.
  public struct Entry: Sendable, Hashable {
    /// The finding.
    public var finding: QualityFinding
    /// The file; nil when the whole layer is meant.
    public var file: String?
    /// The place in the file, as in `feature 12, line 14`; empty when the whole file is meant.
    public var place: String
    /// The place of the other feature that takes part, with its file where that is another; nil without one.
    public var other: String?

    /// The message, with the place of the other feature.
    public var message: String { finding.message + (other.map { "; the other is \($0)" } ?? "") }

    /// File, place and message in one line.
    public var text: String {
      guard let file else { return message }
      return FormatError(file: file, place: place, problem: message).description
    }
  }

  /// The findings of one kind in one layer.
  public struct Group: Sendable {
    /// The layer.
    public var layer: String
    /// The kind.
    public var kind: QualityKind
    /// How much they matter.
    public var severity: QualitySeverity
    /// The findings in the order of their features, at least one.
    public var entries: ArraySlice<Entry>
  }

  /// The name of the project.
  public let project: String
  /// The layers: the villages, then the others in the order of the project file.
  public let layers: [CheckedLayer]
  /// The findings by layer, severity, kind and feature.
  public let entries: [Entry]

  /// How many findings of a severity there are.
  public func count(of severity: QualitySeverity) -> Int { entries.count { $0.finding.severity == severity } }

  /// Whether a finding is at least as bad as `severity`.
  public func reaches(_ severity: QualitySeverity) -> Bool { entries.contains { $0.finding.severity >= severity } }

  /// The findings by layer, severity and kind.
  public var groups: [Group] {
    var groups: [Group] = []
    var start = 0
    for index in entries.indices {
      let (finding, first) = (entries[index].finding, entries[start].finding)
      if (finding.layer, finding.kind, finding.severity) != (first.layer, first.kind, first.severity) {
        groups.append(group(start..<index))
        start = index
      }
    }
    if start < entries.count { groups.append(group(start..<entries.count)) }
    return groups
  }

  private func group(_ range: Range<Int>) -> Group {
    let first = entries[range.lowerBound].finding
    return Group(layer: first.layer, kind: first.kind, severity: first.severity, entries: entries[range])
  }
}
