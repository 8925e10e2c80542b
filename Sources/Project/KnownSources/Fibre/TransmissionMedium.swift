/// What carries a signal, in one spelling for all sources.
enum TransmissionMedium {
  /// `medium` in lower case, fibre in the spelling of the Open Fibre Data Standard.
  static func spelling(_ medium: String) -> String {
    let word = medium.lowercased()
    switch word {
    case "fiber", "fibre", "fiber optic", "fibre optic", "fiber_optic", "fibre_optic", "optical fibre", "optical fiber",
      "fo":
      return "fibre"
    default: return word
    }
  }
}
