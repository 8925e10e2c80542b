/// A plane of VN-2000 that the EPSG register has a code for.
///
/// Codes, central meridians and scales are those of the EPSG register, which the tests compare with PROJ's copy.
public struct VietnameseZone: Hashable, Sendable {
  /// The code of the EPSG register, as in 9210.
  public let epsg: Int
  /// The central meridian, in **minutes** of arc east of Greenwich: 6345 is 105°45'.
  public let meridianMinutes: Int
  /// The width of the zone, in **degrees**: 3 for TM-3, 6 for UTM.
  public let widthDegrees: Int

  /// The scale on the central meridian: 0.9999 in zones of 3 degrees, 0.9996 in those of 6.
  public var scale: Double { widthDegrees == 3 ? 0.9999 : 0.9996 }

  /// The central meridian, in **degrees** east of Greenwich.
  public var meridianDegrees: Double { Double(meridianMinutes) / 60 }

  /// The name in the register, as in `VN-2000 / TM-3 105-45`.
  public var name: String {
    switch epsg {
    case 3405: "VN-2000 / UTM zone 48N"
    case 3406: "VN-2000 / UTM zone 49N"
    case 5896: "VN-2000 / TM-3 zone 481"
    case 5897: "VN-2000 / TM-3 zone 482"
    case 5898: "VN-2000 / TM-3 zone 491"
    default: "VN-2000 / TM-3 \(Self.text(ofMinutes: meridianMinutes))"
    }
  }

  /// Name and code, as messages give a choice: `EPSG:9210 (VN-2000 / TM-3 105-45)`.
  public var label: String { "EPSG:\(epsg) (\(name))" }

  /// A meridian of so many **minutes** of arc, as in `105-45`.
  static func text(ofMinutes minutes: Int) -> String {
    "\(minutes / 60)-\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
  }

  private init(_ epsg: Int, _ degrees: Int, _ minutes: Int, width: Int = 3) {
    self.epsg = epsg
    meridianMinutes = degrees * 60 + minutes
    widthDegrees = width
  }

  /// All zones, those of 3 degrees by meridian, then the two of UTM.
  public static let all: [VietnameseZone] = [
    VietnameseZone(5896, 102, 0), VietnameseZone(9205, 103, 0), VietnameseZone(9206, 104, 0),
    VietnameseZone(9207, 104, 30), VietnameseZone(9208, 104, 45), VietnameseZone(5897, 105, 0),
    VietnameseZone(9209, 105, 30), VietnameseZone(9210, 105, 45), VietnameseZone(9211, 106, 0),
    VietnameseZone(9212, 106, 15), VietnameseZone(9213, 106, 30), VietnameseZone(9214, 107, 0),
    VietnameseZone(9215, 107, 15), VietnameseZone(9216, 107, 30), VietnameseZone(5899, 107, 45),
    VietnameseZone(5898, 108, 0), VietnameseZone(9217, 108, 15), VietnameseZone(9218, 108, 30),
    VietnameseZone(3405, 105, 0, width: 6), VietnameseZone(3406, 111, 0, width: 6),
  ]

  /// The zones around a meridian in **minutes** of arc, of one width in **degrees** or, where nil, of both.
  static func zones(meridianMinutes: Int, widthDegrees: Int?) -> [VietnameseZone] {
    all.filter { $0.meridianMinutes == meridianMinutes && $0.widthDegrees == widthDegrees ?? $0.widthDegrees }
  }

  /// The zone of an authority and code such as `EPSG:9210`; nil for any other.
  public static func zone(ofAuthorityCode code: String?) -> VietnameseZone? {
    all.first { "EPSG:\($0.epsg)" == code }
  }
}
