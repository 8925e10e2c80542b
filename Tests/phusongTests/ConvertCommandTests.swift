import Foundation
import Testing

@Suite struct ConvertCommandTests {
  private static let collection = GeoJSONText.collection(
    GeoJSONText.feature("{\"code\":\"01\",\"n\":1.50}", GeoJSONText.point("105.8391041,21.0227265")),
    GeoJSONText.feature("{\"code\":\"02\",\"n\":null}", GeoJSONText.point("105.84,21.03")))

  /// Converts `in.geojson`, or the file `input`, and gives the run and the text of the output.
  private func convert(
    _ arguments: [String], input: String = "in.geojson", files: [String: String] = ["in.geojson": collection],
    output: String
  ) throws -> (run: Program.Run, text: String) {
    let scratch = try Scratch(files)
    let run = try Program.run(["convert", input, output] + arguments, in: scratch)
    #expect(scratch.contents == (files.keys + [output]).sorted())
    return (run, try scratch.text(output))
  }

  @Test(arguments: [
    ("o.csv", "longitude,latitude,code,n\n105.8391041,21.0227265,01,1.50\n105.84,21.03,02,\n"),
    ("o.tsv", "longitude\tlatitude\tcode\tn\n105.8391041\t21.0227265\t01\t1.50\n105.84\t21.03\t02\t\n"),
    ("o.ndjson", lines("")), ("o.geojsonl", lines("")), ("o.geojsonseq", lines("\u{1E}")),
  ])
  func `the ending of the output tells its format`(output: String, expected: String) throws {
    let (run, text) = try convert([], output: output)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output == "\(output) written: 2 features\n")
    #expect(text == expected)
  }

  private static func lines(_ separator: String) -> String {
    [
      GeoJSONText.feature("{\"code\":\"01\",\"n\":1.50}", GeoJSONText.point("105.8391041,21.0227265")),
      GeoJSONText.feature("{\"code\":\"02\",\"n\":null}", GeoJSONText.point("105.84,21.03")),
    ].map { separator + $0 + "\n" }.joined()
  }

  @Test func `GeoJSON comes out valid by RFC 7946`() throws {
    let files = ["in.csv": "code;easting;northing\n1;587000,0;2325000,0\n2;587100,5;2325000,0\n"]
    let (run, text) = try convert(["--from", "EPSG:3405"], input: "in.csv", files: files, output: "o.geojson")
    #expect(run.status == 0)
    try RFC7946.check(Data(text.utf8))
    #expect(text.contains("[105.8391041,21.0227265]"))
  }

  @Test func `the operation and its accuracy are told`() throws {
    let (run, text) = try convert(["--to", "EPSG:3405", "--bom"], output: "o.csv")
    #expect(run.status == 0)
    #expect(
      run.errors
        == "WGS 84 to VN-2000 / UTM zone 48N (EPSG:3405): Inverse of VN-2000 to WGS 84 (2) + UTM zone 48N, accuracy 1 m\n"
    )
    #expect(text.hasPrefix("\u{FEFF}easting,northing,code,n\n"))
    let cells = text.split(separator: "\n")[1].split(separator: ",")
    #expect(abs((Double(cells[0]) ?? 0) - 587_000) < 0.02)
    #expect(abs((Double(cells[1]) ?? 0) - 2_325_000) < 0.02)
  }

  /// By cs2cs, easting 587,000 and northing 2,325,000 of EPSG:3405 in EPSG:9210, which has the same datum.
  @Test func `systems of one datum are brought to each other without a datum shift`() throws {
    let files = ["in.csv": "easting,northing\n587000,2325000\n"]
    let (run, text) = try convert(
      ["--from", "EPSG:3405", "--to", "EPSG:9210"], input: "in.csv", files: files, output: "o.csv")
    #expect(run.status == 0)
    #expect(run.errors.contains("Inverse of UTM zone 48N + Vietnam TM-3 105-45, accuracy"))
    #expect(text == "easting,northing\n509066.115,2325472.139\n")
  }

  /// The bytes are those of Python's codec cp1258: Bản, Nậm.
  @Test(arguments: [[], ["--encoding", "windows-1258"]])
  func `tables in Windows-1258 come out as UTF-8`(arguments: [String]) throws {
    let scratch = try Scratch()
    let bytes = Array("ten,lon,lat\nB".utf8) + [0x61, 0xD2, 0x6E, 0x20, 0x4E, 0xE2, 0xF2] + Array("m,105,21\n".utf8)
    try scratch.write(Data(bytes), to: "in.csv")
    let run = try Program.run(["convert", "in.csv", "o.csv"] + arguments, in: scratch)
    #expect(run.status == 0)
    #expect(run.errors.contains("read as Windows-1258 by a guess") == arguments.isEmpty)
    #expect(try scratch.text("o.csv") == "longitude,latitude,ten,lon,lat\n105,21,Bản Nậm,105,21\n")
  }

  @Test func `heights are left out, which the exit code tells`() throws {
    let files = ["in.geojson": GeoJSONText.collection(GeoJSONText.village("1", "105,21,812.5"))]
    let (run, text) = try convert([], files: files, output: "o.csv")
    #expect(run.status == 4)
    #expect(run.errors == "warning: in.geojson: heights left out: 1 positions have one\n")
    #expect(text == "longitude,latitude,code\n105,21,1\n")
  }

  @Test(
    arguments: [
      (["in.geojson", "o.xyz"], 2, "No format has the ending of 'o.xyz'. Expected one of .geojson, .json, .geojsonl,"),
      (
        ["in.geojson", "o.geojson", "--to", "EPSG:3405"], 2,
        "'o.geojson' cannot be in VN-2000 / UTM zone 48N (EPSG:3405): GeoJSON is always WGS 84 (RFC 7946, 4)."
      ),
      (["in.geojson", "o.geojson", "--bom"], 2, "--bom is for .csv and .tsv"),
      (["in.geojson", "o.csv", "--encoding", "tcvn3"], 2, "--encoding is for delimited text"),
      (["in.geojson", "o.csv", "--encoding", "latin1"], 2, "The value 'latin1' is invalid for '--encoding"),
      (["in.geojson", "o.csv", "--to", "EPSG:1"], 2, "--to: "),
      (
        ["in.geojson", "./in.geojson"], 1,
        "error: ./in.geojson: cannot be written: it is the input; choose another name"
      ),
      (["in.geojson", "none/o.csv"], 1, "error: none/o.csv: cannot be written: there is no such folder"),
      (["none.geojson", "o.csv"], 3, "error: none.geojson: no such file"),
      (["in.geojson", "o.csv", "--from", "EPSG:3405"], 3, "error: in.geojson, feature 0, line 2: easting 105.8391041"),
      (["in.geojson"], 2, "Missing expected argument '<out>'"),
    ] as [([String], Int32, String)])
  func `what cannot be done is refused and nothing is written`(
    arguments: [String], status: Int32, message: String
  ) throws {
    let scratch = try Scratch(["in.geojson": Self.collection])
    let run = try Program.run(["convert"] + arguments, in: scratch)
    #expect(run.status == status)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(run.output.isEmpty)
    #expect(scratch.contents == ["in.geojson"])
    #expect(try scratch.text("in.geojson") == Self.collection)
  }

  @Test func `converting there and back changes nothing but what CSV cannot hold`() throws {
    let scratch = try Scratch(["in.geojson": Self.collection])
    for (from, to) in [("in.geojson", "a.csv"), ("a.csv", "b.ndjson"), ("b.ndjson", "c.csv")] {
      #expect(try Program.run(["convert", from, to], in: scratch).status == 0)
    }
    let columns = try ["a.csv", "c.csv"].map { name in
      try scratch.text(name).split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    }
    #expect(columns[0].map { $0.prefix(2) } == columns[1].map { $0.prefix(2) })
    #expect(columns[1].map { $0.last } == ["1.50", "02"])
  }
}
