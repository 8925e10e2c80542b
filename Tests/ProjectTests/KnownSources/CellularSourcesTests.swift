import Coverage
import GeoFormats
import Testing

@testable import Project

@Suite struct CellularSourcesTests {
  @Test(arguments: [
    ("GSM", "2G"), ("gsm", "2G"), ("EDGE", "2G"), ("UMTS", "3G"), ("CDMA", "3G"), ("HSPA+", "3G"), ("LTE", "4G"),
    ("LTE-A", "4G"), ("4G", "4G"), ("NR", "5G"), ("5G NSA", "5G"), ("NBIOT", nil), ("WiFi", nil), ("", nil),
  ])
  func `a technology has a generation`(name: String, generation: String?) {
    #expect(RadioTechnology.generation(name) == generation)
  }

  /// Cells as the table of OpenCelliD has them: a GSM cell of Viettel, an LTE cell, an NB-IoT cell, one without a range.
  static let cells = """
    GSM,452,4,24012,12312,0,105.0,21.0,1000,7,1,1459692342,1488347104,0
    LTE,452,1,3213,11209999,12,105.1,21.0,2500,2,1,1459692342,1488347104,-95
    NBIOT,452,1,3213,11209998,,105.2,21.0,2500,2,1,1459692342,1488347104,0
    UMTS,452,2,10,5,,105.3,21.0,0,1,1,1459692342,1488347104,0

    """
  static let header =
    "radio,mcc,net,area,cell,unit,lon,lat,range,samples,changeable,created,updated,averageSignal\n"

  @Test(arguments: [cells, header + cells])
  func `OpenCelliD is read with and without a header line`(text: String) async throws {
    let layer = try await SourceScene.layer(
      .openCellID, text, ending: "csv", wanted: ["range_m", "range", "samples", "operator_code"])
    #expect(layer.texts("technology") == ["2G", "4G", nil, "3G"])
    #expect(layer.texts("range_m") == ["1000", "2500", "2500", nil])
    #expect(layer.texts("range") == ["1000", "2500", "2500", nil])
    #expect(layer.texts("samples") == ["7", "2", "2", "1"])
    #expect(layer.texts("operator_code") == ["452-4", "452-1", "452-1", "452-2"])
    #expect(layer.geometries.coordinates.map(\.longitude) == [105, 105.1, 105.2, 105.3])
    #expect(SourceScene.counted(.openCellID, in: layer) == [0, 1, 3])
  }

  @Test func `a cell serves as far as its range`() async throws {
    let analysis = try await SourceScene.analysis([
      "phusong.yml": """
      villages: {file: villages.csv}
      layers: {cells: {file: cells.csv, source: opencellid}}
      services:
        signal: [{layer: cells, rule: range, field: range, metres: 500, where: {technology: [3G, 4G, 5G]}}]
      """,
      "villages.csv": "code,lon,lat\na,105.0,21.0\nb,105.1,21.02\nc,105.2,21.0\nd,105.3,21.004\ne,105.3,21.005\n",
      "cells.csv": Self.cells,
    ])
    // Of GSM, of LTE 2,214 m away, of NB-IoT, of UMTS without a range 443 m and 554 m away.
    #expect(analysis.assessment[.signal].statuses == [.unserved, .served, .unserved, .served, .unserved])
  }

  @Test(
    arguments: [
      (.number(-95), -95), (.text("-95.5"), -95.5), (.text("-95 dBm"), -95), (.number(-31), -31),
      (.number(-156), -156), (.number(95), nil), (.number(45), nil), (.number(0), nil), (.number(-200), nil),
      (.text("n/a"), nil),
    ] as [(AttributeValue, Double?)])
  func `received power is what a telephone can report`(value: AttributeValue, dBm: Double?) {
    #expect(MeasuredSignal.dBm(value) == dBm)
  }

  @Test func `measurements of at least -110 dBm count`() async throws {
    let text = """
      lat,lon,rsrp,operator,technology
      21.0,105.0,-109.5,Viettel,LTE
      21.1,105.0,-110,Viettel,NR
      21.2,105.0,-110.1,VNPT,LTE
      21.3,105.0,,VNPT,LTE
      21.4,105.0,97,VNPT,LTE
      """
    let layer = try await SourceScene.layer(.rsrp, text, ending: "csv", wanted: ["rsrp_dbm", "technology", "operator"])
    #expect(layer.texts("rsrp_dbm") == ["-109.5", "-110", "-110.1", nil, nil])
    #expect(layer.texts("technology") == ["4G", "5G", "4G", "4G", "4G"])
    #expect(layer.texts("operator").first == "Viettel")
    #expect(SourceScene.counted(.rsrp, in: layer) == [0, 1])
  }

  @Test func `a table of another kind is refused with what it has`() async throws {
    await #expect(throws: FormatError.self) {
      try await SourceScene.layer(.rsrp, "lat,lon,level\n21,105,3\n", ending: "csv", wanted: [])
    }
    do {
      _ = try await SourceScene.layer(.gigaSites, "lat,lon,level\n21,105,3\n", ending: "csv", wanted: [])
      Issue.record("no error")
    } catch let error as FormatError {
      #expect(error.problem == "the source giga-sites needs a property radio_type; found lat, lon, level")
    }
  }
}
