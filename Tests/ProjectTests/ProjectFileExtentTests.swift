import Coverage
import Testing

@testable import Project

@Suite struct ProjectFileExtentTests {
  @Test(arguments: [
    ("{layer: b}", ExtentSource.Area.layer("b")), ("x.geojson", .file(FileSource(files: ["x.geojson"], line: 4))),
    ("{file: [x.geojson, y.geojson]}", .file(FileSource(files: ["x.geojson", "y.geojson"], line: 4))),
    ("{provinces: [Lai Châu, \"12\"]}", .provinces(["Lai Châu", "12"])),
    ("{provinces: Lai Châu}", .provinces(["Lai Châu"])),
    ("{provinces_2025: [Tuyên Quang]}", .provinces2025(["Tuyên Quang"])),
  ])
  func `an extent is a layer, a file or provinces`(text: String, area: ExtentSource.Area) throws {
    let project = try ProjectFile.parse(Self.project(text), file: "p.yml")
    #expect(project.layer(named: "a")?.extent == ExtentSource(area: area, line: 4))
    #expect(project.layer(named: "b")?.extent == nil)
  }

  @Test(arguments: [
    ("{layer: c}", "p.yml:4: extent of layer \"a\" names the layer \"c\""),
    ("{layer: a}", "expected the name of another layer, one of polygons"),
    ("{layer: b, file: x}", "expected exactly one of: layer, file, provinces, provinces_2025"),
    ("{}", "expected exactly one of"), ("{province: x}", "did you mean \"provinces\"?"),
    ("{provinces: []}", "a list of provinces by name or, in quotes, by code; the list is empty"),
    ("{provinces: [12]}", "expected a province's name or code, in quotes where it looks like a number"),
  ])
  func `a wrong extent names what was expected`(text: String, expected: String) {
    let error = #expect(throws: ProjectFileError.self) { try ProjectFile.parse(Self.project(text), file: "p.yml") }
    #expect("\(error.map { "\($0)" } ?? "")".contains(expected))
  }

  @Test func `accuracy is a number of metres and may come from a column`() throws {
    let text = "villages: {file: v.csv, accuracy: 50, fields: {accuracy: sai_so, name: ten}}"
    let villages = try ProjectFile.parse(text, file: "p.yml").villages
    #expect(villages.accuracyMetres == 50)
    #expect(villages.accuracyField == PropertyReference(property: "sai_so", line: 1))
    #expect(villages.fields.map(\.field) == [.name])
  }

  @Test(arguments: ["-1", "far", "[3]"])
  func `an accuracy that is no length is refused`(value: String) {
    let error = #expect(throws: ProjectFileError.self) {
      try ProjectFile.parse("villages: {file: v.csv, accuracy: \(value)}", file: "p.yml")
    }
    #expect("\(error.map { "\($0)" } ?? "")".contains("expected a number of metres of at least 0"))
  }

  private static func project(_ extent: String) -> String {
    "villages: {file: v.geojson}\nlayers:\n  a:\n    {file: a.geojson, extent: \(extent)}\n  b: b.geojson\n"
  }
}
