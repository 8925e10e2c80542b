import Foundation
import Testing

/// The two runs that the project is measured by.
@Suite struct WholeRunTests {
  private static let hasReference = ConditionTrait.enabled(
    if: FileManager.default.fileExists(atPath: SharedData.reference), "needs GeoData/reference/phusong.yml")

  /// The one run of the reference project that several tests look at.
  private static let reference = Result { try AnalyzedProject(Scratch(), ["--quiet"]) }

  @Test(.enabled(if: SharedData.benchmark != nil, "needs PHUSONG_BENCH_DATA, the folder of the generated layers"))
  func `the workload of the benchmark gives its control sums`() throws {
    let data = try #require(SharedData.benchmark)
    let scratch = try SharedData.project("benchmark")
    try scratch.write(
      Data(try scratch.text("project.yml").replacing("data/", with: data + "/").utf8), to: "project.yml")
    let run = try Program.run(["analyze", "project.yml", "-o", "out", "--quiet"], in: scratch)
    #expect(run.status == 0)
    let output = try Output(scratch)
    #expect(output.counts("signal") == [4276, 6786 - 4276, 0])
    #expect(output.counts("fibre") == [3583, 6786 - 3583, 0])
    #expect(output.counts("power") == [5130, 6786 - 5130, 0])
    try RFC7946.check(scratch.data("out/villages.geojson"))
  }

  @Test(hasReference)
  func `the reference project counts what the notice of the government counts`() throws {
    // Notice 06/TB-VPCP of 10 January 2024: 6,786 villages, 3,235 with fibre, 689 without signal, 118 without power.
    let project = try Self.reference.get()
    #expect(project.run.status == 0)
    #expect(project.run.errors.isEmpty)
    let output = try Output(project)
    #expect(output.summary["villages"] as? Int == 6786)
    #expect(output.counts("fibre") == [3235, 6786 - 3235, 0])
    #expect(output.counts("signal") == [6786 - 689, 689, 0])
    #expect(output.counts("power") == [6786 - 118, 118, 0])
    #expect(output.villages(by: "provinces").count >= 20)
    #expect(output.villages(by: "provinces").values.reduce(0, +) == 6786)
    try RFC7946.check(project.villages)
  }

  @Test(hasReference, .enabled(if: Validators.python != nil, "needs python3 with jsonschema"))
  func `what the reference project writes is valid by the JSON schema of RFC 7946`() throws {
    try Self.reference.get().checkSchema()
  }

  @Test(hasReference, .enabled(if: Validators.ogrinfo != nil, "needs ogrinfo of GDAL"))
  func `GDAL reads what the reference project writes without a warning`() throws {
    try Self.reference.get().checkGDAL(features: 6786)
  }

  @Test func `without a reference project the program says where it looked`() throws {
    // A copy of the program away from the package, so that no folder above it has one.
    let scratch = try Scratch()
    try FileManager.default.copyItem(atPath: Program.path, toPath: scratch.file("phusong"))
    let run = try Program.run(
      scratch.file("phusong"), ["analyze", "-o", "out"], in: scratch.path, environment: ["PHUSONG_DATA": "none"])
    #expect(run.status == 3)
    #expect(
      run.errors
        == "error: none/reference/phusong.yml: no such file; PHUSONG_DATA should name the GeoData folder\n")
    #expect(scratch.contents == ["phusong"])
  }
}
