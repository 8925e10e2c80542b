import Coverage
import GeoFormats
import Testing

@testable import Project

@Suite struct ProjectFileTests {
  static let full = """
    name: Điện Biên
    admin: admin
    villages:
      file: [thôn.csv, "bản/*.tsv"]
      format: csv
      crs: EPSG:3405
      columns: {longitude: kinh độ, latitude: vĩ độ}
      delimiter: ";"
      fields: {code: ma_thon, name: tên thôn, province_2025: tinh_moi, population: dan_so}
      where: {status: {not: planned}}
    layers:
      fibre: fibre.geojson
      towers:
        file: towers.csv
        crs: EPSG:4756
        delimiter: "\\t"
        where: {owner: [Viettel, VNPT], range_m: {min: 100, max: 30000}}
      provinces: [north.geojson, south.geojson]
    services:
      signal:
        - {layer: towers, rule: range, field: range_m, metres: 3000}
        - layer: provinces
          rule: inside
          where: {technology: [3G, 4G, 5G]}
      fibre:
        - {layer: fibre, rule: within, metres: 750.5}
    measures:
      tower_distance_m: towers
      big_tower_m: {layer: towers, where: {range_m: {min: 5000}}}
    areas:
      - layer: provinces
        fields: {province_2025: fullName, province: name}
    """

  static let least = "villages: {file: v.geojson}"

  @Test func `a file with every key gives every part in file order`() throws {
    let project = try ProjectFile.parse(Self.full, file: "work/phusong.yml")
    #expect(project.name == "Điện Biên")
    #expect(project.file == "work/phusong.yml")
    #expect(project.folder == "work")
    #expect(project.admin == "admin")
    #expect(project.layers.map(\.name) == ["fibre", "towers", "provinces"])
    #expect(project.layers.map(\.line) == [12, 13, 18])
    #expect(project.layer(named: "provinces")?.source.files == ["north.geojson", "south.geojson"])
    #expect(project.layer(named: "rivers") == nil)
  }

  @Test func `the village list keeps files, columns, fields and filter`() throws {
    let villages = try ProjectFile.parse(Self.full, file: "phusong.yml").villages
    let expected = FileSource(
      files: ["thôn.csv", "bản/*.tsv"], format: .csv, crs: "EPSG:3405", longitudeColumn: "kinh độ",
      latitudeColumn: "vĩ độ", delimiter: ";",
      filter: AttributeFilter([.init(property: "status", condition: .noneOf([.text("planned")]))]), line: 3)
    #expect(villages.source == expected)
    #expect(villages.fields.map(\.field) == [.code, .name, .province2025, .population])
    #expect(villages.mapping(for: .name) == FieldMapping(field: .name, property: "tên thôn", line: 9))
    #expect(villages.mapping(for: .households) == nil)
    #expect(villages.property(for: .households) == "households")
  }

  @Test func `rules, measures and areas keep their layers, values and lines`() throws {
    let project = try ProjectFile.parse(Self.full, file: "phusong.yml")
    #expect(project.services.map(\.service) == [.signal, .fibre])
    #expect(project.services.map(\.line) == [20, 25])
    #expect(project.services.map(\.ruleLines) == [[21, 22], [26]])
    let generations = AttributeFilter([
      .init(property: "technology", condition: .anyOf([.text("3G"), .text("4G"), .text("5G")]))
    ])
    let signal = [
      Rule(layer: "towers", kind: .range(field: "range_m", metres: 3000)),
      Rule(layer: "provinces", kind: .inside, filter: generations),
    ]
    #expect(project.rules(for: .signal) == signal)
    #expect(project.rules(for: .fibre) == [Rule(layer: "fibre", kind: .within(metres: 750.5))])
    #expect(project.rules(for: .power).isEmpty)
    let big = AttributeFilter([.init(property: "range_m", condition: .range(min: 5000, max: nil))])
    let measures = [
      Measure(name: "tower_distance_m", layer: "towers", line: 28),
      Measure(name: "big_tower_m", layer: "towers", filter: big, line: 29),
    ]
    #expect(project.measures == measures)
    let fields = [
      FieldMapping(field: .province2025, property: "fullName", line: 32),
      FieldMapping(field: .province, property: "name", line: 32),
    ]
    #expect(project.areas == [AreaSource(layer: "provinces", fields: fields, line: 31)])
  }

