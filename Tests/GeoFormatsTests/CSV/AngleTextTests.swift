import Testing

@testable import GeoFormats

@Suite struct AngleTextTests {
  /// 21 degrees, 2 minutes, 4.3 seconds.
  static let degrees = 21 + 2.0 / 60 + 4.3 / 3600

  @Test(arguments: [
    "21°02'04.3\"N", "21 02 04.3 N", "21°02′04.3″N", "21º2’4,3” N", "21d02m04.3sN", "21D02M04.3S N", "N 21°02'04.3\"",
    "21:02:04.3", "+21 02 04.3", "21° 02' 04.3'' Bắc", "21 độ 02 phút 04.3 giây bắc", "21°02'04.3\"BẮC",
    "21 02 04.3 north",
    " 21 02  04.3 n ", "21°02'04.3", "21 02.0716666666666667 N", "21.0345277777777778°", "21,0345277777777778 N",
  ])
  func `degrees, minutes and seconds are read as people write them`(text: String) throws {
    #expect(abs(try AngleText.degrees(text, along: .latitude) - Self.degrees) < 1e-12)
  }

  @Test(arguments: [
    ("21°02'04.3\"S", AngleText.Axis.latitude), ("-21 02 04.3", .latitude), ("−21°02'04.3\"", .latitude),
    ("21°02'04.3\" Nam", .latitude), ("21d02m04.3s S", .latitude), ("21 02 04.3 S", .latitude),
    ("21°02'04.3\"W", .longitude), ("21°02'04.3\" Tây", .longitude), ("tay 21:02:04.3", .longitude),
  ])
  func `south and west are negative`(text: String, axis: AngleText.Axis) throws {
    #expect(abs(try AngleText.degrees(text, along: axis) + Self.degrees) < 1e-12)
  }

  @Test(arguments: [
    ("105°50'02.4\"E", 105.834), ("105d50m", 105.833333333333), ("0°30'00\"Đông", 0.5), ("105 E", 105),
    ("-0°30'", -0.5), ("179 59 59.99 W", -179.999997222222),
  ])
  func `longitudes are read too`(text: String, degrees: Double) throws {
    #expect(abs(try AngleText.degrees(text, along: .longitude) - degrees) < 1e-11)
  }

  @Test(arguments: [
    ("21 60 00 N", "minutes must be below 60"), ("21 02 60.0", "seconds must be below 60"),
    ("-21 02 04 N", "it has both a sign and a hemisphere"), ("21 02 04 E", "it is a longitude"),
    ("21.5 02 04", "only the last of degrees, minutes and seconds may have decimals"),
  ])
  func `an impossible angle says why`(text: String, problem: String) {
    #expect(throws: AngleText.Failure.wrong(problem)) { try AngleText.degrees(text, along: .latitude) }
  }

  @Test(arguments: ["", "abc", "21", "21,5", "N", "21 02 04 05", "21 x 04", "°", "21''02", "1e3", "nan", "--21 02"])
  func `what is no angle is told apart`(text: String) {
    #expect(throws: AngleText.Failure.notAnAngle) { try AngleText.degrees(text, along: .latitude) }
  }
}
