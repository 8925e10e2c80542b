import CGEOS

/// The GEOS library this process runs with.
public enum GEOSLibrary {
  /// The version at run time, as in `3.11.1-CAPI-1.17.1`.
  public static var version: String {
    GEOSversion().map { String(cString: $0) } ?? "unknown"
  }
}
