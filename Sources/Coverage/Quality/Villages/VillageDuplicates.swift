import Geospatial

/// Finds villages that may be one.
public enum VillageDuplicates {
  /// Findings on villages at exactly the place of an earlier one (a warning), within `limits.nearMetres` of one (a
  /// warning when the names are the same, else a note), and with the name of another one of their commune (a warning).
  /// Each pair is told once, at the later village. O(n log n).
  public static func findings(
    in villages: VillageRecords, layer: String, limits: QualityLimits
  ) -> [QualityFinding] {
    let placed = villages.placed
    var firstAt: [Coordinate: Int] = [:]
    var findings: [QualityFinding] = []
    var told = Set<Int>()
    for village in placed {
      let place = villages.coordinates[village]
      guard let earlier = firstAt[place] else {
        firstAt[place] = village
        continue
      }
      told.insert(village)
      findings.append(
        QualityFinding(
          .warning, .samePlace, layer: layer, feature: village, other: earlier,
          "stands at the very place of another village\(names(village, earlier, villages)); expected places to differ",
          at: place, distanceMetres: 0))
    }
    findings += near(villages, placed, layer, limits, &told)
    return findings + sameNames(villages, layer, told)
  }

  /// The villages that have another one near by, but not at the same place.
  private static func near(
    _ villages: VillageRecords, _ placed: [Int], _ layer: String, _ limits: QualityLimits, _ told: inout Set<Int>
  ) -> [QualityFinding] {
    var findings: [QualityFinding] = []
    let index = PointIndex(villages.layer.geometries) { !villages.coordinates[$0].longitude.isNaN }
    let order = HilbertOrder.order(of: placed.map { villages.coordinates[$0] })
    index.withSearch { search in
      for village in order.map({ placed[Int($0)] }) {
        let place = villages.coordinates[village]
        let earlier = search.features(within: limits.nearMetres, of: place).first {
          $0.feature < village && villages.coordinates[$0.feature] != place
        }
        guard let earlier else { continue }
        let isSameName = villages.names[village] != nil && villages.names[village] == villages.names[earlier.feature]
        if isSameName { told.insert(village) }
        findings.append(
          QualityFinding(
            isSameName ? .warning : .note, .nearDuplicate, layer: layer, feature: village,
            other: earlier.feature,
            "stands \(Rounded.distance(earlier.distanceMetres)) from another village"
              + names(village, earlier.feature, villages),
            at: place, distanceMetres: earlier.distanceMetres))
      }
    }
    return findings
  }

  /// The villages with the name of an earlier one of their commune, that were not told already.
  private static func sameNames(
    _ villages: VillageRecords, _ layer: String, _ told: Set<Int>
  ) -> [QualityFinding] {
    struct Key: Hashable {
      var commune: String
      var name: String
    }
    var first: [Key: Int] = [:]
    var findings: [QualityFinding] = []
    for village in 0..<villages.count {
      guard let name = villages.names[village], let commune = commune(of: village, villages) else { continue }
      let key = Key(commune: commune, name: name)
      guard let earlier = first[key] else {
        first[key] = village
        continue
      }
      guard !told.contains(village) else { continue }
      let distance = Geodesic.distance(villages.coordinates[earlier], villages.coordinates[village])
      let apart = distance.isNaN ? "" : ", \(Rounded.distance(distance)) away"
      findings.append(
        QualityFinding(
          .warning, .sameName, layer: layer, feature: village, other: earlier,
          "is called \"\(villages.text(of: .name, village: village) ?? name)\" like another village of the "
            + "same commune\(apart); expected names to differ",
          at: villages.coordinates[village].orNil, distanceMetres: distance.isNaN ? nil : distance))
    }
    return findings
  }

  private static func commune(of village: Int, _ villages: VillageRecords) -> String? {
    for field in [VillageField.communeCode, .communeCode2025, .commune] {
      if let text = villages.text(of: field, village: village) {
        let district = villages.text(of: .district, village: village) ?? ""
        return field == .commune ? "\(text) \(district)" : text
      }
    }
    return nil
  }

  private static func names(_ one: Int, _ other: Int, _ villages: VillageRecords) -> String {
    guard let name = villages.text(of: .name, village: one), let second = villages.text(of: .name, village: other)
    else { return "" }
    let isSame = villages.names[one] == villages.names[other]
    return isSame ? " with the same name, \"\(name)\"" : " (\"\(name)\", \"\(second)\")"
  }
}
