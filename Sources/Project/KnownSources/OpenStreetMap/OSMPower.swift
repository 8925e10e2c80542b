import Coverage
import GeoFormats

extension KnownSource {
  /// OpenStreetMap's `power=*`.
  ///
  /// A line may carry circuits of several voltages, `voltage=110000;22000`: `voltage_kv` is the highest, which tells what
  /// the line is for, and `voltage_min_kv` the lowest, which tells whether a village could be fed from it.
  static let osmPower: KnownSource = {
    var source = KnownSource(
      summary: "power lines, substations, towers and poles of OpenStreetMap (power=*)",
      specification: OSMTags.specification + "Key:power", licence: OSMTags.licence)
    source.defaultFilter = AttributeFilter([
      .init(property: "kind", condition: .anyOf(OSMPower.gridKinds.map(AttributeValue.text))),
      .init(property: "in_use", condition: .anyOf([.boolean(true)])),
    ])
    source.properties = [
      SourceProperty(
        "kind", "line (also minor_line and cable), substation, transformer, tower, pole, generation or other",
        from: OSMTags.inputs(["power"])
      ) { OSMTags($0)["power"].map { .text(OSMPower.kind(ofPower: $0)) } },
      OSMTags.inUse(by: ["power"]),
      OSMPower.voltage("voltage_kv", "the highest voltage in kilovolts") { $0.first.map(AttributeValue.number) },
      OSMPower.voltage("voltage_min_kv", "the lowest voltage in kilovolts") { $0.last.map(AttributeValue.number) },
      OSMPower.voltage("voltages_kv", "all voltages in kilovolts, the highest first, as in 110;22") { kilovolts in
        kilovolts.isEmpty
          ? nil : .text(kilovolts.compactMap { AttributeValue.number($0).spelling }.joined(separator: ";"))
      },
    ]
    source.otherProperty = OSMTags.property
    return source
  }()
}

/// The values of OpenStreetMap's power tags.
enum OSMPower {
  /// What belongs to a grid that a village could be fed from, by its kind.
  static let gridKinds = ["line", "substation", "transformer", "tower", "pole"]

  /// The kind of thing that a value of `power` stands for.
  static func kind(ofPower power: String) -> String {
    switch power {
    case "line", "minor_line", "cable", "minor_cable", "minor_underground_cable": "line"
    // The last two are deprecated, and still there.
    case "substation", "sub_station", "station": "substation"
    case "transformer": "transformer"
    case "tower", "portal", "terminal", "insulator": "tower"
    case "pole", "catenary_mast": "pole"
    case "plant", "generator": "generation"
    default: "other"
    }
  }

  /// The voltages in a value of `voltage`, which is in **volts** unless it says otherwise, in **kilovolts**, each once, the
  /// highest first. What is no number above 0 is passed over.
  static func kilovolts(_ voltage: String) -> [Double] {
    var kilovolts: Set<Double> = []
    for part in voltage.split(whereSeparator: { $0 == ";" || $0 == "/" || $0 == "," }) {
      var digits = part.lowercased().filter { !$0.isWhitespace }[...]
      let isKilovolts = digits.hasSuffix("kv")
      if isKilovolts {
        digits = digits.dropLast(2)
      } else if digits.hasSuffix("v") {
        digits = digits.dropLast()
      }
      guard let number = AttributeValue.decimal(digits), number > 0 else { continue }
      kilovolts.insert(isKilovolts ? number : number / 1000)
    }
    return kilovolts.sorted(by: >)
  }

  fileprivate static func voltage(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable ([Double]) -> AttributeValue?
  ) -> SourceProperty {
    SourceProperty(name, meaning, from: OSMTags.inputs(["voltage"])) { value(kilovolts(OSMTags($0)["voltage"] ?? "")) }
  }
}
