#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Paths that begin with `~`, the home of the user.
///
/// They are expanded only where a file is looked up, so that nothing that is written down says
/// where a machine keeps its homes.
public enum HomePath {
  /// The path with the user's home for a `~` at its beginning; unchanged when no home is known.
  public static func expanding(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home else { return path }
    return home + path.dropFirst()
  }

  /// The path with `~` for the user's home at its beginning.
  public static func abbreviating(_ path: String) -> String {
    guard let home, path == home || path.hasPrefix(home + "/") else { return path }
    return "~" + path.dropFirst(home.count)
  }

  private static var home: String? {
    guard let value = getenv("HOME") else { return nil }
    let home = String(cString: value)
    return home.isEmpty ? nil : home
  }
}
