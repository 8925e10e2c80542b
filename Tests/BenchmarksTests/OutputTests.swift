import Testing

@testable import Benchmarks

@Suite struct OutputTests {
  @Test(
    arguments: [([3.0], 3.0), ([4, 1, 3], 3), ([4, 1, 3, 2], 2.5), ([5, 5, 1, 9, 7], 5)] as [([Double], Double)])
  func `the median is the middle`(values: [Double], median: Double) {
    #expect(Samples(values).median == median)
  }

  @Test func `nothing has no median`() {
    #expect(Samples().median.isNaN)
  }

  @Test(
    arguments: [
      (0.0, "0"), (0.042_49, "0.0425"), (7.314, "7.31"), (99.96, "100.0"), (1_239.6, "1,240"), (1_234_567, "1,234,567"),
      (-1_234.4, "-1,234"), (.nan, "–"),
    ] as [(Double, String)])
  func `figures have three digits that count`(value: Double, text: String) {
    #expect(Figures.significant(value) == text)
  }

  @Test func `a table is Markdown and reads well as it is`() {
    var table = MarkdownTable(header: ["stage", "s"])
    table.append(["đọc", "0.5"])
    table.append(["writing", "12.25"])
    #expect(
      table.text == """
        | stage   |     s |
        | ------- | ----: |
        | đọc     |   0.5 |
        | writing | 12.25 |

        """)
  }

  @Test func `a straight line is found and explains everything`() {
    let fit = LinearFit([1.0, 10, 100, 1_000].map { ($0, 3 + 0.25 * $0) })
    #expect(abs(fit.intercept - 3) < 1e-9 && abs(fit.slope - 0.25) < 1e-12 && abs(fit.explained - 1) < 1e-9)
    #expect(abs(fit.value(at: 1e9) - 250_000_003) < 1)
  }

  @Test func `what bends is not explained`() {
    #expect(LinearFit([1.0, 2, 3, 4].map { ($0, $0 * $0 * $0) }).explained < 0.95)
  }
}
