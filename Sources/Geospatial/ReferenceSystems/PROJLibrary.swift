import CPROJ

/// The PROJ library that this program is made for.
public enum PROJLibrary {
  /// The version of its header, as in `9.1.1`. Asking for it does not load the library.
  public static var version: String { "\(PROJ_VERSION_MAJOR).\(PROJ_VERSION_MINOR).\(PROJ_VERSION_PATCH)" }
}
