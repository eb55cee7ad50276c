import SystemPackage

/// Why a file could not be read, said for the person who named it.
public enum ReadingError: Error, Sendable {
  /// The operating system refused, with its reason.
  case unreadable(path: String, reason: String)
  /// The path names a directory.
  case directory(path: String)
  /// The file holds nothing.
  case empty(path: String)
  /// The file is no text.
  case binary(path: String, offset: Int)
}

extension ReadingError: CustomStringConvertible {
  /// One clause that names the path and the reason.
  public var description: String {
    switch self {
    case .unreadable(let path, let reason): "cannot read '\(path)': \(reason)"
    case .directory(let path): "'\(path)' is a directory, not a text"
    case .empty(let path): "'\(path)' is empty"
    case .binary(let path, let offset):
      "'\(path)' is not text (control bytes from byte \(offset) on)"
    }
  }
}

extension Source {
  /// Reads the file at `path`; `-` is standard input.
  ///
  /// - Parameters:
  ///   - ledger: Where the file is noted, if it is kept.
  ///   - role: What the file is to the run.
  /// - Throws: ``ReadingError``.
  public static func reading(
    _ path: String, noting ledger: FileLedger? = nil, as role: FileLedger.Role = .text
  ) throws(ReadingError) -> Source {
    let name = path == "-" ? "<stdin>" : path
    let bytes = try fileBytes(path, noting: ledger)
    ledger?.note(role, path, bytes)
    do {
      return try decoding(bytes, name: name)
    } catch {
      switch error {
      case .empty: throw .empty(path: path)
      case .binary(let offset): throw .binary(path: path, offset: offset)
      }
    }
  }

  /// The bytes of the file at `path`, or what `ledger` has been given in its place.
  ///
  /// - Throws: ``ReadingError``.
  public static func fileBytes(
    _ path: String, noting ledger: FileLedger?
  ) throws(ReadingError) -> [UInt8] {
    if let bytes = ledger?.given.files[path] { return bytes }
    return try fileBytes(path)
  }

  /// The bytes of the file at `path` as they are; `-` is standard input.
  ///
  /// A path that begins with `~/` is one in the user's home.
  ///
  /// - Throws: ``ReadingError``.
  public static func fileBytes(_ path: String) throws(ReadingError) -> [UInt8] {
    do {
      if path == "-" { return try FileDescriptor.standardInput.allBytes() }
      // The system would take what stands before a NUL for the path.
      if path.utf8.contains(0) { throw Errno.noSuchFileOrDirectory }
      let file = try FileDescriptor.open(FilePath(HomePath.expanding(path)), .readOnly)
      return try file.closeAfter { try file.allBytes() }
    } catch let error as Errno {
      if error == .isDirectory { throw .directory(path: path) }
      throw .unreadable(path: path, reason: error.reason)
    } catch {
      throw .unreadable(path: path, reason: "\(error)")
    }
  }
}

extension FileDescriptor {
  /// Everything from the current position to the end.
  func allBytes() throws -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try chunk.withUnsafeMutableBytes { try read(into: $0) }
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
      if count == chunk.count, chunk.count < 1 << 24 {
        chunk = [UInt8](repeating: 0, count: chunk.count * 4)
      }
    }
  }
}

extension Errno {
  /// The reason in the program's own words, the same in every locale.
  public var reason: String {
    switch self {
    case .noSuchFileOrDirectory: "no such file or directory"
    case .permissionDenied, .notPermitted: "permission denied"
    case .isDirectory: "it is a directory"
    case .notDirectory: "part of the path is not a directory"
    case .noSpace: "no space left on the device"
    case .readOnlyFileSystem: "the file system is read-only"
    case .tooManyOpenFiles, .tooManyOpenFilesInSystem: "too many open files"
    case .fileNameTooLong: "the name is too long"
    case .tooManySymbolicLinkLevels: "the symbolic links go round in a circle"
    case .fileTooLarge: "the file would be too large"
    case .ioError: "the device reported an error"
    case .fileExists: "the file exists"
    default: description
    }
  }
}
