import Coverage
import GeoFormats

/// Remarks on villages of which something is missing.
enum VillageRemarks {
  static func remarks(on villages: Villages, isJoined: Bool) -> [LoadedProject.Notice] {
    var notices: [LoadedProject.Notice] = []
    let homeless = villages.coordinates.indices.filter { villages.coordinates[$0].longitude.isNaN }
    if let first = homeless.first {
      notices.append(
        notice(
          villages, first, "without coordinates, so of unknown status: \(homeless.count) of \(villages.count) villages",
          isLoss: true))
    }
    if villages.keys[.code] == nil, villages.count > 0 {
      let hasIdentifiers = villages.layer.attributes.identifier(ofFeature: 0) != nil
      let instead =
        hasIdentifiers ? "known by the \"id\" of their features" : "numbered from 1 in the order of the file"
      notices.append(
        LoadedProject.Notice(layer: "villages", text: "the villages have no codes; \(instead)", isLoss: false))
    }
    if isJoined {
      notices += doubts(villages)
    }
    return notices
  }

  /// What joining the villages with the administrative units left open, and what it guessed.
  private static func doubts(_ villages: Villages) -> [LoadedProject.Notice] {
    var notices: [LoadedProject.Notice] = []
    func add(_ villagesInDoubt: [Int], _ text: String) {
      guard let first = villagesInDoubt.first else { return }
      notices.append(
        notice(
          villages, first, "\(text): \(villagesInDoubt.count) of \(villages.count) villages", isLoss: false))
    }
    let all = villages.communes.indices
    let ambiguous = Set(villages.doubts.ambiguous)
    let unrecognised = Set(villages.doubts.unrecognised)
    add(
      all.filter { unrecognised.contains($0) },
      "with a commune code or name that the administrative tables do not have in the district and province named")
    add(
      all.filter { ambiguous.contains($0) },
      "with a commune name that several communes have; name the district and province, or write Xã, Phường or Thị trấn")
    add(
      all.filter {
        villages.communes[$0] < 0 && villages.communes2025[$0] < 0 && !unrecognised.contains($0)
          && !ambiguous.contains($0)
      }, "without commune code or name, and in the bounds of no commune")
    add(
      all.filter { villages.communeSources[$0] == .inferred },
      "with a commune inferred from the position (commune_inferred), a guess")
    let divided = all.filter { village in
      let commune = Int(villages.communes[village])
      let isOwn = villages.keys[.communeCode2025].map {
        villages.layer.attributes.hasValue(ofFeature: village, key: $0)
      }
      return commune >= 0 && isOwn != true && villages.units?.communes[commune].isDivided == true
    }
    if !divided.isEmpty {
      notices.append(
        LoadedProject.Notice(
          layer: "villages",
          text:
            "\(divided.count) of \(villages.count) villages lie in communes that were divided in 2025; their commune_code_2025 is "
            + "where most went",
          isLoss: false))
    }
    return notices
  }

  private static func notice(
    _ villages: Villages, _ first: Int, _ text: String, isLoss: Bool
  ) -> LoadedProject.Notice {
    let (file, place) = villages.layer.place(ofFeature: first)
    return LoadedProject.Notice(layer: "villages", text: "\(file): \(text); the first is \(place)", isLoss: isLoss)
  }
}
