import Foundation
import Testing

@testable import GeoFormats

@Suite struct GDALProgramTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func run(_ script: String) async throws -> String {
    let outcome = try await GDALProgram.run("/bin/sh", ["-c", script], file: "v.shp")
    return String(decoding: outcome.output, as: UTF8.self)
  }

  @Test(arguments: [
    ("echo '{}'; kill -9 $$", "v.shp: GDAL was ended by signal 9"),
    ("echo '{}'; echo 'ERROR 3: disk' >&2; kill -9 $$", "v.shp: GDAL was ended by signal 9: disk"),
    ("echo '{}'; exit 1", "v.shp: GDAL failed with code 1"),
    ("echo '{}'; echo 'ERROR 4: no such file' >&2; exit 1", "v.shp: GDAL: no such file"),
    ("echo '{}'; echo 'ERROR 1: cut short' >&2; exit 0", "v.shp: GDAL: cut short"),
    ("printf 'FAILURE:\\nUnable to open datasource\\n'; exit 1", "v.shp: GDAL: Unable to open datasource"),
  ])
  func `a program that fails, is killed or complains gives an error and no output`(
    script: String, message: String
  ) async throws {
    let error = await #expect(throws: FormatError.self) { try await run(script) }
    #expect(try #require(error).description == message)
  }

  @Test func `warnings do not stand in the way`() async throws {
    #expect(try await run("echo '{}'; echo 'Warning 1: odd' >&2") == "{}\n")
  }

  @Test func `without GDAL the error says how to install it`() throws {
    let error = #expect(throws: FormatError.self) {
      try GDALProgram.converter(for: "v.shp") { $0 == "PATH" ? folder.path : nil }
    }
    #expect(
      try #require(error).description
        == "v.shp: this format is read and written by GDAL, whose program ogr2ogr is not installed; "
        + "install it, as with: apt install gdal-bin")
  }

  @Test func `the environment may name the program, which must be there`() throws {
    let program = try folder.write("#!/bin/sh\n", as: "my ogr2ogr")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    #expect(try GDALProgram.converter(for: "v.shp") { $0 == GDALProgram.variable ? program : nil } == program)
    let error = #expect(throws: FormatError.self) {
      try GDALProgram.converter(for: "v.shp") { $0 == GDALProgram.variable ? "/none/ogr2ogr" : nil }
    }
    #expect(
      try #require(error).problem == "PHUSONG_OGR2OGR is \"/none/ogr2ogr\"; expected the path of the program ogr2ogr")
  }
}

@Suite struct GDALMessagesTests {
  @Test func `errors and warnings are told apart, each once and without its number`() {
    let messages = GDALMessages(
      """
      Warning 6: Normalized/laundered field name
      ERROR 1: one
      ERROR 1: one
      ERROR 4: two: three
      FAILURE:
      Unable to open datasource `x' with the following drivers.
        -> FITS
      """)
    #expect(messages.warnings == ["Normalized/laundered field name"])
    #expect(messages.errors == ["one", "two: three", "Unable to open datasource `x'"])
    #expect(messages.text == "one; two: three; Unable to open datasource `x'")
  }
}
