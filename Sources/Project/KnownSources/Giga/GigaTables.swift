import GeoFormats

/// The tables of the Giga initiative of ITU and UNICEF, which share a data dictionary.
enum GigaTables {
  static let specification = "https://fns-division.github.io/inframapkit-documentation/inputdata/"
  static let licence = "as the country that gave the data says"

  /// A word of a closed list: in lower case, with spaces for underscores; `assumed` where the table says nothing, as the
  /// data dictionary wants it.
  static func word(_ value: AttributeValue?, assumed: String) -> String {
    value?.spelling?.lowercased().replacing("_", with: " ") ?? assumed
  }
}
