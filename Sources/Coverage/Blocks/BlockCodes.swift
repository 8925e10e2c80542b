/// The codes of a block of villages in few bytes.
public struct BlockCodes: Sendable {
  /// Where the codes come from.
  private let source: CodeSource
  /// The codes one behind the other, in UTF-8, and where each ends; empty where they are the numbers of the villages.
  private let bytes: [UInt8]
  private let ends: [UInt32]
  private let count: Int
  /// Whether every code is a number of at most 18 digits.
  private let areNumbers: Bool
  /// Whether the codes ascend in the order of the file.
  private let ascend: Bool

  /// The codes of the villages of a block. O(bytes).
  public init(_ villages: Villages) {
    source = villages.codeSource
    count = villages.count
    ascend = zip(villages.order, 0..<UInt32(truncatingIfNeeded: count)).allSatisfy { $0 == $1 }
    areNumbers = villages.codes.allSatisfy { VillageCodes.number($0) != nil }
    var (bytes, ends): ([UInt8], [UInt32]) = ([], [])
    if source != .number {
      ends.reserveCapacity(count)
      bytes.reserveCapacity(villages.codes.reduce(0) { $0 + $1.utf8.count })
      for code in villages.codes {
        bytes.append(contentsOf: code.utf8)
        ends.append(UInt32(truncatingIfNeeded: bytes.count))
      }
    }
    (self.bytes, self.ends) = (bytes, ends)
  }

  private func code(_ village: Int) -> String {
    let start = village == 0 ? 0 : Int(ends[village - 1])
    return String(decoding: bytes[start..<Int(ends[village])], as: UTF8.self)
  }

  /// The villages of a whole file by code, as `Villages.order`; nil when they stand in that order already.
  ///
  /// - Throws: `Villages.Failure` for a code that stands twice. O(villages), with a sort where they do not stand in order.
  public static func order(of blocks: [BlockCodes]) throws(Villages.Failure) -> [UInt32]? {
    if blocks.allSatisfy({ $0.source == .number }) || areInOrder(blocks.filter { $0.count > 0 }) { return nil }
    var codes: [String] = []
    codes.reserveCapacity(blocks.reduce(0) { $0 + $1.count })
    for block in blocks { for village in 0..<block.count { codes.append(block.code(village)) } }
    return try VillageCodes.order(codes)
  }

  /// Whether the codes ascend through all blocks, as numbers in all or as text in all.
  private static func areInOrder(_ blocks: [BlockCodes]) -> Bool {
    guard let first = blocks.first, blocks.allSatisfy({ $0.ascend && $0.areNumbers == first.areNumbers }) else {
      return false
    }
    return zip(blocks, blocks.dropFirst()).allSatisfy { block, next in
      let (last, first) = (block.code(block.count - 1), next.code(0))
      if block.areNumbers, let last = VillageCodes.number(last), let first = VillageCodes.number(first) {
        return last < first
      }
      return last < first
    }
  }
}
