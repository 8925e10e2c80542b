import Testing

@testable import Geospatial

@Suite struct VietnameseOrderTests {
  /// Lists in the order of a Vietnamese dictionary: letters before tones, ă before â, đ behind d.
  @Test(arguments: [
    ["ba", "bà", "bả", "bã", "bá", "bạ", "băn", "bân"],
    ["da", "dạ", "đa", "đạ", "e", "ê"],
    ["co", "cô", "cơ", "cu", "cư"],
    ["Bản 2", "Bản 02a", "Bản 10", "Bản Ba", "Bản Bá"],
    ["An Giang", "Bà Rịa", "Bắc Kạn", "Cao Bằng", "Đà Nẵng", "Đắk Lắk", "Điện Biên", "Gia Lai", "Lai Châu"],
    ["mã a", "má a", "mã b"],
    ["", "1", "9", "12", "a"],
  ])
  func `texts stand as in a dictionary`(texts: [String]) {
    #expect(texts.reversed().sorted { VietnameseOrder.precedes($0, $1) } == texts)
  }

  @Test func `composed and decomposed spellings have the same key`() {
    #expect(VietnameseOrder.key("Điện Biên") == VietnameseOrder.key("Điê\u{323}n Biên"))
    #expect(VietnameseOrder.key("Bản  Ba") == VietnameseOrder.key("bản-ba"))
  }

  @Test func `texts of the same key stand in the order of Unicode`() {
    #expect(VietnameseOrder.precedes("Ba", "ba"))
    #expect(!VietnameseOrder.precedes("ba", "Ba"))
    #expect(!VietnameseOrder.precedes("ba", "ba"))
  }
}
