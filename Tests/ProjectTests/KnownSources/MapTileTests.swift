import GeoFormats
import Testing

@testable import Project

@Suite struct MapTileTests {
  @Test(arguments: [
    // The example of "Bing Maps Tile System": tile (3, 5) at level 3.
    ("213", 3, 5, 3), ("0", 0, 0, 1), ("3", 1, 1, 1), ("0000000000000000", 0, 0, 16),
  ])
  func `a quadkey names column, row and zoom`(quadkey: String, column: Int, row: Int, zoom: Int) throws {
    let tile = try #require(MapTile(quadkey: quadkey))
    #expect([tile.column, tile.row, tile.zoom] == [column, row, zoom])
  }

  @Test(arguments: ["", "4", "21a", "1.32E+15", " 213", "012301230123012301230123"])
  func `anything else is no quadkey`(text: String) {
    #expect(MapTile(quadkey: text) == nil)
  }

  @Test func `the first level is four quarters of the web Mercator square`() throws {
    let tile = try #require(MapTile(quadkey: "1"))
    #expect(tile.boundingBox.west == 0)
    #expect(tile.boundingBox.east == 180)
    #expect(tile.boundingBox.south == 0)
    // EPSG:3857 ends at 85.06 degrees.
    #expect(abs(tile.boundingBox.north - 85.051_128_779_8) < 1e-9)
  }

  /// A tile as Ookla's open data has it, with the polygon that it gives for it.
  static let table = """
    quadkey,tile,avg_d_kbps,avg_u_kbps,avg_lat_ms,tests,devices
    0231113112003202,"POLYGON((-90.6591796875 38.4922941923613, -90.6536865234375 38.4922941923613))",66216,12490,13,28,4
    1322101122023300,,,,,,
    """

  @Test func `Ookla's table makes the square that Ookla gives`() async throws {
    let layer = try await SourceScene.layer(
      .ooklaTiles, Self.table, ending: "csv",
      wanted: ["download_mbps", "upload_mbps", "latency_ms", "tests", "devices"])
    let box = layer.geometries.boundingBox(ofFeature: 0)
    #expect(box.west == -90.659_179_687_5)
    #expect(box.east == -90.653_686_523_437_5)
    #expect(abs(box.north - 38.492_294_192_361_3) < 1e-12)
    #expect(abs(box.south - 38.487_994_609_214_6) < 1e-9)
    #expect(layer.geometries.partKinds == [.shell, .shell])
    #expect(layer.texts("download_mbps") == ["66.216", nil])
    #expect(layer.texts("upload_mbps") == ["12.49", nil])
    #expect(layer.texts("latency_ms") == ["13", nil])
    #expect(layer.texts("tests") == ["28", nil])
    #expect(layer.texts("devices") == ["4", nil])
  }

  /// The quadkey is that of the tile of zoom 16 around 105.85 degrees east, 21.03 degrees north.
  @Test func `a rule sees the speed of the tile around a village`() async throws {
    let files = [
      "phusong.yml": """
      villages: {file: villages.csv}
      layers: {tiles: {file: tiles.geojson, source: ookla-tiles}}
      services: {signal: [{layer: tiles, rule: inside, where: {download_mbps: {min: 10}}}]}
      """,
      "villages.csv": "code,lon,lat\na,105.85,21.03\nb,105.95,21.03\n",
      "tiles.geojson": SourceScene.points([#"{"quadkey":"1322101121220121","avg_d_kbps":12000,"tests":3}"#]),
    ]
    let analysis = try await SourceScene.analysis(files)
    #expect(analysis.assessment[.signal].statuses == [.served, .unserved])
  }

  @Test(arguments: ["1.32E+15", "231113112003202", "02311131120032021", "x"])
  func `a quadkey that a spreadsheet has spoilt is refused`(quadkey: String) async throws {
    do {
      _ = try await SourceScene.layer(.ooklaTiles, "quadkey,tests\n\(quadkey),3\n", ending: "csv", wanted: [])
      Issue.record("no error")
    } catch let error as FormatError {
      #expect(error.place == "line 2")
      #expect(error.problem == "quadkey is \(quadkey); expected 16 digits from 0 to 3, with the zeros in front")
    }
  }
}
