import Coverage
import Testing

/// A file of villages with a project around it, for which an analysis in blocks must say what one of all villages says.
struct VillageFileCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// The features, one a line.
  var features: [String]
  /// What stands before the features and behind them.
  var opening = "{\"type\":\"FeatureCollection\",\"features\":[\n"
  var ending = "\n]}\n"
  /// Lines of the section `villages` of the project, and of the project itself.
  var villages = ""
  var project = ""
  var level: GroupLevel?
  /// Whether the analysis can be made in blocks; where not, all villages are taken at once.
  var isInBlocks = true

  init(_ name: String, _ features: [String], _ change: (inout VillageFileCase) -> Void = { _ in }) {
    (testDescription, self.features) = (name, features)
    change(&self)
  }

  var text: String { opening + features.joined(separator: ",\n") + ending }

  /// A village at a place, both in **degrees**; `more` are further members of the feature, each behind a comma.
  static func village(
    _ properties: String, _ longitude: Double? = 103, _ latitude: Double = 21.5, more: String = ""
  ) -> String {
    let geometry = longitude.map { "{\"type\":\"Point\",\"coordinates\":[\($0),\(latitude)]}" } ?? "null"
    return "{\"type\":\"Feature\"\(more),\"properties\":{\(properties)},\"geometry\":\(geometry)}"
  }

  /// Villages over the layers of ``BlockAnalysisTests``, `code` giving the JSON of each code.
  private static func many(_ count: Int = 60, more: (Int) -> String = { _ in "" }, code: (Int) -> String) -> [String] {
    (0..<count).map { index in
      let place = 102.5 + Double(index * 37 % count) / Double(count)
      return village(
        "\"code\":\(code(index)),\"name\":\"Bản \(index)\",\"province\":\"\(["Điện Biên", "Lai Châu"][index % 2])\","
          + "\"population\":\(100 + index * 31 % 70).\(index % 10),\"kept\":[\(index),{\"type\":\"x\"}]\(more(index))",
        index % 11 == 5 ? nil : place, 21 + place.truncatingRemainder(dividingBy: 0.7))
    }
  }

  private static let inOrder = many { "\($0 + 100)" }

  static let cases = [
    VillageFileCase("in the order of codes", inOrder),
    VillageFileCase("codes in no order", many { "\(($0 * 7919) % 60)" }),
    VillageFileCase("codes of text in order", many { "\"VN-\(1000 + $0)\"" }),
    VillageFileCase("codes of text in no order, some beyond ASCII", many { "\"\(["Đ", "D", "É"][$0 % 3])\($0)\"" }),
    VillageFileCase("codes with leading zeros", many { "\"\($0 % 2 == 0 ? "0" : "")\($0 / 2 + 1)\"" }),
    VillageFileCase("numbers and text among the codes", many { $0 == 41 ? "\"x\"" : "\($0)" }),
    VillageFileCase("codes longer than 18 digits", many { "\(1_000 + $0)0000000000000000000" }),
    VillageFileCase("identifiers in place of codes", (0..<40).map { village("", 103, 21, more: ",\"id\":\(90 - $0)") }),
    VillageFileCase("no codes at all", (0..<40).map { village("\"n\":\($0)") }),
    VillageFileCase("identifiers of some only", (0..<40).map { village("", more: $0 < 20 ? ",\"id\":\($0)" : "") }) {
      $0.isInBlocks = false
    },
    VillageFileCase("a single village", [village("\"code\":1")]),
    VillageFileCase("a pretty file", inOrder) {
      ($0.opening, $0.ending) = (
        "\u{FEFF}{ \"name\" : \"x\",\n \"type\" : \"FeatureCollection\" , \"features\" : [ ", " ] }\n\n"
      )
    },
    VillageFileCase("a crs member of WGS 84", inOrder) {
      $0.opening =
        "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:OGC:1.3:CRS84\"}},"
        + "\"features\":["
    },
    VillageFileCase("a crs member behind the features", inOrder) {
      $0.ending = "],\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:4326\"}}}"
      $0.isInBlocks = false
    },
    VillageFileCase("positions known to 300 metres", inOrder) { $0.villages = "  accuracy: 300\n" },
    VillageFileCase("by commune, with the administrative tables", inOrder) {
      $0.project = "admin: \(RealUnits.folder)\n"
      $0.level = .commune
    },
    VillageFileCase("by province of 2025, codes in no order", many { "\(($0 * 7919) % 60)" }) {
      $0.project = "admin: \(RealUnits.folder)\n"
      $0.level = .province2025
    },
    VillageFileCase("provinces by area", many { "\($0)" }.map { $0.replacing("\"province\"", with: "\"was\"") }) {
      $0.project = "areas: [{layer: zones, fields: {province: region}}]\n"
    },
    VillageFileCase(
      "schools and poverty of some, the missing as the mean",
      many(more: { $0 > 30 ? ",\"school\":\($0 % 2),\"poverty_rate\":\($0)" : "" }) { "\($0)" }
    ) { $0.project = "ranking: {missing: mean}\n" },
    VillageFileCase(
      "columns of the names that results have", many(more: { ",\"fibre\":\($0),\"r\\u0061nk\":1" }) { "\($0)" }),
    VillageFileCase("features among the properties", many(more: { _ in ",\"n\":{\"type\":\"Feature\"}" }) { "\($0)" }) {
      $0.isInBlocks = false
    },
    VillageFileCase("a filter", inOrder) {
      $0.villages = "  where: {province: Lai Châu}\n"
      $0.isInBlocks = false
    },
    VillageFileCase("a code that stands twice", many { "\($0 == 50 ? 7 : $0)" }) { $0.isInBlocks = false },
    VillageFileCase("a village without code", many { $0 == 33 ? "null" : "\($0)" }) { $0.isInBlocks = false },
    VillageFileCase("people that are no number", many { "\($0)" } + [village("\"code\":99,\"population\":\"many\"")]) {
      $0.isInBlocks = false
    },
    VillageFileCase("a position that is not on earth", inOrder + [village("\"code\":999", 203)]) {
      $0.isInBlocks = false
    },
    VillageFileCase("a text that breaks off", inOrder) {
      $0.ending = ",{\"type\":"
      $0.isInBlocks = false
    },
    VillageFileCase("a second text behind the first", inOrder) {
      $0.ending = "]}{\"type\":\"Point\",\"coordinates\":[1,2]}"
      $0.isInBlocks = false
    },
    VillageFileCase("a school that is none", inOrder + [village("\"code\":999,\"school\":\"perhaps\"")]) {
      $0.isInBlocks = false
    },
    VillageFileCase("a misspelt property", inOrder) {
      $0.villages = "  fields: {name: nmae}\n"
      $0.isInBlocks = false
    },
    VillageFileCase("no villages", []) { $0.isInBlocks = false },
  ]
}
