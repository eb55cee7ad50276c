/// How the bytes of a file were understood.
public enum TextEncoding: Hashable, Sendable {
  /// UTF-8 without a byte order mark.
  case utf8
  /// UTF-8 that begins with a byte order mark; the mark stays in the text as its first code point.
  case utf8WithByteOrderMark
  /// UTF-8 with sequences that are not; each was replaced by U+FFFD.
  case damagedUTF8(replacements: Int)
  /// Windows-1252: some byte lies in 80–9F, where ISO 8859-1 has only control characters.
  case windows1252
  /// ISO 8859-1.
  case latin1
  /// UTF-16 with a byte order mark, which stays in the text as its first code point.
  case utf16

  /// The name a reader would look up.
  public var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf8WithByteOrderMark: "UTF-8 with a byte order mark"
    case .damagedUTF8: "UTF-8, damaged"
    case .windows1252: "Windows-1252"
    case .latin1: "Latin-1 (ISO 8859-1)"
    case .utf16: "UTF-16"
    }
  }
}
