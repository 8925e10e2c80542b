import GeoFormats

/// Yes and no, as different programs write them.
enum SourceFlag {
  /// True or false, also as 1 and 0 or as text in any case; nil for anything else.
  @Sendable static func value(_ value: AttributeValue) -> AttributeValue? {
    switch value.spelling?.lowercased() {
    case "true", "1", "yes", "y": .boolean(true)
    case "false", "0", "no", "n": .boolean(false)
    default: nil
    }
  }
}
