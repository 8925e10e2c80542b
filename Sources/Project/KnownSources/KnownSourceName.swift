/// The sources that `source:` may name, in the order in which they are listed.
public enum KnownSourceName: String, CaseIterable, Sendable {
  case osmPower = "osm-power"
  case osmTelecom = "osm-telecom"
  case osmPlaces = "osm-places"
  case ofdsNodes = "ofds-nodes"
  case ofdsSpans = "ofds-spans"
  case gridfinder
  case openCellID = "opencellid"
  case ooklaTiles = "ookla-tiles"
  case rsrp
  case gigaSites = "giga-sites"
  case gigaNodes = "giga-nodes"
  case gigaPOIs = "giga-pois"

  /// What the source is and how it is read.
  public var source: KnownSource {
    switch self {
    case .osmPower: .osmPower
    case .osmTelecom: .osmTelecom
    case .osmPlaces: .osmPlaces
    case .ofdsNodes: .ofdsNodes
    case .ofdsSpans: .ofdsSpans
    case .gridfinder: .gridfinder
    case .openCellID: .openCellID
    case .ooklaTiles: .ooklaTiles
    case .rsrp: .rsrp
    case .gigaSites: .gigaSites
    case .gigaNodes: .gigaNodes
    case .gigaPOIs: .gigaPOIs
    }
  }
}
