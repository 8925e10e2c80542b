import Testing

/// A reference system whose datum is not said, so that places may be off by hundreds of metres without looking wrong.
@Suite struct DatumShiftTests {
  private static let definition = "+proj=tmerc +lon_0=105 +k=0.9999 +x_0=500000 +ellps=WGS84 +units=m"
  private static let warning = ", without datum shift, for none is known: places may be off by hundreds of metres"

  private static func project(crs: String) throws -> Scratch {
    try Scratch([
      "p.yml": "villages: {file: v.csv, crs: \"\(crs)\"}\n", "v.csv": "code,x,y\n1,500000,2325000\n",
    ])
  }

  @Test func `analyze warns of a transformation without datum shift`() throws {
    let run = try Program.run(["analyze", "p.yml", "-o", "out"], in: Self.project(crs: Self.definition))
    #expect(run.status == 0)
    #expect(run.errors.hasPrefix("warning: v.csv: \(Self.definition)"), "\(run.errors)")
    #expect(run.errors.hasSuffix(Self.warning + "\n"), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  @Test func `analyze does not warn of a known shift`() throws {
    let run = try Program.run(["analyze", "p.yml", "-o", "out"], in: Self.project(crs: "EPSG:3405"))
    #expect(run.status == 0)
    #expect(run.errors.isEmpty, "\(run.errors)")
  }

  @Test func `info tells that the datum shift is missing`() throws {
    let run = try Program.run(
      ["info", "v.csv", "--crs", Self.definition], in: Self.project(crs: Self.definition))
    #expect(run.status == 0)
    #expect(run.output.contains(Self.warning + "\n"), "\(run.output)")
    let known = try Program.run(["info", "v.csv", "--crs", "EPSG:3405"], in: Self.project(crs: "EPSG:3405"))
    #expect(!known.output.contains("without datum shift"), "\(known.output)")
  }
}
