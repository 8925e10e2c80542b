import GeoFormats
import Testing

@testable import Coverage

@Suite struct BlockCodesTests {
  private func villages(_ codes: [String]) async throws -> Villages {
    let rows = codes.map { "\($0),103,21" }
    return try Villages(
      try await Layers.table((["code,lon,lat"] + rows).joined(separator: "\n") + "\n"), fields: [.code: "code"])
  }

  @Test(arguments: [
    ["1", "2", "3", "10", "20"], ["3", "2", "1", "10"], ["a1", "a2", "b"], ["b", "a", "10", "9"], ["07", "7", "8"],
    ["9", "10", "x"], ["Đ1", "D2", "É3", "E4"], ["1", "a", "2", "b"],
  ])
  func `the order of blocks is that of the whole`(codes: [String]) async throws {
    let whole = try await villages(codes).order
    for cut in 1..<codes.count {
      let blocks = [
        BlockCodes(try await villages(Array(codes[..<cut]))), BlockCodes(try await villages(Array(codes[cut...]))),
      ]
      #expect(try BlockCodes.order(of: blocks) ?? Array(0..<UInt32(codes.count)) == whole)
    }
  }

  @Test func `codes in order need no order of their own`() async throws {
    let blocks = [BlockCodes(try await villages(["8", "9"])), BlockCodes(try await villages(["10", "11"]))]
    #expect(try BlockCodes.order(of: blocks) == nil)
    #expect(try BlockCodes.order(of: blocks.reversed()) == [2, 3, 0, 1])
  }

  @Test func `a code of two blocks is an error that names both villages`() async throws {
    let blocks = [BlockCodes(try await villages(["1", "2"])), BlockCodes(try await villages(["2", "3"]))]
    let failure = #expect(throws: Villages.Failure.self) { try BlockCodes.order(of: blocks) }
    #expect(failure?.feature == 2)
    #expect(failure?.other == 1)
  }
}
