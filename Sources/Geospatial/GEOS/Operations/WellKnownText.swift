import CGEOS

extension GEOSGeometry {
  /// The geometry in well-known text, as in `POINT (105.85 21.03)`.
  public convenience init(wkt: String, in context: GEOSContext) throws {
    let reader = try context.pointer("read WKT") { GEOSWKTReader_create_r($0) }
    defer { GEOSWKTReader_destroy_r(context.handle, reader) }
    let handle = try context.pointer("read WKT") { GEOSWKTReader_read_r($0, reader, wkt) }
    self.init(handle: handle, context: context)
  }

  /// Well-known text in two dimensions, with at most `decimals` places after the point and no zeros at the end; the
  /// default keeps a hundredth of a millimetre in **degrees**.
  public func wkt(decimals: Int = 10) throws -> String {
    let writer = try context.pointer("write WKT") { GEOSWKTWriter_create_r($0) }
    defer { GEOSWKTWriter_destroy_r(context.handle, writer) }
    GEOSWKTWriter_setOutputDimension_r(context.handle, writer, 2)
    GEOSWKTWriter_setTrim_r(context.handle, writer, 1)
    GEOSWKTWriter_setRoundingPrecision_r(context.handle, writer, Int32(clamping: decimals))
    return try context.text("write WKT") { GEOSWKTWriter_write_r($0, writer, handle) }
  }
}
