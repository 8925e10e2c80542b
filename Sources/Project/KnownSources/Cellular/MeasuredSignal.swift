import Coverage
import GeoFormats

extension KnownSource {
  /// Measured signal strength: points with the reference signal received power of LTE or NR.
  static let rsrp: KnownSource = {
    var source = KnownSource(
      summary: "measured signal: points with RSRP in dBm, as drive tests and telephones write them",
      specification: "RSRP as 3GPP TS 36.214, section 5.1.1, and TS 38.215, section 5.1.1; columns lat, lon, rsrp, "
        + "operator, technology", licence: "as its owner says")
    source.neededInputs = MeasuredSignal.powerColumns
    source.defaultFilter = AttributeFilter([
      .init(property: "rsrp_dbm", condition: .range(min: MeasuredSignal.usableDBm, max: nil))
    ])
    source.properties = [
      SourceProperty(
        "rsrp_dbm", "the received power in dBm; none outside -156 to -31", from: MeasuredSignal.powerColumns
      ) { $0.first(of: MeasuredSignal.powerColumns).flatMap(MeasuredSignal.dBm).map(AttributeValue.number) },
      .technology(of: "technology", "tech", "radio", "network_type", "rat"),
      .first("operator", "the operator", of: "operator", "operator_name", "carrier", "network"),
    ]
    return source
  }()
}

/// Values of received power.
enum MeasuredSignal {
  /// The least power that counts as signal where the project file does not say, in **dBm**.
  static let usableDBm = -110.0
  fileprivate static let powerColumns = ["rsrp", "rsrp_dbm", "RSRP", "RSRP_dBm", "lte_rsrp", "ss_rsrp", "nr_ss_rsrp"]

  /// The power in **dBm**, from a number or from text such as `-95 dBm`; nil outside the range that a telephone can report
  /// (3GPP TS 36.133, section 9.1.4, TS 38.133, section 10.1.6), where the value must be something else: a report index
  /// from 0 to 127, or a number that lost its sign.
  static func dBm(_ value: AttributeValue) -> Double? {
    var power = value.number
    if power == nil, case .text(let text) = value, text.lowercased().hasSuffix("dbm") {
      power = AttributeValue.decimal(text.dropLast(3))
    }
    return power.flatMap { (-156 ... -31).contains($0) ? $0 : nil }
  }
}
