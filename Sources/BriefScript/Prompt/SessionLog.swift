import BriefSource
import SystemPackage

/// Writes a session down in Markdown: each line that was typed, and what it gave.
///
/// An entry is added with one write at the end of the file, so what was there before stays, and so
/// does what was added when a later entry cannot be.
public final class SessionLog {
  /// The path as it was given.
  public let path: String
  private let file: FileDescriptor
  private var entry: [UInt8] = []

  /// Opens the file at `path`, made when missing; what is in it stays.
  ///
  /// - Throws: ``WritingError``.
  public init(_ path: String) throws(WritingError) {
    self.path = path
    do {
      file = try FileDescriptor.open(
        FilePath(HomePath.expanding(path)), .writeOnly,
        options: [.append, .create, .closeOnExec, .nonBlocking],
        permissions: FilePermissions(rawValue: 0o666))
    } catch {
      let error = error as? Errno
      if error == .isDirectory { throw .directory(path: path) }
      throw .unwritable(path: path, reason: error?.reason ?? "it cannot be opened")
    }
  }

  deinit { try? file.close() }

  /// Begins the entry of a line.
  public func begin(_ line: PromptLine) {
    let fence = Self.fence(for: line.text)
    let title = line.number.map { "## \($0)" } ?? "## \(line.origin.rawValue)"
    entry = Array("\(title)\n\n\(fence)brief\n\(line.text)\n\(fence)\n\n".utf8)
  }

  /// Adds a result to the entry.
  public func add(_ value: Value) {
    let bytes = OutputFormat.markdown.write(value)
    guard !bytes.isEmpty else { return }
    entry += bytes + [0x0A]
  }

  /// Adds what was said beside the results.
  public func add(_ diagnostic: Diagnostic) {
    let text = DiagnosticRenderer(width: 100).render(diagnostic).plain
    let fence = Self.fence(for: text)
    let harmless = DisplayText.harmless(text, keepingLineEnds: true)
    entry += Array("\(fence)text\n\(harmless)\(fence)\n\n".utf8)
  }

  /// Writes the entry.
  ///
  /// - Throws: ``WritingError`` when the disk is full or the like.
  public func end() throws(WritingError) {
    let bytes = entry
    entry = []
    guard !bytes.isEmpty else { return }
    do {
      let count = try bytes.withUnsafeBytes { try file.write($0) }
      if count < bytes.count { throw Errno.noSpace }
    } catch {
      throw .unwritable(
        path: path, reason: (error as? Errno)?.reason ?? "the device reported an error")
    }
  }

  /// A fence that no line of `text` ends.
  private static func fence(for text: String) -> String {
    var longest = 2
    var run = 0
    for byte in text.utf8 {
      run = byte == 0x60 ? run + 1 : 0
      longest = max(longest, run)
    }
    return String(repeating: "`", count: longest + 1)
  }
}
