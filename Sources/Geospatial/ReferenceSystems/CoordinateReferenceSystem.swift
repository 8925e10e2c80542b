/// A coordinate reference system: what the numbers of a file mean on the ground.
///
/// Vietnamese data is in VN-2000 (geographic EPSG:4756, UTM EPSG:3405 and 3406, TM-3 EPSG:5896-5899 and 9205-9218) or,
/// when older, in Hanoi 1972 (EPSG:2044, 2045, 2093).
///
/// ```swift
/// let crs = try CoordinateReferenceSystem("EPSG:9209")
/// crs.name  // VN-2000 / TM-3 105-30
/// crs.areaOfUse?.name  // Vietnam - …
/// ```
///
/// A plain value: PROJ is asked once, in `init`, and not at all for WGS 84. Two systems are equal when all that is known
/// about them is, their definitions included.
public struct CoordinateReferenceSystem: Hashable, Sendable {
  /// What a system measures.
  public enum Kind: Hashable, Sendable {
    /// Longitude and latitude, in **degrees** once transformed.
    case geographic
    /// Easting and northing on a plane.
    case projected
    /// Geocentric, vertical, engineering and the like.
    case other
  }

  /// The definition as PROJ is given it: that of `init`, with `EPSG:` or `+type=crs` added where it was missing.
  public let definition: String
  /// The name in the register, as in `VN-2000 / UTM zone 48N`; that of PROJ (often `unknown`) for other definitions.
  public let name: String
  /// Authority and code, as in `EPSG:3405`, also for a definition without code in which PROJ recognises one; else nil.
  public let authorityCode: String?
  /// What the system measures.
  public let kind: Kind
  /// Where the system may be used; nil when PROJ does not say.
  public let areaOfUse: AreaOfUse?

  /// WGS 84, longitude before latitude, in **degrees**: what PhuSong works in (OGC:CRS84). Costs no call to PROJ.
  public static let wgs84 = CoordinateReferenceSystem(
    definition: "OGC:CRS84", name: "WGS 84 (CRS84)", authorityCode: "OGC:CRS84", kind: .geographic, areaOfUse: world)

  private static let world = AreaOfUse(
    name: "World.", box: BoundingBox(west: -180, south: -90, east: 180, north: 90))

  private init(definition: String, name: String, authorityCode: String?, kind: Kind, areaOfUse: AreaOfUse?) {
    self.definition = definition
    self.name = name
    self.authorityCode = authorityCode
    self.kind = kind
    self.areaOfUse = areaOfUse
  }

  /// The system that `definition` describes: an authority and code (`EPSG:3405`, `OGC:CRS84`), a bare EPSG code (`3405`),
  /// a URN or URL of the OGC, WKT 1 or 2, PROJJSON, a PROJ string with or without `+type=crs`, a registered name, or a name
  /// in use in Vietnam: `VN-2000 105-45 3 độ`, `VN-2000 UTM 48N`, `Hanoi 1972 zone 18`, a province such as `Lai Châu`.
  ///
  /// A compound system counts as its horizontal part. Throws `ReferenceSystemError.unknownDefinition` when PROJ does not
  /// understand the definition, `.unknownName` and `.ambiguousName` for a name that comes near or means several,
  /// `.notAReferenceSystem` when it defines something else. Takes some milliseconds, except
  /// for the codes and URNs of WGS 84, which do not call PROJ.
  public init(_ definition: String) throws {
    var definition = Self.completed(definition)
    let isName = definition.contains(where: \.isLetter)
    if isName, let epsg = try VietnameseReferenceSystemName.epsg(definition) { definition = "EPSG:\(epsg)" }
    if let known = Self.knownWithoutPROJ(definition) {
      self = known
      return
    }
    let object: PROJObject
    do {
      object = try PROJObject.referenceSystem(definition, in: PROJContext())
    } catch ReferenceSystemError.unknownDefinition(let unknown, let message) {
      let near = VietnameseReferenceSystemName.near(definition)
      if near.isEmpty { throw ReferenceSystemError.unknownDefinition(unknown, message: message) }
      throw ReferenceSystemError.unknownName(unknown, nearest: near)
    }
    self.init(
      definition: definition, name: object.name,
      authorityCode: object.authorityCode ?? object.identifiedAuthorityCode(), kind: object.kind,
      areaOfUse: object.areaOfUse)
  }

  /// Whether coordinates in this system, longitude first, are what PhuSong works in, so that none need be transformed.
  public var isWGS84LongitudeLatitude: Bool {
    authorityCode == "EPSG:4326" || authorityCode == "OGC:CRS84"
  }

  /// Authority and code, else the name when there is one, else the definition: how messages call the system.
  public var label: String {
    authorityCode ?? (name.isEmpty || name == "unknown" ? definition : name)
  }
}

extension CoordinateReferenceSystem: CustomStringConvertible {
  /// Name and code, as in `VN-2000 / UTM zone 48N (EPSG:3405)`.
  public var description: String {
    authorityCode.map { "\(name) (\($0))" } ?? label
  }
}

extension CoordinateReferenceSystem {
  /// The definition without surrounding white space, a bare number as a code of EPSG, a PROJ string marked as a system.
  static func completed(_ definition: String) -> String {
    var text = definition[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    if !text.isEmpty, text.allSatisfy({ $0.isASCII && $0.isNumber }) { return "EPSG:" + text }
    let words = text.split(whereSeparator: \.isWhitespace)
    let isPROJString = words.contains { word in
      ["+proj=", "proj=", "+init=", "init="].contains { word.hasPrefix($0) }
    }
    // Without the mark PROJ reads a PROJ string as a conversion.
    if isPROJString, !words.contains(where: { $0 == "+type=crs" || $0 == "type=crs" }) { return text + " +type=crs" }
    return String(text)
  }

  /// WGS 84 under its usual codes and URNs, in any case, and as a PROJ string, which PROJ does not connect with the code.
  private static func knownWithoutPROJ(_ definition: String) -> CoordinateReferenceSystem? {
    guard definition.utf8.count <= 60 else { return nil }
    switch definition.lowercased() {
    case "epsg:4326", "urn:ogc:def:crs:epsg::4326", "http://www.opengis.net/def/crs/epsg/0/4326",
      "https://www.opengis.net/def/crs/epsg/0/4326":
      return CoordinateReferenceSystem(
        definition: "EPSG:4326", name: "WGS 84", authorityCode: "EPSG:4326", kind: .geographic, areaOfUse: world)
    case "ogc:crs84", "crs84", "urn:ogc:def:crs:ogc:1.3:crs84", "urn:ogc:def:crs:ogc::crs84",
      "http://www.opengis.net/def/crs/ogc/1.3/crs84", "https://www.opengis.net/def/crs/ogc/1.3/crs84":
      return wgs84
    case "+proj=longlat +datum=wgs84 +no_defs +type=crs", "+proj=longlat +datum=wgs84 +type=crs":
      return wgs84
    default: return nil
    }
  }
}
