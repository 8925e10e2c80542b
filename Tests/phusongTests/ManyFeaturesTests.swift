import Foundation
import Testing

/// Inputs large enough to be cut into pieces for the threads, and inputs of several files.
@Suite struct ManyFeaturesTests {
  /// Villages whose properties hold what looks like the beginning of a feature, so that a cut may fall into one.
  private static func villages(_ count: Int, last: String = "0") -> String {
    let decoy = "{\"type\":\"Feature\",\"properties\":{\"code\":\"7\"},\"geometry\":null}"
    let features = (0..<count).map { number in
      let latitude = number == count - 1 ? last : "\(number % 17)"
      return GeoJSONText.feature(
        "{\"code\":\"\((number * 7919) % 100_003)\",\"copy\":[\(decoy),\n\(decoy)],\"text\":\"\\\"},\\n{\"}",
        GeoJSONText.point("105.\(number),\(latitude)"))
    }
    return "{\"type\":\"FeatureCollection\",\"features\":[\n\(features.joined(separator: ",\n"))\n]}\n"
  }

  private static let project = """
    villages: {file: v.geojson}
    layers: {same: v.geojson}
    measures: {same_m: same}

    """

  @Test func `a file that is cut up for the threads gives the same bytes`() throws {
    let scratch = try Scratch(["p.yml": Self.project, "v.geojson": Self.villages(8000)])
    for threads in ["1", "2", "7"] {
      let run = try Program.run(["analyze", "p.yml", "-o", threads, "--threads", threads], in: scratch)
      #expect(run.status == 0)
    }
    #expect(try scratch.data("1/villages.geojson") == scratch.data("2/villages.geojson"))
    #expect(try scratch.data("1/villages.geojson") == scratch.data("7/villages.geojson"))
    #expect(try scratch.data("1/summary.json") == scratch.data("7/summary.json"))
    let output = try Output(scratch, "7")
    #expect(output.features.count == 8000)
    let codes = output.texts("code").compactMap { $0.flatMap { Int($0) } }
    #expect(codes == codes.sorted())
    #expect(output.numbers("same_m").allSatisfy { $0 == 0 })
    try RFC7946.check(scratch.data("7/villages.geojson"))
  }

  @Test(arguments: [
    ("x", "line 16001, column 132: found 'x'; expected a JSON number"),
    ("95", "line 16000: longitude 105.7999, latitude 95.0 is out of range; expected longitude -180 to 180"),
  ])
  func `an error in the last piece has the place it has in the file`(latitude: String, message: String) throws {
    let scratch = try Scratch(["p.yml": Self.project, "v.geojson": Self.villages(8000, last: latitude)])
    for threads in ["1", "2", "7"] {
      let run = try Program.run(["analyze", "p.yml", "-o", "out", "--threads", threads], in: scratch)
      #expect(run.errors.hasPrefix("error: v.geojson, feature 7999, \(message)"))
      #expect(run.status == 3)
    }
    #expect(scratch.contents == ["p.yml", "v.geojson"])
  }

  @Test func `several files make one layer, in the order of their names`() throws {
    let scratch = try Scratch([
      "p.yml": "villages: {file: \"list-*.geojson\"}\n",
      "list-b.geojson": GeoJSONText.collection(GeoJSONText.village("2", "105,21")),
      "list-a.geojson": GeoJSONText.collection(GeoJSONText.village("3", "105,22"), GeoJSONText.village("1", "105,23")),
    ])
    #expect(try Program.run(["analyze", "p.yml", "-o", "out"], in: scratch).status == 0)
    #expect(try Output(scratch).texts("code") == ["1", "2", "3"])
  }

  @Test func `an error in one of several files names that file`() throws {
    let scratch = try Scratch([
      "p.yml": "villages: {file: [a.geojson, b.geojson]}\n",
      "a.geojson": GeoJSONText.collection(GeoJSONText.village("3", "105,22"), GeoJSONText.village("1", "105,23")),
      "b.geojson": GeoJSONText.collection(GeoJSONText.village("2", "105,21"), GeoJSONText.village("3", "105,21")),
    ])
    let run = try Program.run(["analyze", "p.yml", "-o", "out"], in: scratch)
    #expect(
      run.errors
        == "error: b.geojson, feature 1, line 3: the code 3 stands twice; codes must differ; it stands first at "
        + "a.geojson, feature 0, line 2\n")
    #expect(run.status == 3)
  }

  @Test func `a layer that nothing uses is not read`() throws {
    let scratch = try Scratch([
      "p.yml": "villages: {file: v.geojson}\nlayers: {a: none.geojson, b: none*.geojson}\n",
      "v.geojson": GeoJSONText.twoVillages, "out/villages.geojson": "old",
    ])
    let run = try Program.run(["analyze", "p.yml", "-o", "out"], in: scratch)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
  }

  @Test(arguments: [
    ("windows.csv", "\u{FEFF}code,name,lon,lat\r\n1,\"A, \"\"B\"\"\nC\",105,21\r\n\r\n2,,105.5,21\r\n"),
    ("semicolons.csv", "code;name;kinh_do;vi_do\n1;\"A, \"\"B\"\"\nC\";105;21\n2;;105.5;21"),
    ("tabs.tsv", "code\tname\tX\tY\n1\t\"A, \"\"B\"\"\nC\"\t105\t21\n2\t\t105.5\t21\n"),
  ])
  func `CSV as spreadsheets write it is read`(file: String, text: String) throws {
    let scratch = try Scratch(["p.yml": "villages: {file: \(file)}\n", file: text])
    let run = try Program.run(["analyze", "p.yml", "-o", "out"], in: scratch)
    #expect(run.status == 0)
    let output = try Output(scratch)
    #expect(output.texts("name") == ["A, \"B\"\nC", nil])
    #expect(output.texts("code") == ["1", "2"])
    #expect(try scratch.text("out/villages.geojson").contains("\"bbox\":[105,21,105.5,21]"))
  }
}
