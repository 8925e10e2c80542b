import Testing

@testable import GeoFormats

@Suite struct JSONScannerTests {
  @Test(arguments: [
    ("0", 0.0), ("-0.0", -0.0), ("105.834160", 105.834160), ("31.717709123366404", 31.717709123366404),
    ("1e400", .infinity), ("4.9406564584124654e-324", .leastNonzeroMagnitude),
    ("9007199254740993", 9_007_199_254_740_992),
  ])
  func `numbers are rounded to the nearest double`(text: String, value: Double) throws {
    var text = text
    let parsed = try text.withUTF8 { bytes in
      var scanner = JSONScanner(bytes)
      return try scanner.number()
    }
    #expect(parsed.bitPattern == value.bitPattern)
  }
}
