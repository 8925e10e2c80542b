import CPROJ

/// A PROJ object (a reference system, an operation) together with the context it was made in.
///
/// Not Sendable, as its context is not.
final class PROJObject {
  let handle: OpaquePointer
  let context: PROJContext

  /// Takes over `handle`; nil when there is none.
  init?(_ handle: OpaquePointer?, in context: PROJContext) {
    guard let handle else { return nil }
    self.handle = handle
    self.context = context
  }

  deinit {
    proj_destroy(handle)
  }

  /// The reference system that `definition` describes, in its horizontal part when it has a vertical one as well.
  ///
  /// Throws `ReferenceSystemError` when PROJ does not know it or when it is no reference system.
  static func referenceSystem(_ definition: String, in context: PROJContext) throws -> PROJObject {
    context.clearMessages()
    // `+init=epsg:3405` of old project files is read only when asked for.
    proj_context_use_proj4_init_rules(context.handle, definition.contains("init=") ? 1 : 0)
    guard let object = PROJObject(proj_create(context.handle, definition), in: context) else {
      throw ReferenceSystemError.unknownDefinition(definition, message: context.takeMessage())
    }
    guard proj_is_crs(object.handle) != 0 else {
      let found = object.name
      throw ReferenceSystemError.notAReferenceSystem(definition, found: found.isEmpty ? "an operation" : found)
    }
    if proj_get_type(object.handle) == PJ_TYPE_COMPOUND_CRS,
      let horizontal = PROJObject(proj_crs_get_sub_crs(context.handle, object.handle, 0), in: context)
    {
      return horizontal
    }
    return object
  }

  /// The name PROJ gives the object; empty when it has none.
  var name: String {
    proj_get_name(handle).map { String(cString: $0) } ?? ""
  }

  /// Authority and code, as in `EPSG:3405`.
  var authorityCode: String? {
    guard let authority = proj_get_id_auth_name(handle, 0), let code = proj_get_id_code(handle, 0) else { return nil }
    return String(cString: authority) + ":" + String(cString: code)
  }

  /// The code of the one system of the EPSG register that PROJ takes to be the same; nil when there is none or several.
  ///
  /// Names of the WKT that other software writes differ from the register's, hence the confidence below 100.
  func identifiedAuthorityCode() -> String? {
    var confidences: UnsafeMutablePointer<Int32>?
    guard let list = proj_identify(context.handle, handle, "EPSG", nil, &confidences) else { return nil }
    defer {
      proj_list_destroy(list)
      proj_int_list_destroy(confidences)
    }
    let count = Int(proj_list_get_count(list))
    guard count > 0, let confidences, confidences[0] >= 90, count == 1 || confidences[1] < confidences[0] else {
      return nil
    }
    return PROJObject(proj_list_get(context.handle, list, 0), in: context)?.authorityCode
  }

  /// Where the object may be used; nil when PROJ does not say.
  var areaOfUse: AreaOfUse? {
    var box = BoundingBox(west: 0, south: 0, east: 0, north: 0)
    var name: UnsafePointer<CChar>?
    guard
      proj_get_area_of_use(context.handle, handle, &box.west, &box.south, &box.east, &box.north, &name) != 0,
      box.west > -1000
    else { return nil }
    if box.east < box.west { box.east += 360 }
    return AreaOfUse(name: name.map { String(cString: $0) } ?? "", box: box)
  }

  /// What kind of system it is; a system with parameters to WGS 84 attached (a bound one) is of the kind of its base.
  var kind: CoordinateReferenceSystem.Kind {
    switch proj_get_type(handle) {
    case PJ_TYPE_GEOGRAPHIC_2D_CRS, PJ_TYPE_GEOGRAPHIC_3D_CRS: return .geographic
    case PJ_TYPE_PROJECTED_CRS: return .projected
    case PJ_TYPE_BOUND_CRS:
      return PROJObject(proj_get_source_crs(context.handle, handle), in: context)?.kind ?? .other
    default: return .other
    }
  }

  /// Whether its first two axes are horizontal.
  var isHorizontal: Bool {
    switch proj_get_type(handle) {
    case PJ_TYPE_VERTICAL_CRS, PJ_TYPE_GEOCENTRIC_CRS, PJ_TYPE_TEMPORAL_CRS: false
    default: true
    }
  }
}
