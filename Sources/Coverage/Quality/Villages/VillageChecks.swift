import GeoFormats
import Geospatial

/// Checks on each village by itself: has it a place, a code, and numbers that can be.
public enum VillageChecks {
  /// Findings on villages without coordinates, and on those that are something else than one point.
  public static func places(of villages: VillageRecords, layer: String) -> [QualityFinding] {
    let geometries = villages.layer.geometries
    return villages.coordinates.indices.filter { villages.coordinates[$0].longitude.isNaN }.map { village in
      let parts = geometries.parts(ofFeature: village)
      guard let first = parts.first else {
        return QualityFinding(
          .error, .missingGeometry, layer: layer, feature: village,
          "has no coordinates, so its services are unknown; expected a Point")
      }
      let range = geometries.coordinates(ofFeature: village)
      let kind = geometries.partKinds[first]
      let found = kind == .point ? "a MultiPoint of \(range.count) points" : "a \(kind.name)"
      return QualityFinding(
        .error, .notAPoint, layer: layer, feature: village, "is \(found); expected one Point, the village's centre",
        at: geometries.coordinates[range.lowerBound])
    }
  }

  /// Findings on villages without a code where others have one, and on codes that stand twice. Villages none of which has
  /// a code are numbered by an analysis and no finding.
  public static func codes(of villages: VillageRecords, layer: String) -> [QualityFinding] {
    let identifiers = villages.layer.attributes
    let codes = (0..<villages.count).map { village in
      villages.has(.code)
        ? villages.text(of: .code, village: village)
        : identifiers.identifier(ofFeature: village).flatMap { $0.isEmpty ? nil : $0.spelling }
    }
    guard codes.contains(where: { $0 != nil }) else { return [] }
    var first: [String: Int] = [:]
    var findings: [QualityFinding] = []
    for (village, code) in codes.enumerated() {
      let place = villages.coordinates[village].orNil
      guard let code else {
        findings.append(
          QualityFinding(
            .error, .missingCode, layer: layer, feature: village, "has no code; expected one that no other village has",
            at: place))
        continue
      }
      guard let earlier = first[code] else {
        first[code] = village
        continue
      }
      findings.append(
        QualityFinding(
          .error, .duplicateCode, layer: layer, feature: village, other: earlier,
          "has the code \(code) of another village; codes must differ", at: place))
    }
    return findings
  }

  /// Findings on people and households that are no numbers or cannot be, one for each village, the worst.
  public static func populations(
    of villages: VillageRecords, layer: String, limits: QualityLimits
  ) -> [QualityFinding] {
    guard villages.has(.population) || villages.has(.households) else { return [] }
    return (0..<villages.count).compactMap { village in
      guard let (severity, message) = fault(ofVillage: village, villages, limits) else { return nil }
      return QualityFinding(
        severity, .impossiblePopulation, layer: layer, feature: village, message,
        at: villages.coordinates[village].orNil)
    }
  }

  private static func fault(
    ofVillage village: Int, _ villages: VillageRecords, _ limits: QualityLimits
  ) -> (QualitySeverity, String)? {
    var numbers: [VillageField: Double] = [:]
    for field in [VillageField.population, .households] {
      guard let value = villages.value(of: field, village: village) else { continue }
      guard let number = value.number, number >= 0, number.isFinite else {
        return (.error, "\(field.rawValue) is \"\(value.spelling ?? "")\"; expected a number of at least 0")
      }
      numbers[field] = number
    }
    let (people, households) = (numbers[.population], numbers[.households])
    if let people, let households, households > people {
      return (.error, "has \(text(households)) households and \(text(people)) people; expected at least as many people")
    }
    if let people, people == 0 { return (.warning, "has 0 people; expected more, or nothing where it is not known") }
    if let people, people > limits.greatestPopulation {
      return (.warning, "has \(text(people)) people; expected at most \(text(limits.greatestPopulation)) in a village")
    }
    if let people, let households, people > households * limits.greatestHousehold {
      return (
        .warning,
        "has \(text(people)) people in \(text(households)) households; expected at most "
          + "\(text(limits.greatestHousehold)) to a household"
      )
    }
    return nil
  }

  private static func text(_ number: Double) -> String { Rounded.text(number, 2) }
}

extension Coordinate {
  /// The coordinate, or nil for one that is not a number.
  var orNil: Coordinate? { longitude.isNaN || latitude.isNaN ? nil : self }
}
