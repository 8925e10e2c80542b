/// What stands before the well-known binary in a geometry blob (OGC 12-128r18, section 2.1.3).
struct GeoPackageBinaryHeader {
  /// The **byte** at which the well-known binary starts.
  let length: Int
  /// Whether the header calls the geometry empty.
  let isEmpty: Bool

  /// What is wrong with a header.
  struct Failure: Error {
    var problem: String
  }

  init(_ blob: UnsafeRawBufferPointer) throws(Failure) {
    guard blob.count >= 8 else {
      throw Failure(problem: "the geometry has \(blob.count) bytes; expected a header of at least 8")
    }
    guard blob[0] == UInt8(ascii: "G"), blob[1] == UInt8(ascii: "P") else {
      throw Failure(problem: "the geometry does not start with \"GP\"; expected a GeoPackage geometry")
    }
    guard blob[2] == 0 else {
      throw Failure(problem: "the geometry is of version \(blob[2]); expected 0, version 1 of the format")
    }
    let flags = blob[3]
    guard flags & 0b10_0000 == 0 else {
      throw Failure(problem: "the geometry is of an extended type; expected one of the seven standard types")
    }
    let numbers: [UInt8: Int] = [0: 0, 1: 4, 2: 6, 3: 6, 4: 8]
    guard let count = numbers[flags >> 1 & 0b111] else {
      throw Failure(problem: "the geometry's envelope is of kind \(flags >> 1 & 0b111); expected 0 to 4")
    }
    length = 8 + 8 * count
    isEmpty = flags & 0b1_0000 != 0
    guard blob.count >= length else {
      throw Failure(problem: "the geometry has \(blob.count) bytes; expected a header of \(length)")
    }
  }
}
