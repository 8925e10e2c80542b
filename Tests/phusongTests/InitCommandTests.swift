import Foundation
import Testing

/// `phusong init`
@Suite struct InitCommandTests {
  @Test func `init writes a project that runs once its files are there`() throws {
    let scratch = try Scratch()
    let written = try Program.run(["init"], in: scratch)
    #expect(written.status == 0)
    #expect(written.output == "phusong.yml written; name your files in it, then run: phusong analyze phusong.yml\n")
    #expect(scratch.contents == ["phusong.yml"])
    let early = try Program.run(["analyze", "phusong.yml"], in: scratch)
    #expect(early.errors == "error: villages.geojson: no such file\n")
    #expect(early.status == 3)

    let cable = GeoJSONText.collection(
      GeoJSONText.feature("{\"voltage_kv\":22}", GeoJSONText.line("[105,20],[105,22]")))
    let square = GeoJSONText.collection(GeoJSONText.feature("{\"technology\":\"4G\"}", GeoJSONText.square))
    for (name, text) in [
      "villages.geojson": GeoJSONText.twoVillages, "fibre.geojson": cable, "power_lines.geojson": cable,
      "coverage/a.geojson": square, "towers.csv": "lon,lat,range_m\n105,21,\n",
    ] {
      try scratch.write(Data(text.utf8), to: name)
    }
    let run = try Program.run(["analyze", "phusong.yml", "-o", "out"], in: scratch)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    let output = try Output(scratch)
    #expect(output.counts("fibre") == [1, 1, 0])
    #expect(output.counts("signal") == [2, 0, 0])
    #expect(output.counts("power") == [1, 1, 0])
    #expect(output.summary["project"] as? String == URL(fileURLWithPath: scratch.path).lastPathComponent)
  }

  @Test func `init leaves a file that is there alone, unless it is forced`() throws {
    let scratch = try Scratch(["deep/p.yml": "mine"])
    let refused = try Program.run(["init", "deep/p.yml"], in: scratch)
    #expect(refused.status == 1)
    #expect(refused.errors == "error: deep/p.yml: cannot be written: it is there already; --force replaces it\n")
    #expect(try scratch.text("deep/p.yml") == "mine")
    let forced = try Program.run(["init", "deep/p.yml", "--force", "--name", "Sơn La: \"2026\""], in: scratch)
    #expect(forced.status == 0)
    #expect(try scratch.text("deep/p.yml").contains("name: \"Sơn La: \\\"2026\\\"\"\n"))
    #expect(scratch.contents == ["deep", "deep/p.yml"])
  }

  @Test(arguments: [
    ("none/p.yml", "there is no such folder"), ("deep", "it is there already; --force replaces it"),
  ])
  func `init refuses what cannot be a file`(file: String, reason: String) throws {
    let scratch = try Scratch(["deep/p.yml": "mine"])
    let run = try Program.run(["init", file], in: scratch)
    #expect(run.errors == "error: \(file): cannot be written: \(reason)\n")
    #expect(run.status == 1)
    #expect(scratch.contents == ["deep", "deep/p.yml"])
  }

  @Test func `init does not replace a folder, not even when forced`() throws {
    let scratch = try Scratch(["deep/p.yml": "mine"])
    let run = try Program.run(["init", "deep", "--force"], in: scratch)
    #expect(
      run.errors
        == "error: deep: cannot be written: there is a folder of that name; expected a file or nothing\n")
    #expect(run.status == 1)
    #expect(scratch.contents == ["deep", "deep/p.yml"])
  }
}
