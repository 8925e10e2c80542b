import Testing

@testable import Project

@Suite struct ProjectFileErrorTests {
  private static let head = "villages: {file: v.geojson}\nlayers: {fibre: f.geojson, towers: t.geojson}\n"

  private func message(_ text: String) -> String {
    do {
      _ = try ProjectFile.parse(text, file: "phusong.yml")
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [
    (
      "services:\n  fibre:\n    - {layer: fibre,\n       rule: within, meters: 5}",
      ":6: unknown key \"meters\" in rule; did you mean \"metres\"? allowed: layer, rule, metres, field, where"
    ),
    (
      "layer: {}",
      ":3: unknown key \"layer\" in the project file; did you mean \"layers\"? "
        + "allowed: name, admin, villages, layers, services, measures, areas, ranking, zones, costs, targets, plan, technologies"
    ),
    (
      "colour: red",
      ":3: unknown key \"colour\" in the project file; "
        + "allowed: name, admin, villages, layers, services, measures, areas, ranking, zones, costs, targets, plan, technologies"
    ),
    (
      "services: {fiber: []}",
      ":3: unknown key \"fiber\" in services; did you mean \"fibre\"? allowed: fibre, signal, power"
    ),
    (
      "measures: {tower_m: {layers: towers}}",
      ":3: unknown key \"layers\" in measure \"tower_m\"; did you mean \"layer\"? allowed: layer, where"
    ),
    (
      "measures: {tower_m: {layer: towers, where: {a: {mim: 3}}}}",
      ":3: unknown key \"mim\" in condition on \"a\"; did you mean \"min\"? allowed: min, max, not, exists"
    ),
    (
      "areas:\n  - layer: fibre\n    fields:\n      provinces: x",
      ":6: unknown key \"provinces\" in fields of area; did you mean \"province\"? "
        + "allowed: commune_code, commune_code_2025, commune, district, province, province_2025"
    ),
  ])
  func `an unknown key names its line, the key meant and the keys allowed`(text: String, expected: String) {
    #expect(message(Self.head + text) == "phusong.yml" + expected)
  }

  @Test(arguments: [
    ("villages: {file: v.csv, filed: {}}", "unknown key \"filed\" in villages; did you mean \"file\"? allowed: file, "),
    ("villages: {file: v.csv, column: {}}", "unknown key \"column\" in villages; did you mean \"columns\"? "),
    ("villages: {file: v.csv, columns: {lon: x}}", "unknown key \"lon\" in columns of villages; allowed: longitude, "),
    ("villages: {file: v.csv, fields: {pop: x}}", "unknown key \"pop\" in fields of villages; allowed: code, name, "),
    (
      "villages: {file: v}\nlayers: {a: {fil: x}}",
      "unknown key \"fil\" in layer \"a\"; did you mean \"file\"? allowed: "
    ),
  ])
  func `sources name their unknown keys too`(text: String, expected: String) {
    #expect(message(text).contains(expected))
  }

  @Test(arguments: [
    (
      "services: {fibre: {layer: fibre}}",
      "\"fibre\" in services is a mapping; expected a list of rules, each starting with \"- \""
    ),
    (
      "services: [fibre]",
      "\"services\" in the project file is a list; expected a mapping of fibre, signal, power to lists of rules"
    ),
    (
      "services: {fibre: [within]}",
      "\"fibre\" in services is \"within\"; expected a mapping with at least \"layer\" and \"rule\""
    ),
    (
      "services: {fibre: [{layer: fibre, rule: within, metres: 500 m}]}",
      "\"metres\" in rule is \"500 m\"; expected a number of metres above 0"
    ),
    (
      "services: {fibre: [{layer: fibre, rule: within, metres: -5}]}",
      "\"metres\" in rule is -5; expected a number of metres above 0"
    ),
    (
      "services: {fibre: [{layer: fibre, rule: within, metres: 0}]}",
      "\"metres\" in rule is 0; expected a number of metres above 0"
    ),
    (
      "services: {fibre: [{layer: fibre, rule: within, metres: .inf}]}",
      "\"metres\" in rule is \".inf\"; expected a number of metres above 0"
    ),
    (
      "services: {fibre: [{layer: fibre, rule: within, metres: 1e999}]}",
      "\"metres\" in rule is \"1e999\"; expected a number of metres above 0"
    ),
    ("services: {fibre: [{layer: [fibre], rule: within}]}", "\"layer\" in rule is a list; expected a layer's name"),
    (
      "services: {signal: [{layer: towers, rule: range, field: 3}]}",
      "\"field\" in rule is 3; expected a property's name, in quotes where it looks like a number, true or false"
    ),
    ("measures: {a: }", "measure \"a\" has no \"layer\"; expected one"),
    ("measures: {a: [towers]}", "\"a\" in measures is a list; expected a layer's name, or a mapping with \"layer\""),
    (
      "measures: towers",
      "\"measures\" in the project file is \"towers\"; expected a mapping of column names to layers"
    ),
    (
      "areas: {layer: fibre}",
      "\"areas\" in the project file is a mapping; expected a list of areas, each with \"layer\" and \"fields\""
    ),
    (
      "areas: [{layer: fibre, fields: {}}]",
      "\"fields\" in area is a mapping; expected at least one of: commune_code, commune_code_2025, "
        + "commune, district, province, province_2025"
    ),
    ("areas: [{layer: fibre}]", "area has no \"fields\"; expected one"),
    (
      "name: 2025",
      "\"name\" in the project file is 2025; expected text, in quotes where it looks like a number, true or false"
    ),
    ("name: ' '", "\"name\" in the project file is \" \"; expected text"),
    ("admin: [a]", "\"admin\" in the project file is a list; expected the path of a folder"),
    ("? [a]\n: b", "a key in the project file is a list; expected text"),
    ("measures: {<<: a}", "\"<<\" in measures is \"a\"; expected an alias of a mapping"),
    ("services: {fibre: [{rule: within}]}", "rule has no \"layer\"; expected one"),
    ("services: {fibre: [{layer: fibre}]}", "rule has no \"rule\"; expected one"),
    (
      "services: {signal: [{layer: towers, rule: range}]}",
      "range rule without \"metres\" has no \"field\"; expected one"
    ),
    (
      "services: {fibre: [{layer: fibre, rule: inside, metres: 3}]}",
      "\"metres\" in rule has no place here: an inside rule has no distance; a within rule has"
    ),
    (
      "services: {fibre: [{layer: fibre, rule: within, field: a}]}",
      "\"field\" in rule has no place here: only a range rule reads one"
    ),
    (
      "services: {fibre: [{layer: fibre, rule: witin}]}",
      "\"rule\" in rule is \"witin\"; did you mean \"within\"? expected one of: within, inside, range"
    ),
    (
      "services: {fibre: [{layer: fiber, rule: within}]}",
      "rule names the layer \"fiber\", which \"layers\" does not define; did you mean \"fibre\"? defined: fibre, towers"
    ),
    (
      "measures: {a: roads}",
      "measure \"a\" names the layer \"roads\", which \"layers\" does not define; defined: fibre, towers"
    ),
    (
      "areas: [{layer: towe, fields: {}}]",
      "area names the layer \"towe\", which \"layers\" does not define; did you mean \"towers\"? defined: fibre, towers"
    ),
  ])
  func `a wrong value names what was found and what was expected`(text: String, expected: String) {
    #expect(message(Self.head + text) == "phusong.yml:3: " + expected)
  }

  @Test(arguments: [
    ("file: {a: b}", "\"file\" in villages is a mapping; expected a path or a list of paths"),
    ("file: []", "\"file\" in villages is a list; expected a path or a list of paths; the list is empty"),
    (
      "file: [a, 3]",
      "\"file\" in villages is 3; expected a path, in quotes where it looks like a number, true or false"
    ),
    ("file: a/", "\"file\" in villages is \"a/\"; expected the path of a file, not of a folder"),
    ("file: a*/b.csv", "\"file\" in villages is \"a*/b.csv\"; expected a path with * and ? in its last component only"),
    ("format: csv", "villages has no \"file\"; expected one"),
    (
      "file: a, format: cvs",
      "\"format\" in villages is \"cvs\"; did you mean \"csv\"? expected one of: geojson, csv, gpkg, gdal"
    ),
    (
      "file: a, crs: 4326",
      "\"crs\" in villages is 4326; expected an EPSG code such as EPSG:4326, or a PROJ string, in quotes "
        + "where it looks like a number, true or false"
    ),
    ("file: a.geojson, delimiter: ';'", "\"delimiter\" in villages has no place here: only CSV files have a delimiter"),
    (
      "file: a.csv, encoding: tcvn",
      "\"encoding\" in villages is \"tcvn\"; did you mean \"tcvn3\"? expected one of: "
        + "utf-8, utf-16, windows-1258, tcvn3"
    ),
    (
      "file: a.geojson, encoding: utf-8",
      "\"encoding\" in villages has no place here: only CSV files have one; GeoJSON is UTF-8"
    ),
    (
      "file: a.csv, format: geojson, columns: {}",
      "\"columns\" in villages has no place here: only CSV files and spreadsheets have columns"
    ),
    (
      "file: a.csv, delimiter: ';;'",
      "\"delimiter\" in villages is \";;\"; expected one ASCII character such as \",\", \";\", \"|\" or \"\\t\""
    ),
    (
      "file: a.csv, delimiter: x",
      "\"delimiter\" in villages is \"x\"; expected one ASCII character such as \",\", \";\", \"|\" or "
        + "\"\\t\", no quote, letter or digit"
    ),
    (
      "file: a.csv, columns: [x, y]",
      "\"columns\" in villages is a list; expected a mapping with \"longitude\" and \"latitude\""
    ),
    ("file: a, fields: {code: [x]}", "\"code\" in fields of villages is a list; expected a property's name"),
    ("file: a, where: b", "\"where\" in villages is \"b\"; expected a mapping of properties to conditions"),
    (
      "file: a, where: {b: }",
      "\"b\" in where is nothing; expected a value, a list of values, or a mapping of min, max, not, "
        + "exists; {exists: false} passes what has no value"
    ),
    (
      "file: a, where: {b: []}",
      "\"b\" in where is a list; expected a value, a list of values, or a mapping of min, max, not, "
        + "exists; the list is empty"
    ),
    ("file: a, where: {b: [null]}", "\"b\" in where is nothing; expected text, a number, true or false"),
    ("file: a, where: {b: {}}", "\"b\" in where is a mapping; expected at least one of: min, max, not, exists"),
    ("file: a, where: {b: {min: low}}", "\"min\" in condition on \"b\" is \"low\"; expected a number"),
    ("file: a, where: {b: {min: 3, max: 2}}", "\"max\" in condition on \"b\" is 2; expected at least the min, 3.0"),
    ("file: a, where: {b: {exists: yes}}", "\"exists\" in condition on \"b\" is \"yes\"; expected true or false"),
    (
      "file: a, where: {b: {not: {c: d}}}",
      "\"not\" in condition on \"b\" is a mapping; expected text, a number, true or false"
    ),
  ])
  func `a wrong source names what was found and what was expected`(keys: String, expected: String) {
    #expect(message("villages: {\(keys)}") == "phusong.yml:1: " + expected)
  }

  @Test(arguments: ["", " ", "\u{FEFF}", "# only a comment\n\n", "---\n...\n", "~"])
  func `an empty file says so`(text: String) {
    let expected = "empty; expected a project file with at least \"villages\" (phusong init writes one)"
    #expect(message(text) == "phusong.yml: " + expected)
  }

  @Test(arguments: [
    ("name: a", ":1: the project file has no \"villages\"; expected one"),
    ("villages:", ":1: the project file has no \"villages\"; expected one"),
    (
      "- a",
      ":1: the project file is a list; expected a mapping with the keys "
        + "name, admin, villages, layers, services, measures, areas, ranking, zones, costs, targets, plan, technologies"
    ),
    ("villages: {file: v}\nname: a\n\nname: b", ":2: the key \"name\" stands more than once; expected each key once"),
    ("villages: {file: v}\nlayers: {a: b, a: c}", ":2: the key \"a\" stands more than once; expected each key once"),
    ("a: b\n  c: d", ":2: not YAML: mapping values are not allowed in this context"),
    ("villages: {file: *v}", ":1: not YAML: found undefined alias"),
    ("villages:\n  a: [b", ":2: not YAML: did not find expected ',' or ']' (while parsing a flow sequence, line 2)"),
    ("a: b\n---\nc: d", ":2: not YAML: but found another document (expected a single document in the stream, line 1)"),
    (
      "a:\n\tb: c",
      ":2: not YAML: found character that cannot start any token (while scanning for the next token, line 2); "
        + "indent with spaces, not tabs"
    ),
    ("a: b\r\nc: \u{1}", ":2: not YAML: control characters are not allowed"),
  ])
  func `text that is no project file names its line`(text: String, expected: String) {
    #expect(message(text) == "phusong.yml" + expected)
  }

  @Test(arguments: Measure.reservedNames + ["Fibre", "MISSING"])
  func `a measure may not take the name of an output column`(name: String) {
    let text = Self.head + "measures:\n  ok: fibre\n  \(name): fibre"
    #expect(throws: ProjectFileError.reservedName(file: "p.yml", line: 5, name: name)) {
      try ProjectFile.parse(text, file: "p.yml")
    }
    #expect(
      message(text).hasPrefix("phusong.yml:5: the measure \"\(name)\" has the name of a column that PhuSong writes"))
  }

  @Test func `the columns that no measure may take are those of the output`() {
    let columns = """
      code name commune_code commune_code_2025 commune district province province_2025 population households fibre \
      fibre_distance_m fibre_confidence signal signal_distance_m signal_confidence power power_distance_m \
      power_confidence missing score rank commune_inferred
      """
    #expect(Measure.reservedNames == columns.split(separator: " ").map(String.init))
  }

  @Test func `a project without layers says so where a rule names one`() {
    let text = "villages: {file: v}\nservices:\n  power:\n    - rule: inside\n      layer: grid"
    let expected = "phusong.yml:5: rule names the layer \"grid\", which \"layers\" does not define; it defines none"
    #expect(message(text) == expected)
  }

  @Test(arguments: [
    (ProjectFileError.unreadable(file: "p", reason: "Permission denied"), "p: cannot be read: Permission denied"),
    (.tooLarge(file: "p", limit: 9), "p: larger than 9 bytes; expected a project file in YAML, not a layer"),
    (.notUTF8(file: "p", line: 3), "p:3: not UTF-8; save the file in that encoding"),
  ])
  func `errors about the file itself name it`(error: ProjectFileError, expected: String) {
    #expect(error.description == expected)
    #expect(error.file == "p")
  }

  @Test func `a message stays on one short line whatever the key`() {
    let key = String(repeating: "x", count: 500)
    let text = message("\"a\\nb\": c\n\(key): d")
    #expect(text.hasPrefix("phusong.yml:1: unknown key \"a\\u{a}b\" in the project file"))
    #expect(message("villages: {file: v}\n\(key): d").count < 250)
  }
}
