import Foundation
import Geospatial
import Testing

@testable import GeoFormats

@Suite struct ElevationReaderTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  /// A tile of 1,201 by 1,201 heights, big-endian, row after row from the north.
  private func tile(_ name: String, _ height: (_ row: Int, _ column: Int) -> Int16) throws -> String {
    var bytes = Data(capacity: 2 * 1_201 * 1_201)
    for row in 0..<1_201 {
      for column in 0..<1_201 {
        let bits = UInt16(bitPattern: height(row, column))
        bytes.append(UInt8(bits >> 8))
        bytes.append(UInt8(bits & 0xFF))
      }
    }
    try bytes.write(to: URL(fileURLWithPath: folder[name]))
    return folder[name]
  }

  @Test func `a tile has its first height in the north-west, and its name is its south-west`() async throws {
    let path = try tile("N21E103.hgt") { row, column in
      row == 600 && column == 600 ? -32_768 : Int16(row) - 300 + Int16(column == 1_200 ? 2_000 : 0)
    }
    let model = try await ElevationReader.read(path)
    func height(_ longitude: Double, _ latitude: Double) -> Double? {
      model.elevation(at: Coordinate(longitude: longitude, latitude: latitude))
    }
    #expect(height(103, 22) == -300)
    #expect(height(103, 21) == 900)
    #expect(height(104, 21) == 2_900)
    let between = try #require(height(103, 22 - 0.5 / 1_200))
    #expect(abs(between - -299.5) < 1e-6)
    #expect(height(103.5, 21.5) == nil)
    #expect(height(104.01, 21.5) == nil)
  }

  @Test func `a folder gives all its tiles, or those of an area`() async throws {
    _ = try tile("N21E103.hgt") { _, _ in 10 }
    _ = try tile("s01w002.HGT") { _, _ in 20 }
    try folder.write("x", as: "readme.txt")
    let all = try await ElevationReader.read(folder.path)
    #expect(all.grids.count == 2)
    #expect(all.elevation(at: Coordinate(longitude: -1.5, latitude: -0.5)) == 20)
    let box = BoundingBox(west: 103.2, south: 21.2, east: 103.3, north: 21.3)
    #expect(try await ElevationReader.read(folder.path, area: box).grids.count == 1)
  }

  @Test func `what is no tile is refused with what was expected`() async throws {
    try folder.write("abc", as: "N21E103.hgt")
    try folder.write("abc", as: "hanoi.hgt")
    for (name, words) in [
      ("N21E103.hgt", "has 3 bytes; expected 2884802"), ("hanoi.hgt", "expected one as N21E103.hgt"),
      ("none.hgt", "no such file"),
    ] {
      let error = await #expect(throws: FormatError.self) { try await ElevationReader.read(folder[name]) }
      #expect(try #require(error).description.contains(words))
    }
    let empty = try ScratchFolder()
    let error = await #expect(throws: FormatError.self) { try await ElevationReader.read(empty.path) }
    #expect(try #require(error).problem.hasPrefix("there is no tile"))
  }

  @Test(.enabled(if: Surroundings.program("gdalwarp") != nil, "GDAL is not installed"))
  func `any other raster comes through GDAL, voids and all`() async throws {
    try folder.write(
      """
      ncols 3
      nrows 2
      xllcorner 103
      yllcorner 21
      cellsize 0.5
      NODATA_value -9999
      1.5 2 3
      4 -9999 6

      """, as: "heights.asc")
    try folder.write(
      "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],PRIMEM[\"Greenwich\",0],"
        + "UNIT[\"degree\",0.0174532925199433]]", as: "heights.prj")
    let model = try await ElevationReader.read(folder["heights.asc"])
    // A pixel is an area; its height is that of its middle.
    func height(_ longitude: Double, _ latitude: Double) -> Double? {
      model.elevation(at: Coordinate(longitude: longitude, latitude: latitude))
    }
    #expect(height(103.25, 21.75) == 1.5)
    #expect(height(103.5, 21.75) == 1.75)
    #expect(height(104.25, 21.25) == 6)
    #expect(height(103.75, 21.25) == nil)
    #expect(folder.names == ["heights.asc", "heights.prj"])
  }

  @Test(.enabled(if: Surroundings.program("gdalwarp") != nil, "GDAL is not installed"))
  func `a file that is no raster is refused in GDAL's words`() async throws {
    try folder.write("nothing", as: "heights.tif")
    let error = await #expect(throws: FormatError.self) { try await ElevationReader.read(folder["heights.tif"]) }
    #expect(try #require(error).description.contains("GDAL: "))
  }
}
