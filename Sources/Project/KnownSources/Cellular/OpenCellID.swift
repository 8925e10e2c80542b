import Coverage

extension KnownSource {
  /// The cell tables of OpenCelliD, with or without a header line; Mozilla's location service wrote the same.
  static let openCellID: KnownSource = {
    var source = KnownSource(
      summary: "mobile cells of OpenCelliD (CSV, with or without a header line)",
      specification: "https://wiki.opencellid.org/wiki/Menu_map_view#database", licence: "CC BY-SA 4.0, OpenCelliD")
    source.standardHeader = [
      "radio", "mcc", "net", "area", "cell", "unit", "lon", "lat", "range", "samples", "changeable", "created",
      "updated", "averagesignal",
    ]
    source.neededInputs = ["radio"]
    source.defaultFilter = AttributeFilter([.init(property: "technology", condition: .exists(true))])
    source.properties = [
      .technology(of: "radio"),
      reach("range_m"),
      reach("range"),
      .number("samples", "how many measurements the position comes from", of: "samples"),
      SourceProperty("operator_code", "country and network code, as in 452-4", from: ["mcc", "net"]) { properties in
        guard let country = properties["mcc"]?.spelling, let network = properties["net"]?.spelling else { return nil }
        return .text("\(country)-\(network)")
      },
    ]
    return source
  }()

  /// The reach of a cell under a name; the table writes 0 where it does not know it.
  private static func reach(_ name: String) -> SourceProperty {
    SourceProperty(name, "how far the cell reaches, in metres; none where the table has 0", from: ["range"]) {
      $0["range"]?.number.flatMap { $0 > 0 ? .number($0) : nil }
    }
  }
}
