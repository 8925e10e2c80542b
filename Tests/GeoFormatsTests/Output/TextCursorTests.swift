import Testing

@testable import GeoFormats

/// What a cursor writes is what an array of bytes is given.
@Suite struct TextCursorTests {
  @Test func `numbers are written as to an array`() {
    var random = SeededGenerator(seed: 11)
    var numbers: [Double] = [
      0, -0.0, 0.05, -0.04, 0.1, 9.95, 99.999_999_95, 1e9, -1e15, 1e18, 9e18, 1e300, -1e300, .infinity, .nan, 0.5, 2.5,
      105.047566, -0.000_000_04, 1_234_567, 4_503_599_627_370_497.5, .leastNonzeroMagnitude,
    ]
    for _ in 0..<5_000 {
      numbers.append(random.double(-1_000...1_000))
      numbers.append((random.double(0...100_000) * 10).rounded() / 10)
      numbers.append(Double(bitPattern: random.next()))
    }
    for number in numbers {
      for decimals in [1, 2, 7, 9] {
        for trimsZeros in [false, true] {
          var bytes: [UInt8] = []
          bytes.append(fixed: number, decimals: decimals, trimsZeros: trimsZeros)
          let text = TextCursor.text(of: 0..<1, bytesPerItem: 400) { _, text in
            text.append(fixed: number, decimals: decimals, trimsZeros: trimsZeros)
          }
          #expect(text == bytes, "\(number), \(decimals) decimals")
        }
      }
      var bytes: [UInt8] = []
      bytes.append(number: number)
      #expect(TextCursor.text(of: 0..<1, bytesPerItem: 400) { $1.append(number: number) } == bytes, "\(number)")
    }
  }

  @Test func `whole numbers have all their digits`() {
    var numbers = [0, 9, 10, 99, 100, .max, .min, .max / 10, -1, -10]
    var power = 1
    for _ in 0..<18 {
      power *= 10
      numbers += [power - 1, power, power + 1, -power]
    }
    for number in numbers {
      let text = TextCursor.text(of: 0..<1, bytesPerItem: 64) { $1.append(integer: number) }
      #expect(String(decoding: text, as: UTF8.self) == "\(number)")
    }
  }

  @Test(arguments: ["", "Bản Nà", "a\"b\\c", "dòng\nmới\u{1}", String(repeating: "ằ", count: 300)])
  func `strings are escaped as to an array`(string: String) {
    var bytes: [UInt8] = []
    JSONText.append(string, to: &bytes)
    #expect(TextCursor.text(of: 0..<1, bytesPerItem: 8) { $1.append(string: string) } == bytes)
  }

  @Test(arguments: [0, 1, 7, 50, 4_000]) func `all items are there, however little room is made at first`(
    bytesPerItem: Int
  ) {
    let expected = (3..<400).map { number in
      String(repeating: "\(number),", count: number % 17) + (number == 200 ? String(repeating: "x", count: 9_999) : "")
    }
    let text = TextCursor.text(of: 3..<400, bytesPerItem: bytesPerItem) { number, text in
      for _ in 0..<(number % 17) {
        text.append(integer: number)
        text.append(UInt8(ascii: ","))
      }
      if number == 200 { text.append(contentsOf: [UInt8](repeating: UInt8(ascii: "x"), count: 9_999)) }
    }
    #expect(String(decoding: text, as: UTF8.self) == expected.joined())
    #expect(TextCursor.text(of: 5..<5, bytesPerItem: bytesPerItem) { $1.append(text: "x") }.isEmpty)
  }
}
