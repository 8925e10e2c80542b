import Coverage
import Foundation
import GeoFormats
import Testing

@testable import Project
@testable import Reporting

@Suite struct RemarkTests {
  @Test(arguments: [
    (
      "a/b.geojson, feature 3, line 5: Self-intersection at (104.5, 19.3); repaired",
      "a/b.geojson, đối tượng 3, dòng 5: đường biên tự cắt tại (104.5, 19.3); đã sửa"
    ),
    (
      "v.csv: without coordinates, so of unknown status: 2 of 9 villages; the first is feature 4, line 6",
      "v.csv: 2 trên 9 thôn, bản không có toạ độ nên chưa rõ tình trạng; đầu tiên là đối tượng 4, dòng 6"
    ),
    (
      "47 of 6786 villages lie in communes that were divided in 2025; their commune_code_2025 is where most went",
      "47 trên 6786 thôn, bản thuộc các xã bị chia tách năm 2025; commune_code_2025 là xã mới nhận phần lớn nhất"
    ),
    (
      "t.csv, line 2: range_m is -5; expected metres above 0 and at most 100000; not used, as with 1 of 7 sites",
      "t.csv, dòng 2: range_m là -5; cần số mét lớn hơn 0 và không quá 100000; không dùng, như 1 trên 7 trạm"
    ),
    (
      "there is nothing to rank the villages by: poverty (no village has a value in \"poor\"), "
        + "fibre_gap (no village has a distance to fibre); score and rank stay empty",
      "không có gì để xếp hạng thôn, bản: Hộ nghèo (không thôn, bản nào có giá trị ở \"poor\"), "
        + "Khoảng cách tới cáp quang (không thôn, bản nào có khoảng cách tới fibre); điểm và hạng để trống"
    ),
    ("r.tab: GDAL: a warning: of its own", "r.tab: GDAL báo: a warning: of its own"),
  ])
  func `a remark is told in Vietnamese`(english: String, vietnamese: String) {
    #expect(Words.vietnamese(remark: english) == vietnamese)
  }

  @Test func `what has no translation is told in English, and marked so`() {
    let notice = LoadedProject.Notice(layer: "towers", text: "a.csv: something of a later version", isLoss: false)
    #expect(Words(.vi).remark(notice) == (notice.text, false))
    #expect(Words(.en).remark(notice) == (notice.text, true))
  }

  /// Inputs with every fault that an analysis goes on from and that needs no other program.
  private static let files = [
    "p.yml": """
    villages: {file: villages.csv, fields: {name: ten}}
    layers:
      zones: zones.geojson
      cables: {file: cables.csv}
      towers: towers.csv
      sites: {file: sites.csv, crs: "EPSG:3405"}
    services:
      signal:
        - {layer: zones, rule: inside}
        - {layer: towers, rule: range, field: range_m}
      fibre:
        - {layer: cables, rule: within, metres: 500}
      power:
        - {layer: sites, rule: within, metres: 500, where: {kind: none}}
    ranking: {weights: {people_without_fibre: 0, people_without_signal: 0, people_without_power: 0,
      fibre_gap: 0, signal_gap: 0, power_gap: 0, missing_together: 0}}

    """,
    "villages.csv": "ten;lon;lat\nBản Một;105,5;21,5\nBản Hai;;\n",
    "zones.geojson": """
    {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4756"}},"features":[
    {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[105,21],[106,21],[106,22],[105,22]]]}},
    {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[105,21],[106,21]],[[105.1,21.1],[105.2,21.1],[105.2,21.2],[105.1,21.1]]]}},
    {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[107,21],[108,22],[108,21],[107,22],[107,21]]]}}
    ]}
    """,
    "cables.csv": "name,wkt\nC1,\"LINESTRING (105.5 21.5, 105.6 21.5)\"\n",
    "towers.csv": "name,lon,lat,range_m\nT1,105,21,-5\nT2,105,21.1,2000\n",
    "sites.csv": "kind,x,y\nsub,500000,2300000\n",
  ]

  @Test func `every remark of an analysis has its Vietnamese`() async throws {
    let folder = try TemporaryFolder()
    for (name, text) in Self.files { try folder.write(text, to: name) }
    // The same in another encoding, which is guessed.
    let utf16 = "name,wkt\nC1,\"LINESTRING (105.5 21.5, 105.6 21.5)\"\n".utf16.flatMap {
      [UInt8($0 & 255), UInt8($0 >> 8)]
    }
    try Data(utf16).write(to: URL(fileURLWithPath: folder.file("cables.csv")))
    let analysis = try await Analysis.run(try ProjectFile.read(contentsOf: folder.file("p.yml")), threads: 1)
    let remarks = analysis.notices.map { (english: $0.text, vietnamese: Words(.vi).remark($0)) }
    for remark in remarks { #expect(remark.vietnamese.isTranslated, "\(remark.english)") }
    for sign in [
      "dấu phẩy thập phân", "thôn, bản không có mã", "không có toạ độ nên", "có thành phần \"crs\"", "đã khép",
      "cần ít nhất 4",
      "vòng ngoài đã bị bỏ qua", "đường biên tự cắt tại", "chuyển", "range_m là -5",
      "không có đối tượng nào được tính cho điện",
      "đọc theo UTF-16", "không có gì để xếp hạng",
    ] {
      #expect(remarks.contains { $0.vietnamese.text.contains(sign) }, "\(sign)")
    }
  }

  @Test(arguments: [
    (RuleKind.within(metres: 500), "cách cáp không quá 500 m"), (.within(metres: 1000), "cách cáp không quá 1.000 m"),
    (.inside, "nằm trong cáp"), (.range(field: "r", metres: nil), "trong tầm r của cáp"),
    (.range(field: "r", metres: 20.5), "trong tầm r của cáp, hoặc 20,5 m nếu không ghi"),
    (.range(field: nil, metres: 3000), "trong tầm 3.000 m quanh cáp"),
  ])
  func `a rule is told in Vietnamese`(kind: RuleKind, text: String) {
    #expect(Words(.vi).rule(Rule(layer: "cáp", kind: kind)) == text)
    #expect(Words(.en).rule(Rule(layer: "fibre", kind: kind)) == Rule(layer: "fibre", kind: kind).description)
  }

  @Test func `the sentences of a phrase have the same gaps in both languages`() {
    let phrase = Phrase("{} of {} things", "{2}: {1}")
    #expect(phrase.vietnamese(of: "3 of 9 things") == "9: 3")
    #expect(phrase.vietnamese(of: "of 9 things") == nil)
    #expect(phrase.vietnamese(of: "3 of 9 thing") == nil)
    #expect(Phrase("none", "không").vietnamese(of: "none") == "không")
    #expect(Phrase("none", "không").vietnamese(of: "none else") == nil)
  }
}
