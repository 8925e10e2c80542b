import GeoFormats

/// What the villages of a file have in common: which keys of its attributes hold fields, and where their codes come from.
///
/// That of a whole file is made of those of its blocks.
public struct VillageShape: Sendable, Hashable {
  /// Which key of the attributes holds a field; fields that no village has are missing.
  public private(set) var keys: [VillageField: Int]
  /// Where the codes come from.
  public let codeSource: CodeSource

  /// That of some villages.
  public init(_ villages: Villages) {
    keys = villages.keys
    codeSource = villages.codeSource
  }

  /// Adds the fields of another block; false when its codes come from elsewhere, so that the two are no one list.
  public mutating func formUnion(_ other: VillageShape) -> Bool {
    keys.merge(other.keys) { key, _ in key }
    return codeSource == other.codeSource
  }
}

extension Villages {
  /// Villages of a block of a file of the given shape, which stand in the order of their codes. Where codes are numbers
  /// they go on from `firstNumber`.
  ///
  /// - Throws: ``Failure`` as ``init(_:fields:)`` does, but for codes that stand twice.
  public init(_ layer: Layer, shape: VillageShape, firstNumber: Int) throws(Failure) {
    try self.init(
      layer, keys: shape.keys, codeSource: shape.codeSource, firstNumber: firstNumber, areInOrder: true)
  }
}
