import BriefSource
import CEditLine
import Glibc

/// When output is coloured.
public enum ColorChoice: String, Sendable, CaseIterable {
  /// In a terminal that can, unless `NO_COLOR` is set.
  case auto
  case always
  case never
}

/// What is known of the place where output goes.
public struct Terminal: Sendable {
  /// Whether it is a terminal.
  public let isTerminal: Bool
  /// The columns of it, as the terminal or `COLUMNS` says; otherwise 80.
  public let width: Int
  /// Whether it shows colours, as far as `TERM` and `NO_COLOR` say.
  public let hasColor: Bool
  /// Whether it can move its cursor, as far as `TERM` says.
  public let movesCursor: Bool
  /// The characters it shows, as far as `TERM` and the locale say; where there is no terminal, all.
  public let alphabet: Medium.Alphabet
  /// How many colours it shows.
  let depth: Palette.Depth

  /// Describes what stands behind a descriptor.
  public init(
    descriptor: Int32 = 1, environment: (String) -> String? = Terminal.environment
  ) {
    isTerminal = isatty(descriptor) != 0
    let columns = environment("COLUMNS").flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    width = (isTerminal ? Self.size(of: descriptor)?.columns : nil) ?? columns ?? 80
    let term = environment("TERM") ?? ""
    // https://no-color.org: present and not empty.
    let isRefused = !(environment("NO_COLOR") ?? "").isEmpty
    movesCursor = isTerminal && !term.isEmpty && term != "dumb"
    hasColor = isTerminal && !isRefused && !term.isEmpty && term != "dumb"
    let isPlain = term == "dumb" || !Self.isUTF8(environment)
    alphabet = isTerminal && isPlain ? .ascii : .unicode
    let hasMany = term.contains("256color") || !(environment("COLORTERM") ?? "").isEmpty
    depth = hasMany ? .many : .sixteen
  }

  /// Whether the locale is one of UTF-8; where no variable says, it is taken for one, as that is
  /// what terminals are.
  private static func isUTF8(_ environment: (String) -> String?) -> Bool {
    let named = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty }
    guard let locale = named?.lowercased() else { return true }
    return locale.contains("utf-8") || locale.contains("utf8")
  }

  /// Whether output is coloured under `choice`.
  public func isColored(_ choice: ColorChoice) -> Bool {
    switch choice {
    case .auto: hasColor
    case .always: true
    case .never: false
    }
  }

  /// The value of a variable of the process's environment.
  public static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// The columns and rows of the terminal behind a descriptor, when it says.
  static func size(of descriptor: Int32) -> (columns: Int, rows: Int)? {
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard brief_terminal_size(descriptor, &columns, &rows) else { return nil }
    return (Int(columns), rows > 0 ? Int(rows) : 24)
  }
}
