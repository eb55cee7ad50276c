import SystemPackage

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

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
    let bytes = try fileBytes(path)
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
      let place = HomePath.expanding(path)
      if let refusal = refusal(toRead: place) { throw refusal(path) }
      let file = try FileDescriptor.open(FilePath(place), .readOnly)
      return try file.closeAfter { try file.allBytes() }
    } catch let error as ReadingError {
      throw error
    } catch let error as Errno {
      if error == .isDirectory { throw .directory(path: path) }
      throw .unreadable(path: path, reason: error.reason)
    } catch {
      throw .unreadable(path: path, reason: "\(error)")
    }
  }

  /// Why what is at `place` is not opened, if it is there; makes the error of a path.
  ///
  /// Opening a named pipe waits for a program that writes to it, which may never come, and a device
  /// need not have an end. A pipe that the program was given open is another matter.
  private static func refusal(toRead place: String) -> ((String) -> ReadingError)? {
    var status = stat()
    guard stat(place, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG, S_IFDIR: return nil
    case S_IFIFO where isDescriptor(place): return nil
    case S_IFIFO: return { .unreadable(path: $0, reason: "it is a pipe and not a file") }
    default: return { .unreadable(path: $0, reason: "it is a device and not a file") }
    }
  }

  /// Whether a path names a descriptor of this process, as that of a shell's `<(…)` does.
  private static func isDescriptor(_ place: String) -> Bool {
    place == "/dev/stdin" || place.hasPrefix("/dev/fd/") || place.hasPrefix("/proc/self/fd/")
  }

  /// How many bytes the file at `path` has; 0 where there is none.
  public static func byteCount(at path: String) -> Int {
    var status = stat()
    guard stat(HomePath.expanding(path), &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return 0
    }
    return Int(status.st_size)
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
    case .ioError: "the device reported an error"
    case .fileExists: "the file exists"
    default: description
    }
  }
}
