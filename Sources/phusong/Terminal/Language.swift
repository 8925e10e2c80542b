import ArgumentParser
import Glibc

/// The language of tables.
enum Language: String, ExpressibleByArgument, CaseIterable {
  case en, vi

  /// The language that the environment asks for by `LC_ALL`, `LC_MESSAGES` or `LANG`; English when it asks for none of ours.
  static var ofEnvironment: Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { continue }
      return value.hasPrefix("vi") ? .vi : .en
    }
    return .en
  }
}
