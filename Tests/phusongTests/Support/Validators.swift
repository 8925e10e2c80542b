import Foundation
import Testing

/// Checks of an output that other people's programs make.
enum Validators {
  static let python: String? = {
    guard let python = Program.tool("python3") else { return nil }
    let run = try? Program.run(python, ["-c", "import jsonschema"])
    return run?.status == 0 ? python : nil
  }()
  static let ogrinfo = Program.tool("ogrinfo")

  /// Validates a GeoJSON file with jsonschema against the schema of RFC 7946.
  static func checkSchema(of path: String) throws {
    let python = try #require(python)
    let schema = SharedData.testFolder.appendingPathComponent("Schemas/rfc7946.schema.json").path
    let script = """
      import json, sys, jsonschema
      schema, text = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:])
      errors = list(jsonschema.Draft7Validator(schema).iter_errors(text))
      print("\\n".join(str(list(error.path)) + ": " + error.message[:200] for error in errors[:5]), end="")
      """
    let run = try Program.run(python, ["-c", script, schema, path])
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
  }

  /// Reads a file with GDAL, which must say nothing but what it is asked.
  static func checkGDAL(_ path: String, features: Int) throws {
    let run = try Program.run(try #require(ogrinfo), ["-so", "-al", path])
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(!run.output.localizedCaseInsensitiveContains("warning"))
    #expect(run.output.contains("Feature Count: \(features)\n"))
    #expect(run.output.contains("GEOGCRS[\"WGS 84\""))
  }
}
