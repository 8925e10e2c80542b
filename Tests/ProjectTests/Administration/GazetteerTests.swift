import Coverage
import Foundation
import Geospatial
import Testing

@testable import Project

@Suite struct GazetteerTests {
  @Test(arguments: [
    ("Xã Sín Thầu", "Huyện Mường Nhé", "Tỉnh Điện Biên", "03154"), ("sin thau", "muong nhe", "dien bien", "03154"),
    ("SÍN THẦU", "H. MƯỜNG NHÉ", "T. Điện Biên", "03154"), ("X. Sín Thầu", "Mường Nhé", "11", "03154"),
    ("Sín Thầu".decomposedStringWithCanonicalMapping, "Mường Nhé", nil, "03154"), ("03154", nil, nil, "03154"),
    ("Sín Thầu", nil, nil, "03154"), ("Xã Mường Tè", "Mường Tè", "Lai Châu", "03445"),
    ("TT Mường Tè", "Mường Tè", "Lai Châu", "03433"), ("Thị trấn Mường Tè", "Mường Tè", "Lai Chau", "03433"),
    ("P. Bến Nghé", "Q1", "TP.HCM", "26740"), ("Bến Nghé", "Quận 1", "Sài Gòn", "26740"),
    ("Phường 01", "Quận 3", "Hồ Chí Minh", "27160"), ("P1", "Q.3", "tp hcm", "27160"),
    ("Đắk Búk So", "Tuy Đức", "Đắc Nông", "24739"), ("Dak Buk So", "Tuy Duc", "Daknong", "24739"),
    ("Ea H'Leo", "Ea H'leo", "Daklak", "24184"), ("EaHleo", "EaHleo", "Đắc Lắc", "24184"),
    ("Thị trấn Plei Kần", "Ngọc Hồi", "KonTum", "23377"), ("Phước Thuận", "Xuyên Mộc", "BRVT", "26623"),
    ("Long Hải", "Huyện Phú Quý", "Bình Thuận", "23275"), ("A Lưới", "A Lưới", "Thừa Thiên Huế", "20044"),
    ("Thị trấn A Lưới", "A Lưới", "TT Huế", "20044"), ("Quan Hóa", nil, nil, nil),
    ("Hồi Xuân", "Quan Hoá", "Thanh Hoá", "14869"),
  ])
  func `a commune is found however its names are spelt`(
    commune: String, district: String?, province: String?, code: String?
  ) throws {
    let units = try RealUnits.units.get()
    let match = try RealUnits.gazetteer.get().commune(named: commune, district: district, province: province)
    guard let code else {
      #expect(match == .unknown)
      return
    }
    let index = try #require(units.index(ofCommune: code))
    #expect(match == .found(index), "\(match); \(units.communes[index])")
  }

  @Test(arguments: [
    ("Mường Tè", "Mường Tè", "Lai Châu", 2), ("Tân Hòa", nil, nil, 20), ("Yên Viên", "Gia Lâm", "Hà Nội", 2),
    ("Phường 1", nil, "HCM", 8),
  ])
  func `a name that several communes have is a doubt`(
    commune: String, district: String?, province: String?, least: Int
  ) throws {
    let match = try RealUnits.gazetteer.get().commune(named: commune, district: district, province: province)
    guard case .ambiguous(let communes) = match else {
      Issue.record("\(match)")
      return
    }
    #expect(communes.count >= least)
  }

  @Test(arguments: [
    ("Sín Thầu", "Mường Nhé", "Lai Châu"), ("Sín Thầu", "Mường Tè", nil), ("Sín Thầu", nil, "Atlantis"), ("", nil, nil),
    ("Sìn Thẩu", nil, nil),
  ])
  func `a name outside the parent that is named is unknown`(commune: String, district: String?, province: String?)
    throws
  {
    let match = try RealUnits.gazetteer.get().commune(named: commune, district: district, province: province)
    #expect(match == .unknown)
  }

  @Test func `every commune is found by its own names, with and without marks, and never taken for another`() throws {
    let units = try RealUnits.units.get()
    let gazetteer = try RealUnits.gazetteer.get()
    var doubtful = (full: 0, plain: 0)
    for (index, commune) in units.communes.enumerated() {
      for isPlain in [false, true] {
        func spelt(_ name: String) -> String { isPlain ? VietnameseText(name).plain : name }
        switch gazetteer.commune(
          named: spelt(commune.name), district: spelt(commune.district), province: spelt(commune.province))
        {
        case .found(let found): #expect(found == index, "\(commune)")
        case .ambiguous(let communes):
          #expect(communes.contains(index), "\(commune)")
          if isPlain { doubtful.plain += 1 } else { doubtful.full += 1 }
        case .unknown: Issue.record("\(commune)")
        }
      }
    }
    #expect(units.communes.count == 10_035)
    #expect(doubtful.full <= 10)
    #expect(doubtful.plain <= 60)
  }

  @Test func `every commune of 2025 is found by its own names`() throws {
    let units = try RealUnits.units.get()
    let gazetteer = try RealUnits.gazetteer.get()
    #expect(units.communes2025.count == 3_321)
    for (index, commune) in units.communes2025.enumerated() {
      switch gazetteer.commune2025(named: commune.name, province: commune.province) {
      case .found(let found): #expect(found == index)
      case .ambiguous(let communes): #expect(communes.contains(index))
      case .unknown: Issue.record("\(commune)")
      }
    }
  }

  @Test func `the 63 provinces fall into the 34 without rest`() throws {
    let units = try RealUnits.units.get()
    #expect(units.provinces.count == 63)
    #expect(units.provinces2025.count == 34)
    let parts = units.provinces2025.map { units.provinces(ofProvince2025: $0.code) }
    #expect(parts.flatMap { $0 }.sorted() == units.provinces.map(\.code))
    for (province, parts) in zip(units.provinces2025, parts) {
      for part in parts { #expect(units.province2025(ofProvince: part) == province.code) }
    }
    // Resolution 202/2025/QH15: Tuyên Quang of Hà Giang and Tuyên Quang; Lai Châu stays.
    #expect(units.provinces(ofProvince2025: "08") == ["02", "08"])
    #expect(units.provinces(ofProvince2025: "12") == ["12"])
  }

  @Test func `the meridians of Circular 973 are those of the provinces of the tables`() throws {
    let gazetteer = try RealUnits.gazetteer.get()
    for province in try RealUnits.units.get().provinces {
      do {
        let crs = try CoordinateReferenceSystem(province.name)
        #expect(VietnameseZone.zone(ofAuthorityCode: crs.authorityCode) != nil)
      } catch ReferenceSystemError.ambiguousName(_, let choices) {
        #expect(choices.count >= 2)
      }
      #expect(gazetteer.provinceCode(of: province.name) == province.code)
    }
  }
}
