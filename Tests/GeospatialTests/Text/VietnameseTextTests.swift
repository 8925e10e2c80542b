import Foundation
import Testing

@testable import Geospatial

@Suite struct VietnameseTextTests {
  @Test(arguments: [
    ("Tỉnh Đắk Lắk", "tinh dak lak"), ("  BÀ RỊA - VŨNG TÀU ", "ba ria vung tau"), ("Xã Ea H'leo", "xa ea hleo"),
    ("TP.HCM", "tp hcm"), ("Phường 01", "phuong 01"), ("", ""), ("…", ""), ("Ðồng Nai", "dong nai"),
  ])
  func `plain text has neither case nor marks`(text: String, plain: String) {
    #expect(VietnameseText(text).plain == plain)
    #expect(VietnameseText(text.decomposedStringWithCanonicalMapping).plain == plain)
  }

  @Test(arguments: [
    ("Hoà Bình", "Hòa Bình"), ("Thuỷ", "Thủy"), ("Phú Quí", "Phú Quý"), ("Mỹ Tho", "mĩ tho"), ("KonTum", "Kon Tum"),
    ("Đắk Lắk", "đắc lắc"), ("Phường 01", "phường 1"), ("Vĩnh Yên", "VĨNH YÊN"),
    ("Bà Rịa-Vũng Tàu", "Bà Rịa – Vũng Tàu"),
  ])
  func `spellings of one name have one key`(a: String, b: String) {
    #expect(VietnameseText(a).accented == VietnameseText(b).accented)
    #expect(VietnameseText(a.decomposedStringWithCanonicalMapping).accented == VietnameseText(b).accented)
  }

  @Test(arguments: [("Tân Hòa", "Tấn Hóa"), ("Phường 1", "Phường 10"), ("Đông", "Dong"), ("Quan Hóa", "Quận Hóa")])
  func `different names have different keys`(a: String, b: String) {
    #expect(VietnameseText(a).accented != VietnameseText(b).accented)
  }

  @Test func `a word in front is recognised only where it ends`() {
    #expect(VietnameseText("Thành phố Huế").prefixLength(of: "thanhpho") == 9)
    #expect(VietnameseText("T.P Huế").prefixLength(of: "tp") == 3)
    #expect(VietnameseText("Thành phốHuế").prefixLength(of: "thanhpho") == nil)
    #expect(VietnameseText("Tịnh").prefixLength(of: "tinhbien") == nil)
  }
}
