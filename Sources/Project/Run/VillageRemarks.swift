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
      let strangers = villages.communes.indices.filter { villages.communes[$0] < 0 }
      if let first = strangers.first {
        notices.append(
          notice(
            villages, first,
            "with a commune code that the administrative tables do not have, or none: "
              + "\(strangers.count) of \(villages.count) villages", isLoss: false))
      }
      let divided = villages.communes.count { $0 >= 0 && villages.units?.communes[Int($0)].isDivided == true }
      if divided > 0 {
        notices.append(
          LoadedProject.Notice(
            layer: "villages",
            text:
              "\(divided) of \(villages.count) villages lie in communes that were divided in 2025; their commune_code_2025 is "
              + "where most went",
            isLoss: false))
      }
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
