import CGEOS

/// The GEOS library that this program is made for.
public enum GEOSLibrary {
  /// The version of its header, as in `3.11.1-CAPI-1.17.1`. Asking for it does not load the library.
  public static var version: String { GEOS_CAPI_VERSION }
}
