extension AttributeTable {
  /// Gives the JSON bytes of a feature's properties object to `body`, empty when it has none.
  func withPropertyBytes<Result>(ofFeature feature: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    source.withBytes { body(slice(properties[feature], ofFeature: feature, in: $0)) }
  }

  /// Gives the JSON bytes of a feature's `id` member to `body`, empty when it has none.
  func withIdentifierBytes<Result>(ofFeature feature: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    source.withBytes { body(slice(identifiers[feature], ofFeature: feature, in: $0)) }
  }

  private func slice(
    _ slice: Slice, ofFeature feature: Int, in all: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    guard slice.length > 0 else { return UnsafeBufferPointer(start: nil, count: 0) }
    let start = featureOffsets[feature] + Int(slice.offset)
    return UnsafeBufferPointer(rebasing: all[start..<(start + Int(slice.length))])
  }
}
