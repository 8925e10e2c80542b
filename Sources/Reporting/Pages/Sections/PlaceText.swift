import Coverage
import Project

/// Where a village is, in words.
enum PlaceText {
  /// The name of a village; its code where it has none.
  static func name(of village: Int, in villages: Villages) -> String {
    NormalForm.composed(villages.text(of: .name, village: village) ?? villages.codes[village])
  }

  /// Commune, district and province, as far as they are known; the province of 2025 where there is no other.
  static func units(of village: Int, in villages: Villages) -> String {
    var names = [VillageField.commune, .district, .province].compactMap { villages.text(of: $0, village: village) }
    if villages.text(of: .province, village: village) == nil,
      let province = villages.text(of: .province2025, village: village)
    {
      names.append(province)
    }
    return NormalForm.composed(names.joined(separator: ", "))
  }
}

/// A village that the map shows when it is chosen.
enum VillageLink {
  /// A button with a name; the name alone without a village.
  static func markup(_ village: Int?, _ name: String) -> Markup {
    guard let village else { return "\(name)" }
    return "<button type=\"button\" class=\"village\" data-village=\"\(village)\">\(name)</button>"
  }
}
