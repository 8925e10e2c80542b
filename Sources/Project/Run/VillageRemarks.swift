import Coverage
import GeoFormats

/// Remarks on villages of which something is missing: of each kind the first village and how many there are, so that the
/// remarks of a file can be made of those of its blocks.
struct VillageRemarks: Sendable {
  private enum Kind: CaseIterable {
    case withoutPosition, unrecognised, ambiguous, withoutCommune, inferred, divided
  }

  private var found: [Kind: (first: Int, count: Int)] = [:]
  private var count: Int
  private let codeSource: CodeSource

  /// The remarks on some villages. O(villages).
  init(_ villages: Villages) {
    count = villages.count
    codeSource = villages.codeSource
    add(.withoutPosition, villages.coordinates.indices.filter { villages.coordinates[$0].longitude.isNaN })
    if villages.units != nil { addDoubts(villages) }
  }

  /// What joining the villages with the administrative units left open, and what it guessed.
  private mutating func addDoubts(_ villages: Villages) {
    let all = villages.communes.indices
    let ambiguous = Set(villages.doubts.ambiguous)
    let unrecognised = Set(villages.doubts.unrecognised)
    add(.unrecognised, all.filter { unrecognised.contains($0) })
    add(.ambiguous, all.filter { ambiguous.contains($0) })
    add(
      .withoutCommune,
      all.filter {
        villages.communes[$0] < 0 && villages.communes2025[$0] < 0 && !unrecognised.contains($0)
          && !ambiguous.contains($0)
      })
    add(.inferred, all.filter { villages.communeSources[$0] == .inferred })
    add(
      .divided,
      all.filter { village in
        let commune = Int(villages.communes[village])
        let isOwn = villages.keys[.communeCode2025].map {
          villages.layer.attributes.hasValue(ofFeature: village, key: $0)
        }
        return commune >= 0 && isOwn != true && villages.units?.communes[commune].isDivided == true
      })
  }

  private mutating func add(_ kind: Kind, _ villages: [Int]) {
    if let first = villages.first { found[kind] = (first, villages.count) }
  }

  /// Whether some village has an inferred commune.
  var hasInferredCommunes: Bool { found[.inferred] != nil }

  /// The first village that a remark names, ascending.
  var firstVillages: [Int] {
    Kind.allCases.filter { $0 != .divided }.compactMap { found[$0]?.first }.sorted()
  }

  /// Adds the remarks on the villages that follow.
  mutating func append(_ next: VillageRemarks) {
    for (kind, entry) in next.found {
      let known = found[kind]
      found[kind] = (known?.first ?? entry.first + count, (known?.count ?? 0) + entry.count)
    }
    count += next.count
  }

  /// The remarks in words; `place` finds the place of a village.
  func notices(isJoined: Bool, place: (Int) -> (file: String, place: String)) -> [LoadedProject.Notice] {
    var notices: [LoadedProject.Notice] = []
    func add(_ kind: Kind, _ text: String, isLoss: Bool = false) {
      guard let (first, number) = found[kind] else { return }
      let (file, place) = place(first)
      notices.append(
        LoadedProject.Notice(
          layer: "villages", text: "\(file): \(text): \(number) of \(count) villages; the first is \(place)",
          isLoss: isLoss))
    }
    add(.withoutPosition, "without coordinates, so of unknown status", isLoss: true)
    if codeSource != .property, count > 0 {
      let instead =
        codeSource == .identifier
        ? "known by the \"id\" of their features" : "numbered from 1 in the order of the file"
      notices.append(
        LoadedProject.Notice(layer: "villages", text: "the villages have no codes; \(instead)", isLoss: false))
    }
    guard isJoined else { return notices }
    add(
      .unrecognised,
      "with a commune code or name that the administrative tables do not have in the district and province named")
    add(
      .ambiguous,
      "with a commune name that several communes have; name the district and province, or write Xã, Phường or Thị trấn")
    add(.withoutCommune, "without commune code or name, and in the bounds of no commune")
    add(.inferred, "with a commune inferred from the position (commune_inferred), a guess")
    if let (_, number) = found[.divided] {
      notices.append(
        LoadedProject.Notice(
          layer: "villages",
          text:
            "\(number) of \(count) villages lie in communes that were divided in 2025; their commune_code_2025 is "
            + "where most went",
          isLoss: false))
    }
    return notices
  }
}
