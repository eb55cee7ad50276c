import BriefSource
import Glibc
import SystemPackage

/// What was typed before, kept in a file to which every shell only ever adds.
///
/// An entry is one line: a line end in it is written `\n` and a backslash `\\`. It is added with
/// one write to a file opened for appending, so that shells side by side do not lose each other's
/// entries. Lines that are damaged are passed over. A file that cannot be used is reported once,
/// and the shell goes on without.
public final class History {
  /// What was read from the file, the oldest first; at most ``limit`` entries.
  public private(set) var entries: [String] = []
  /// Why the file is not used, to be reported once.
  public private(set) var problem: Diagnostic?

  /// The most entries that are read.
  public static let limit = 10_000
  /// The most bytes that are read, from the end of the file.
  private static let reach: Int64 = 4 << 20

  private var file: FileDescriptor?
  private var endsInLine = true

  /// Opens the history at `path`, made when missing together with its directories; none when
  /// `path` is `nil`.
  public init(path: String?) {
    guard let path else { return }
    do {
      try open(path)
    } catch let newer as NewerFormat {
      problem = Diagnostic(
        id: "no-history", severity: .warning,
        "the history '\(path)' is in format \(newer.number), from a later version of brief",
        help: "it stays as it is, and what is typed is not kept; BRIEF_HISTORY names another file")
    } catch {
      let reason = (error as? Errno)?.reason ?? "it is no ordinary file"
      problem = Diagnostic(
        id: "no-history", severity: .warning, "the history '\(path)' cannot be used: \(reason)",
        help: "what is typed is not kept; BRIEF_HISTORY names another file, or none when empty")
    }
  }

  deinit { try? file?.close() }

  /// Where the history is kept: what `BRIEF_HISTORY` says, nowhere when that is empty; otherwise
  /// `brief/history` in `XDG_STATE_HOME` or in `~/.local/state`.
  public static func defaultPath(
    environment: (String) -> String? = Terminal.environment
  ) -> String? {
    if let path = environment("BRIEF_HISTORY") { return path.isEmpty ? nil : path }
    // The XDG Base Directory Specification wants relative paths to be ignored.
    if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") {
      return state + "/brief/history"
    }
    guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
    return home + "/.local/state/brief/history"
  }

  /// Adds an entry at the end of the file.
  public func append(_ entry: String) {
    guard let file, !entry.isEmpty else { return }
    // A shell that was killed while it wrote may have left half a line.
    let line = (endsInLine ? "" : "\n") + Self.encoded(entry) + "\n"
    endsInLine = true
    do {
      let count = try Array(line.utf8).withUnsafeBytes { try file.write($0) }
      if count < line.utf8.count { throw Errno.noSpace }
    } catch {
      let reason = (error as? Errno)?.reason ?? "\(error)"
      problem = Diagnostic(
        id: "no-history", severity: .warning, "the history cannot be kept any longer: \(reason)")
      try? file.close()
      self.file = nil
    }
  }

  private struct NoOrdinaryFile: Error {}

  private struct NewerFormat: Error {
    let number: Int
  }

  /// The format of files that do not say theirs.
  private static let format = 1

  /// The format that the first line of a file names, if it names one.
  private static func format(of line: ArraySlice<UInt8>) -> Int? {
    let words = String(decoding: line.prefix(40), as: UTF8.self).split(separator: " ")
    return words.first == "#brief-history" && words.count == 2 ? Int(words[1]) : nil
  }

  private func open(_ path: String) throws {
    Self.makeDirectories(for: path)
    let file: FileDescriptor
    var refusal: (any Error)?
    do {
      file = try FileDescriptor.open(
        FilePath(path), .readWrite, options: [.append, .create, .closeOnExec, .nonBlocking],
        permissions: [.ownerReadWrite])
    } catch {
      // What can only be read is still good to read.
      refusal = error
      guard
        let readable = try? FileDescriptor.open(
          FilePath(path), .readOnly, options: [.closeOnExec, .nonBlocking])
      else { throw error }
      file = readable
    }
    do {
      var status = stat()
      guard fstat(file.rawValue, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
        throw NoOrdinaryFile()
      }
      try read(file, size: Int64(status.st_size))
    } catch {
      try? file.close()
      throw error
    }
    if let refusal {
      try? file.close()
      throw refusal
    }
    self.file = file
  }

  private func read(_ file: FileDescriptor, size: Int64) throws {
    var position = max(0, size - Self.reach)
    let isCut = position > 0
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try chunk.withUnsafeMutableBytes {
        try file.read(fromAbsoluteOffset: position, into: $0)
      }
      if count == 0 { break }
      bytes.append(contentsOf: chunk[..<count])
      position += Int64(count)
    }
    endsInLine = bytes.last == 0x0A || bytes.isEmpty
    var lines = bytes.split(separator: 0x0A)[...]
    if isCut { lines = lines.dropFirst() }
    if !isCut, let first = lines.first, let format = Self.format(of: first) {
      if format > Self.format { throw NewerFormat(number: format) }
      lines = lines.dropFirst()
    }
    let latest = lines.suffix(Self.limit)
    entries = latest.compactMap { Self.decoded($0) }
    let damaged = latest.count - entries.count
    if damaged > 0 {
      problem = Diagnostic(
        id: "no-history", severity: .warning,
        "\(damaged) \(damaged == 1 ? "line" : "lines") of the history cannot be read and "
          + "\(damaged == 1 ? "is" : "are") passed over",
        help: "they stay in the file, and what is typed is kept after them")
    }
  }

  /// Makes the directories that are missing on the way to `path`, for the user alone.
  private static func makeDirectories(for path: String) {
    var index = path.startIndex
    while let slash = path[index...].firstIndex(of: "/") {
      if slash > path.startIndex { _ = mkdir(String(path[..<slash]), 0o700) }
      index = path.index(after: slash)
    }
  }

  /// An entry as one line.
  static func encoded(_ entry: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in entry.unicodeScalars {
      switch scalar {
      case "\n": line.append(contentsOf: "\\n".unicodeScalars)
      case "\\": line.append(contentsOf: "\\\\".unicodeScalars)
      default: line.append(scalar)
      }
    }
    return String(line)
  }

  /// The entry that a line stands for, or `nil` when the line is damaged.
  static func decoded(_ line: some Collection<UInt8>) -> String? {
    guard let text = String(validating: line, as: UTF8.self) else { return nil }
    var entry = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in text.unicodeScalars {
      switch (scalar, isEscaped) {
      case ("\\", false): isEscaped = true
      case ("\\", true), ("n", true):
        entry.append(scalar == "n" ? "\n" : scalar)
        isEscaped = false
      case (_, true): return nil
      default:
        guard scalar.value >= 0x20 || scalar == "\t", scalar.value != 0x7F else { return nil }
        entry.append(scalar)
      }
    }
    return isEscaped || entry.isEmpty ? nil : String(entry)
  }
}
