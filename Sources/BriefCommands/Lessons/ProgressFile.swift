import BriefScript
import BriefSource
import Glibc
import SystemPackage

/// Where the progress of a learner is kept: a file to which every shell only ever adds lines.
///
/// A line is added under a lock and with one write, so that shells side by side do not lose each
/// other's lines, and one that is killed loses at most the line it was writing. A file that a later
/// version has written to is left as it is, and another one beside it is used. Where nothing can be
/// written, progress lasts as long as the shell. It is owned by one thread.
public final class ProgressFile {
  /// What became of each exercise so far.
  public private(set) var tally = ProgressTally()
  /// What is wrong with the file and has not been told yet.
  private(set) var problems: [Diagnostic] = []
  /// The learner that the file names, if it names one.
  public private(set) var learner: String?
  /// Where it is; `nil` when nothing is kept.
  public private(set) var path: String?

  private var lines = 0

  /// The ending of the file that is used beside one of a later version.
  static let ownEnding = ".v\(ProgressLine.version)"

  /// Reads the file at `path`, if there is one; nothing is kept when `path` is `nil`.
  public init(path: String?) {
    self.path = path
    guard let path else { return }
    read(path)
  }

  /// Where progress is kept: what `BRIEF_PROGRESS` says, nowhere when that is empty; otherwise
  /// `brief/progress` in `XDG_STATE_HOME` or in `~/.local/state`.
  public static func defaultPath(
    environment: (String) -> String? = { name in getenv(name).map { String(cString: $0) } }
  ) -> String? {
    if let path = environment("BRIEF_PROGRESS") { return path.isEmpty ? nil : path }
    // The XDG Base Directory Specification wants relative paths to be ignored.
    if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") {
      return state + "/brief/progress"
    }
    guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
    return home + "/.local/state/brief/progress"
  }

  /// Takes what is to be told of the file.
  func takeProblems() -> [Diagnostic] {
    defer { problems = [] }
    return problems
  }

  /// Takes note of an event, and adds it to the file.
  public func note(_ event: ProgressEvent) {
    lines += 1
    tally.note(event, line: lines)
    if event.kind == .learner { learner = event.name }
    guard let path else { return }
    do {
      try append(event, to: HomePath.expanding(path))
    } catch {
      giveUp((error as? Errno)?.reason ?? "it is no ordinary file")
    }
  }

  private struct NoOrdinaryFile: Error {}

  private func giveUp(_ reason: String) {
    problems.append(
      Diagnostic(
        id: "unusable-progress", severity: .warning,
        "progress cannot be kept in '\(path ?? "")': \(reason)",
        help: "it lasts until the shell ends; `--progress FILE` names another file"))
    path = nil
  }

  private func read(_ path: String) {
    let log: ProgressLog
    do {
      guard let bytes = try Self.bytes(of: HomePath.expanding(path)) else { return }
      log = ProgressLog(bytes, path: path)
    } catch {
      return giveUp((error as? Errno)?.reason ?? "it is no ordinary file")
    }
    if let version = log.newerVersion, !path.hasSuffix(Self.ownEnding) {
      problems.append(
        Diagnostic(
          id: "unusable-progress", severity: .warning,
          "the progress file '\(path)' was written by a later version of brief "
            + "(its lines have version \(version), and this program knows "
            + "\(ProgressLine.version))",
          help: "it is left as it is, and progress is kept in '\(path + Self.ownEnding)'"))
      self.path = path + Self.ownEnding
      return read(path + Self.ownEnding)
    }
    problems += log.problems
    tally = log.tally
    learner = log.learner
    lines = log.events.last?.line ?? 0
    if access(HomePath.expanding(path), W_OK) != 0 { giveUp(Errno(rawValue: errno).reason) }
  }

  /// The bytes of the file at `path`; `nil` when there is none.
  private static func bytes(of path: String) throws -> [UInt8]? {
    do {
      // A pipe must not hold up the shell until somebody writes to it.
      let file = try FileDescriptor.open(FilePath(path), .readOnly, options: [.nonBlocking])
      return try file.closeAfter {
        try requireOrdinary(file)
        return try all(of: file)
      }
    } catch Errno.noSuchFileOrDirectory {
      return nil
    }
  }

  private static func requireOrdinary(_ file: FileDescriptor) throws {
    var status = stat()
    guard fstat(file.rawValue, &status) == 0 else { throw Errno(rawValue: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw NoOrdinaryFile() }
  }

  private static func all(of file: FileDescriptor) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = try chunk.withUnsafeMutableBytes({ try file.read(into: $0) }),
      count > 0
    {
      bytes += chunk[..<count]
    }
    return bytes
  }

  private func append(_ event: ProgressEvent, to path: String) throws {
    Self.makeDirectories(for: path)
    let file = try FileDescriptor.open(
      FilePath(path), .readWrite, options: [.create, .append, .closeOnExec, .nonBlocking],
      permissions: [.ownerReadWrite, .groupRead, .otherRead])
    try file.closeAfter {
      try Self.requireOrdinary(file)
      guard flock(file.rawValue, LOCK_EX) == 0 else { throw Errno(rawValue: errno) }
      let end = try Self.end(of: file)
      var line = ProgressLine.bytes(event, number: end.number, after: end.sum)
      // A shell that was killed while it wrote may have left half a line.
      if !end.isLine { line.insert(0x0A, at: 0) }
      let count = try line.withUnsafeBytes { try file.write($0) }
      if count < line.count { throw Errno.noSpace }
      _ = fdatasync(file.rawValue)
    }
  }

  /// The hash of the last line and the number of the next, and whether the file ends in a line end.
  private static func end(
    of file: FileDescriptor
  ) throws -> (sum: String, number: Int, isLine: Bool) {
    let size = try file.seek(offset: 0, from: .end)
    if size == 0 { return (ProgressLine.seed, 1, true) }
    // A line is far shorter than this; only where the end is damaged is more looked at.
    for reach in [Int64(1) << 14, .max] {
      try file.seek(offset: max(0, size - reach), from: .start)
      let bytes = try all(of: file)
      for line in bytes.split(separator: 0x0A).reversed() {
        guard let line = try? ProgressLine(line) else { continue }
        return (line.sum, line.number + 1, bytes.last == 0x0A)
      }
      if size <= reach { return (ProgressLine.seed, 1, bytes.last == 0x0A) }
    }
    return (ProgressLine.seed, 1, true)
  }

  private static func makeDirectories(for path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    var directory = ""
    for part in parts {
      directory += part + "/"
      _ = mkdir(directory, 0o700)
    }
  }
}
