import SystemPackage

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Why a file could not be written, said for the person who named it.
public enum WritingError: Error, Sendable {
  /// There is such a file, and nobody said it may be replaced.
  case exists(path: String)
  /// The path names a directory.
  case directory(path: String)
  /// The operating system refused, with its reason.
  case unwritable(path: String, reason: String)
}

extension WritingError: CustomStringConvertible {
  /// One clause that names the path and the reason.
  public var description: String {
    switch self {
    case .exists(let path): "'\(path)' exists"
    case .directory(let path): "'\(path)' is a directory"
    case .unwritable(let path, let reason): "cannot write '\(path)': \(reason)"
    }
  }
}

/// Writes whole files: afterwards there is the new file or the old one, never a part of either.
///
/// The bytes go to a temporary file in the same directory, are flushed to the device, and the
/// file takes its name in one step; the directory is flushed last. When anything fails the
/// temporary file is removed.
public enum AtomicFile {
  /// Writes `bytes` as the file at `path`.
  ///
  /// A new file's permissions follow the umask, a replaced file keeps its own. A symbolic link
  /// stays and its target is replaced. A device, or a pipe that somebody reads, is written to, not replaced.
  ///
  /// - Parameter replacing: Whether a file that exists may be replaced.
  /// - Throws: ``WritingError``.
  public static func write(
    _ bytes: [UInt8], to path: String, replacing: Bool = false
  ) throws(WritingError) {
    do {
      try writeFile(bytes, path, replacing)
    } catch let error as WritingError {
      throw error
    } catch let error as Errno {
      if error == .isDirectory { throw .directory(path: path) }
      if error == .fileExists { throw .exists(path: path) }
      throw .unwritable(path: path, reason: error.reason)
    } catch {
      throw .unwritable(path: path, reason: "\(error)")
    }
  }

  private static func writeFile(_ bytes: [UInt8], _ path: String, _ replacing: Bool) throws {
    guard !path.isEmpty, !path.utf8.contains(0) else { throw Errno.invalidArgument }
    var status = stat()
    let exists = stat(path, &status) == 0
    if !exists, errno != ENOENT { throw Errno(rawValue: errno) }
    if exists {
      switch status.st_mode & S_IFMT {
      case S_IFDIR: throw WritingError.directory(path: path)
      case S_IFREG: if !replacing { throw WritingError.exists(path: path) }
      default:
        // Opening a named pipe would wait for a program that reads it, which may never come.
        let device = try FileDescriptor.open(FilePath(path), .writeOnly, options: .nonBlocking)
        let flags = fcntl(device.rawValue, F_GETFL)
        if flags >= 0 { _ = fcntl(device.rawValue, F_SETFL, flags & ~O_NONBLOCK) }
        try device.closeAfter { _ = try device.writeAll(bytes) }
        return
      }
    }
    let target = exists ? resolved(path) : path
    let (file, temporary) = try createTemporary(besides: target)
    var isDone = false
    defer { if !isDone { _ = unlink(temporary) } }
    try file.closeAfter {
      if exists { _ = fchmod(file.rawValue, status.st_mode & 0o777) }
      try file.writeAll(bytes)
      try check(fsync(file.rawValue))
    }
    try take(temporary, target, replacing)
    isDone = true
    flushDirectory(of: target)
  }

  /// Gives the file at `temporary` the name `target`, in one step.
  private static func take(_ temporary: String, _ target: String, _ replacing: Bool) throws {
    if !replacing {
      // A hard link fails when the name is taken, however lately; a rename would not.
      if link(temporary, target) == 0 {
        _ = unlink(temporary)
        return
      }
      if errno == EEXIST { throw Errno.fileExists }
      // This file system has no hard links.
      if access(target, F_OK) == 0 { throw Errno.fileExists }
    }
    try check(rename(temporary, target))
  }

  private static func createTemporary(
    besides target: String
  ) throws -> (file: FileDescriptor, path: String) {
    for attempt in 0..<100 {
      let path = directory(of: target) + ".brief-\(getpid())-\(attempt).tmp"
      do {
        let file = try FileDescriptor.open(
          FilePath(path), .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
          permissions: FilePermissions(rawValue: 0o666))
        return (file, path)
      } catch Errno.fileExists {
        continue
      }
    }
    throw Errno.fileExists
  }

  /// The directory part of `path` with its slash; empty when there is none.
  private static func directory(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  private static func resolved(_ path: String) -> String {
    guard let target = realpath(path, nil) else { return path }
    defer { free(target) }
    return String(cString: target)
  }

  /// Makes the new name last through a power cut; file systems that cannot are left alone.
  private static func flushDirectory(of path: String) {
    let name = directory(of: path)
    let directory = FilePath(name.isEmpty ? "." : name)
    guard let file = try? FileDescriptor.open(directory, .readOnly) else { return }
    _ = fsync(file.rawValue)
    try? file.close()
  }

  private static func check(_ result: Int32) throws {
    if result != 0 { throw Errno(rawValue: errno) }
  }
}
