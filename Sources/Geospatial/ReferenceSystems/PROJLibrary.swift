import CPROJ

/// The PROJ library this process runs with.
public enum PROJLibrary {
  /// The version at run time, as in `9.1.1`.
  public static var version: String {
    let info = proj_info()
    return "\(info.major).\(info.minor).\(info.patch)"
  }
}
