import BriefSource

/// Why a script could not be read, said for the person who named it.
public struct ScriptReadingError: Error {
  /// What is wrong, with the place where there is one.
  public let diagnostic: Diagnostic
}

extension Source {
  /// Reads the script at `path`; `-` is standard input.
  ///
  /// A script is UTF-8: what would be guessed of another encoding would also be run. An empty one is
  /// a script that does nothing. Linear in the number of bytes.
  ///
  /// - Parameters:
  ///   - ledger: Where the file is noted, if it is kept.
  ///   - role: What the file is to the run.
  /// - Throws: ``ScriptReadingError``.
  public static func script(
    at path: String, noting ledger: FileLedger? = nil, as role: FileLedger.Role = .script
  ) throws(ScriptReadingError) -> Source {
    let source: Source
    do {
      source = try reading(path, noting: ledger, as: role)
    } catch .empty {
      return Source(name: path == "-" ? "<stdin>" : path, text: "")
    } catch {
      throw ScriptReadingError(
        diagnostic: Diagnostic(id: "unreadable-input", severity: .error, error.description))
    }
    switch source.encoding {
    case .utf8, .utf8WithByteOrderMark: return source
    default:
      throw ScriptReadingError(
        diagnostic: Diagnostic(
          id: "not-utf-8", severity: .error, "the script is not UTF-8, but \(source.encoding.name)",
          source: source, range: source.firstForeignCharacter,
          help: "save it again with the encoding UTF-8"))
    }
  }

  /// The first character that shows that the source was not UTF-8: what was repaired in it, or its
  /// first one that is not ASCII.
  private var firstForeignCharacter: TextRange {
    var start = bytes.firstIndex { $0 >= 0x80 } ?? 0
    if case .damagedUTF8 = encoding {
      while start < bytes.count, !bytes[start...].starts(with: [0xEF, 0xBF, 0xBD]) { start += 1 }
    }
    var end = min(start + 1, bytes.count)
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return TextRange(min(start, end), end)
  }
}