  @Test(arguments: [
    ("utf-8", TextEncoding.utf8), ("utf-16", .utf16), ("windows-1258", .windows1258), ("tcvn3", .tcvn3),
  ])
  func `the encoding of a table is one of four words`(word: String, encoding: TextEncoding) throws {
    let text = "villages: {file: v.csv, encoding: \(word)}\nlayers: {a: {file: a.txt, encoding: \(word)}}"
    let project = try ProjectFile.parse(text, file: "p.yml")
    #expect(project.villages.source.encoding == encoding)
    #expect(project.layers[0].source.encoding == encoding)
    #expect(try ProjectFile.parse("villages: {file: v.csv}", file: "p.yml").villages.source.encoding == nil)
  }

  @Test func `a tab delimiter and a filter of two properties are read`() throws {
    let towers = try #require(try ProjectFile.parse(Self.full, file: "p.yml").layer(named: "towers"))
    #expect(towers.source.delimiter == "\t")
    let filter = AttributeFilter([
      .init(property: "owner", condition: .anyOf([.text("Viettel"), .text("VNPT")])),
      .init(property: "range_m", condition: .range(min: 100, max: 30000)),
    ])
    #expect(towers.source.filter == filter)
  }

  @Test(arguments: [
    least, "villages: {file: v.geojson}\nadmin:\nlayers: ~\nservices: null\nmeasures:\nareas:\nname:",
    "villages: {file: v.geojson, format: ~, crs: null, fields: {}, where: {}}\nservices: {}\nlayers: {}\nareas: []\nmeasures: {}",
  ])
  func `a key that is missing, null or empty has its default`(text: String) throws {
    let project = try ProjectFile.parse(text, file: "phusong.yml")
    let expected = ProjectFile(
      name: "phusong", file: "phusong.yml", folder: ".", admin: nil,
      villages: VillageSource(source: FileSource(files: ["v.geojson"], line: 1)), layers: [], services: [],
      measures: [], areas: [])
    #expect(project == expected)
  }

  @Test(arguments: [(Service.fibre, 500.0), (.signal, 500), (.power, 1000)])
  func `a within rule without metres takes the distance of its service`(service: Service, metres: Double) throws {
    let text = Self.least + "\nlayers: {a: a.geojson}\nservices: {\(service): [{layer: a, rule: within}]}"
    let project = try ProjectFile.parse(text, file: "p.yml")
    #expect(project.rules(for: service) == [Rule(layer: "a", kind: .within(metres: metres))])
  }

  @Test(arguments: [
    ("field: reach", RuleKind.range(field: "reach", metres: nil)), ("metres: 2e3", .range(field: nil, metres: 2000)),
  ])
  func `a range rule needs only one of field and metres`(keys: String, kind: RuleKind) throws {
    let text = Self.least + "\nlayers: {a: a.geojson}\nservices: {signal: [{layer: a, rule: range, \(keys)}]}"
    #expect(try ProjectFile.parse(text, file: "p.yml").rules(for: .signal).map(\.kind) == [kind])
  }

  @Test(arguments: [
    ("phusong.yml", ".", "phusong"), ("a/b.c/d.e.yaml", "a/b.c", "d.e"), ("/top.yml", "/", "top"),
    (".yml", ".", ".yml"),
    ("../x", "..", "x"),
  ])
  func `folder and default name come from the path`(path: String, folder: String, name: String) throws {
    let project = try ProjectFile.parse(Self.least, file: path)
    #expect(project.folder == folder)
    #expect(project.name == name)
  }

  @Test(arguments: [
    ("p.yml", "v.csv", "v.csv"), ("a/p.yml", "v.csv", "a/v.csv"), ("a/p.yml", "/b/v.csv", "/b/v.csv"),
    ("/p.yml", "v.csv", "/v.csv"),
  ])
  func `relative paths start at the project's folder`(file: String, path: String, expected: String) throws {
    #expect(try ProjectFile.parse(Self.least, file: file).path(to: path) == expected)
  }

  @Test(arguments: [
    ("a.csv", LayerFormat.csv), ("a.TSV", .csv), ("d.csv/a.txt", .csv), ("a.geojson", .geojson), ("d.csv/a", .geojson),
    ("csv", .geojson), ("a.json", .geojson),
  ])
  func `the ending tells the format unless one is given`(path: String, format: LayerFormat) {
    #expect(FileSource(files: [path]).format(ofPath: path) == format)
    #expect(FileSource(files: [path], format: .csv).format(ofPath: path) == .csv)
  }
}
