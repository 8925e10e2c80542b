import CGEOS

extension GEOSGeometry {
  /// The geometry in well-known binary: that of ISO 13249-3 as well as the extended one of PostGIS, whose SRID is ignored.
  public convenience init(wkb: [UInt8], in context: GEOSContext) throws {
    let reader = try context.pointer("read WKB") { GEOSWKBReader_create_r($0) }
    defer { GEOSWKBReader_destroy_r(context.handle, reader) }
    let handle = try wkb.withUnsafeBufferPointer { bytes in
      // An empty array has no address; GEOS then still wants one to say that the end was unexpected.
      var none: UInt8 = 0
      return try context.pointer("read WKB") { handle in
        guard let address = bytes.baseAddress, !bytes.isEmpty else {
          return GEOSWKBReader_read_r(handle, reader, &none, 0)
        }
        return GEOSWKBReader_read_r(handle, reader, address, bytes.count)
      }
    }
    self.init(handle: handle, context: context)
  }

  /// The geometry in well-known binary written as hexadecimal digits of either case, as PostGIS prints it.
  public convenience init(hexadecimalWKB text: String, in context: GEOSContext) throws {
    let reader = try context.pointer("read hexadecimal WKB") { GEOSWKBReader_create_r($0) }
    defer { GEOSWKBReader_destroy_r(context.handle, reader) }
    let digits = Array(text.utf8)
    let handle = try context.pointer("read hexadecimal WKB") {
      GEOSWKBReader_readHEX_r($0, reader, digits, digits.count)
    }
    self.init(handle: handle, context: context)
  }

  /// Well-known binary in two dimensions, little-endian on every machine.
  public func wkb() throws -> [UInt8] {
    let writer = try context.pointer("write WKB") { GEOSWKBWriter_create_r($0) }
    defer { GEOSWKBWriter_destroy_r(context.handle, writer) }
    GEOSWKBWriter_setOutputDimension_r(context.handle, writer, 2)
    GEOSWKBWriter_setByteOrder_r(context.handle, writer, Int32(GEOS_WKB_NDR.rawValue))
    var count = 0
    let bytes = try context.pointer("write WKB") { GEOSWKBWriter_write_r($0, writer, handle, &count) }
    defer { GEOSFree_r(context.handle, bytes) }
    return Array(UnsafeBufferPointer(start: bytes, count: count))
  }
}
