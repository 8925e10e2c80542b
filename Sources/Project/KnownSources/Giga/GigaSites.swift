import Coverage

extension KnownSource {
  /// The cell sites of the Giga tables. They have no range: give a rule `range` its `metres`.
  static let gigaSites: KnownSource = {
    var source = KnownSource(
      summary: "cell sites of the ITU and UNICEF Giga tables (CSV)",
      specification: GigaTables.specification + "#cell-sites", licence: GigaTables.licence)
    source.neededInputs = ["radio_type"]
    source.defaultFilter = AttributeFilter([.init(property: "technology", condition: .exists(true))])
    source.properties = [
      .first("code", "the site's identifier", of: "ict_id", "source_ict_id"),
      .technology(of: "radio_type"),
      .first("operator", "the operator", of: "operator_name"),
      .number("antenna_height_m", "antenna above ground in metres", of: "antenna_height"),
      SourceProperty("backhaul", "fibre, microwave or satellite", from: ["backhaul_type"]) {
        ($0["backhaul_type"]?.spelling).map { .text(TransmissionMedium.spelling($0)) }
      },
      // Published tables have the second spelling.
      .number(
        "backhaul_mbps", "backhaul in megabits per second", of: "backhaul_throughput_mbps", "backhaul_throuput_mbps"),
    ]
    return source
  }()
}
