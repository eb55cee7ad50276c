import BriefSource
import Glibc
import SystemPackage

/// Has a text changed by an editor of the user's, in a file that only the user can read.
public struct ExternalEditor: Sendable {
  /// How the editor is started: a command of the system's shell, to which the file is added.
  public let command: String

  /// Uses what `VISUAL` names, otherwise what `EDITOR` names; `nil` when neither names anything.
  public init?(environment: (String) -> String? = Terminal.environment) {
    let named = ["VISUAL", "EDITOR"].lazy.compactMap(environment).first {
      $0.contains { $0 != " " && $0 != "\t" }
    }
    guard let named else { return nil }
    command = named
  }

  /// Why a text came back as it was.
  struct Failure: Error {
    let reason: String
  }

  /// The most bytes that are taken back.
  private static let limit = 4 << 20

  /// Gives `text` to the editor and waits until that ends.
  ///
  /// The editor shares the terminal; signals reach both.
  func edit(_ text: String) throws(Failure) -> String {
    let directory = try Self.makeDirectory()
    let path = directory + "/statement.brief"
    defer {
      // Editors leave backups beside the file.
      Self.removeFiles(in: directory)
      rmdir(directory)
    }
    do {
      let file = try FileDescriptor.open(
        FilePath(path), .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
        permissions: [.ownerReadWrite])
      try file.closeAfter { _ = try file.writeAll((text.isEmpty ? "" : text + "\n").utf8) }
    } catch {
      throw Failure(reason: "a file for it cannot be written: \(Self.reason(error))")
    }
    let status = try run(path)
    if status != 0 {
      throw Failure(reason: "it ended with exit code \(status), so the text is as it was")
    }
    return try Self.read(path)
  }

  private func run(_ path: String) throws(Failure) -> Int32 {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // What we ignore or watch, the editor has as any program.
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGPIPE, SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGTSTP] {
      sigaddset(&signals, signal)
    }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    // As git and others have it: the setting may hold arguments.
    let arguments = ["sh", "-c", command + " \"$1\"", "sh", path]
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    let failure = posix_spawn(&process, "/bin/sh", nil, &attributes, &words, environ)
    guard failure == 0 else {
      throw Failure(reason: "it cannot be started: \(Errno(rawValue: failure).description)")
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw Failure(reason: "its end cannot be waited for") }
    }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
  }

  private static func read(_ path: String) throws(Failure) -> String {
    let bytes: [UInt8]
    do {
      let file = try FileDescriptor.open(FilePath(path), .readOnly, options: [.closeOnExec])
      bytes = try file.closeAfter {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= limit {
          let count = try chunk.withUnsafeMutableBytes { try file.read(into: $0) }
          if count == 0 { break }
          bytes += chunk[..<count]
        }
        return bytes
      }
    } catch {
      throw Failure(reason: "what it left cannot be read: \(reason(error))")
    }
    guard bytes.count <= limit else {
      throw Failure(reason: "what it left is longer than 4 MB")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(reason: "what it left is not UTF-8")
    }
    return text
  }

  private static func makeDirectory() throws(Failure) -> String {
    let place = Terminal.environment("TMPDIR").flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    var template = Array((place + "/brief-XXXXXX").utf8CString)
    guard let made = mkdtemp(&template) else {
      throw Failure(
        reason: "no directory for it can be made in \(place): \(Errno(rawValue: errno).description)"
      )
    }
    return String(cString: made)
  }

  private static func removeFiles(in directory: String) {
    guard let stream = opendir(directory) else { return }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { unlink(directory + "/" + name) }
    }
  }

  private static func reason(_ error: any Error) -> String {
    (error as? Errno)?.reason ?? "\(error)"
  }
}
