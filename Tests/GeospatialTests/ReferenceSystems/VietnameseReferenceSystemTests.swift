import Foundation
import Testing

@testable import Geospatial

@Suite struct VietnameseReferenceSystemTests {
  @Test(arguments: [
    ("VN-2000", 4756), ("vn2000", 4756), ("VN 2000 kinh vĩ độ", 4756), ("VN-2000 105-45 3 độ", 9210),
    ("VN2000 kinh tuyến 105°45' múi 3", 9210), ("VN2000 KTT 105d45 mui chieu 3", 9210), ("VN-2000 / TM-3 105-45", 9210),
    ("VN-2000 105.75", 9210), ("VN_2000_TM3_10545", 9210), ("VN-2000 107,75 múi 3 độ", 5899), ("VN-2000 UTM 48N", 3405),
    ("VN-2000 / UTM zone 49N", 3406), ("VN2000 múi 48", 3405), ("VN-2000 105 múi 6 độ", 3405), ("VN-2000 111-00", 3406),
    ("VN-2000 / TM-3 zone 482", 5897), ("VN-2000 105-00 3°", 5897), ("VN-2000 102-00", 5896),
    ("VN-2000 múi 3 108", 5898),
    ("VN-2000 UTM 105", 3405), ("Hanoi 1972", 4147), ("Hà Nội 1972 múi 18", 2044), ("HN-72 zone 19", 2045),
    ("Hanoi 1972 / Gauss-Kruger zone 18", 2044), ("Hanoi 1972 / GK 106 NE", 2093), ("HN72 105", 2044),
    ("Lai Châu", 9205), ("VN-2000 tỉnh Lai Châu", 9205), ("lai chau", 9205), ("Thừa Thiên Huế", 9214),
    ("TP. Hà Nội", 5897), ("Bến Tre", 9210), ("BRVT", 5899), ("Kon Tum", 9216), ("KonTum", 9216), ("Đăk Nông", 9218),
    ("Lào Cai", 9208), ("Hòa Bình".decomposedStringWithCanonicalMapping, 9211), ("Hoà Bình", 9211), ("Bắc Cạn", 9213),
    ("Daklak 108-30", 0),
  ])
  func `a name in use gives its code`(name: String, epsg: Int) throws {
    if epsg == 0 {
      #expect(throws: ReferenceSystemError.self) { try CoordinateReferenceSystem(name) }
    } else {
      #expect(try CoordinateReferenceSystem(name).authorityCode == "EPSG:\(epsg)")
    }
  }

  @Test(arguments: [
    ("VN-2000 105", ["EPSG:5897 (VN-2000 / TM-3 zone 482)", "EPSG:3405 (VN-2000 / UTM zone 48N)"]),
    (
      "Tuyên Quang",
      [
        "EPSG:9211 (VN-2000 / TM-3 106-00) for Tuyên Quang of before July 2025",
        "EPSG:9209 (VN-2000 / TM-3 105-30) for Hà Giang of before July 2025",
      ]
    ),
  ])
  func `a name of several systems lists them`(name: String, choices: [String]) {
    #expect(throws: ReferenceSystemError.ambiguousName(name, choices: choices)) { try CoordinateReferenceSystem(name) }
  }

  @Test(arguments: [
    ("Lai Chao", "unknown coordinate reference system \"Lai Chao\"; did you mean Lai Châu"),
    ("VN-2000 105-40", "did you mean EPSG:9210 (VN-2000 / TM-3 105-45) or EPSG:9209 (VN-2000 / TM-3 105-30)"),
    ("VN-2000 Kin Giang", "did you mean Kiên Giang"), ("Hanoi 1972 107", "Hanoi 1972 zone 18 (EPSG:2044)"),
  ])
  func `a name that means nothing offers what is near`(name: String, expected: String) {
    let error = #expect(throws: ReferenceSystemError.self) { try CoordinateReferenceSystem(name) }
    #expect("\(error.map { "\($0)" } ?? "")".contains(expected))
  }

  @Test(.enabled(if: hasRegister, "needs projinfo of proj-bin"), arguments: VietnameseZone.all)
  func `the register knows each zone by its name, meridian and scale`(zone: VietnameseZone) throws {
    #expect(try CoordinateReferenceSystem("EPSG:\(zone.epsg)").name == zone.name)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["projinfo", "EPSG:\(zone.epsg)", "-o", "WKT2:2019", "--single-line", "-q"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    func parameter(_ name: String) -> Double? {
      output.range(of: "PARAMETER[\"\(name)\",").flatMap { Double(output[$0.upperBound...].prefix { $0 != "," }) }
    }
    #expect(parameter("Longitude of natural origin") == zone.meridianDegrees)
    #expect(parameter("Scale factor at natural origin") == zone.scale)
    #expect(parameter("False easting") == 500_000)
    #expect(parameter("False northing") == 0)
  }

  private static let hasRegister = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
    FileManager.default.isExecutableFile(atPath: "\($0)/projinfo")
  }

  @Test func `63 provinces have a meridian that has a zone, and 34 are made of them`() {
    let names = ProvinceMeridian.provinces.map(\.name)
    #expect(Set(names).count == 63)
    for province in ProvinceMeridian.provinces {
      #expect(VietnameseZone.zones(meridianMinutes: province.minutes, widthDegrees: 3).count == 1)
    }
    let parts = ProvinceMeridian.mergers.flatMap(\.parts)
    #expect(Set(parts).count == parts.count)
    #expect(parts.allSatisfy(names.contains))
    #expect(names.count - parts.count + ProvinceMeridian.mergers.count == 34)
  }
}
