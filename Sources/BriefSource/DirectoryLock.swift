#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Keeps other runs of the program from changing a file between reading and writing it.
///
/// The lock is the directory's, so nothing is left behind and the file may be replaced meanwhile. A
/// file system that knows no locks, or a directory that cannot be opened, is gone on without.
public enum DirectoryLock {
  /// Runs `body` while nobody else holds the directory of the file at `path`.
  ///
  /// Waits for whoever holds it.
  public static func holding<Result, Failure: Error>(
    directoryOf path: String, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let directory = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let descriptor = open(directory, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return try body() }
    while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
    // Closing gives the lock back.
    defer { close(descriptor) }
    return try body()
  }
}
