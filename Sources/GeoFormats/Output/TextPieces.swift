/// Pieces of text that come again and again, in one array: to append one from there touches nothing that another thread
/// touches, where to hold an array of its own counts its holders.
public struct TextPieces: Sendable {
  @usableFromInline var bytes: [UInt8] = []
  /// Where each piece ends.
  @usableFromInline var ends: [Int] = [0]

  /// No pieces.
  public init() {}

  /// Adds a piece; its number.
  public mutating func add(_ piece: [UInt8]) -> Int {
    bytes += piece
    ends.append(bytes.count)
    return ends.count - 2
  }
}

extension TextCursor {
  /// Appends a piece by its number.
  @inlinable @inline(__always)
  public mutating func append(piece: Int, of pieces: TextPieces) {
    let range = pieces.ends[piece]..<pieces.ends[piece + 1]
    pieces.bytes.withUnsafeBufferPointer { append(contentsOf: UnsafeBufferPointer(rebasing: $0[range])) }
  }
}
