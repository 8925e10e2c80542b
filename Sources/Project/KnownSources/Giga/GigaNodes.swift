import Coverage

extension KnownSource {
  /// The transmission nodes of the Giga tables: those of fibre in operation. As the data dictionary says, a node without a
  /// medium is fibre and one without a status is operational.
  static let gigaNodes: KnownSource = {
    var source = KnownSource(
      summary: "transmission nodes of the ITU and UNICEF Giga tables (CSV)",
      specification: GigaTables.specification + "#transmission-nodes", licence: GigaTables.licence)
    source.defaultFilter = AttributeFilter([
      .init(property: "medium", condition: .anyOf([.text("fibre")])),
      .init(property: "status", condition: .anyOf([.text("operational")])),
    ])
    source.properties = [
      .first("code", "the node's identifier", of: "ict_id", "source_ict_id"),
      SourceProperty("medium", "fibre, microwave or other", from: ["transmission_medium", "infrastructure_type"]) {
        let medium = $0.first(of: ["transmission_medium", "infrastructure_type"])
        return .text(TransmissionMedium.spelling(GigaTables.word(medium, assumed: "fibre")))
      },
      SourceProperty("status", "operational, planned or under construction", from: ["node_status"]) {
        .text(GigaTables.word($0["node_status"], assumed: "operational"))
      },
      .first("operator", "the operator", of: "operator_name"),
      .number("equipped_mbps", "capacity ready for use in megabits per second", of: "equipped_capacity_mbps"),
      .number("potential_mbps", "capacity in theory in megabits per second", of: "potential_capacity_mbps"),
    ]
    return source
  }()
}
