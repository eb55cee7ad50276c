import BriefScript
import BriefSource
import Glibc

/// The file that is run before the first prompt: settings, and functions of the user's.
enum StartupFile {
  /// Where it is: what `BRIEF_STARTUP` says, nowhere when that is empty; otherwise
  /// `brief/startup.brief` in `XDG_CONFIG_HOME` or in `~/.config`.
  static func defaultPath(
    environment: (String) -> String? = Terminal.environment
  ) -> String? {
    if let path = environment("BRIEF_STARTUP") { return path.isEmpty ? nil : path }
    // The XDG Base Directory Specification wants relative paths to be ignored.
    if let settings = environment("XDG_CONFIG_HOME"), settings.hasPrefix("/") {
      return settings + "/brief/startup.brief"
    }
    guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
    return home + "/.config/brief/startup.brief"
  }

  /// Whether there is anything at `path`; the default need not be there.
  static func exists(_ path: String) -> Bool { access(HomePath.expanding(path), F_OK) == 0 }
}
