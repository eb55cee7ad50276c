import Glibc
import SystemPackage

/// An empty directory that is removed, with all it holds, when its owner goes.
public final class TemporaryDirectory: Sendable {
  /// Its path.
  public let path: String

  /// Creates it under the system's temporary directory.
  public init() {
    var template = Array("/tmp/brief-test-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer -> String? in
      guard let base = buffer.baseAddress, let name = mkdtemp(base) else { return nil }
      return String(cString: name)
    }
    path = made ?? "/tmp/brief-test-none"
  }

  deinit { Self.remove(path) }

  /// The names it holds, sorted.
  public var names: [String] { Self.names(in: path) }

  /// The names that its directory called `name` holds, sorted.
  public func names(in name: String) -> [String] { Self.names(in: path + "/" + name) }

  /// The text of the file called `name`, or `nil` when there is none.
  public func text(of name: String) -> String? {
    guard let file = try? FileDescriptor.open(FilePath(path + "/" + name), .readOnly) else {
      return nil
    }
    defer { try? file.close() }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while let count = try? chunk.withUnsafeMutableBytes({ try file.read(into: $0) }), count > 0 {
      bytes.append(contentsOf: chunk[..<count])
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes the file called `name`; directories in the name are made.
  public func write(_ text: String, to name: String) { write(bytes: Array(text.utf8), to: name) }

  /// Writes the bytes of the file called `name`; directories in the name are made.
  public func write(bytes: [UInt8], to name: String) {
    var made = path
    for part in name.split(separator: "/").dropLast() {
      made += "/" + part
      mkdir(made, 0o755)
    }
    let file = try? FileDescriptor.open(
      FilePath(path + "/" + name), .writeOnly, options: [.create, .truncate],
      permissions: FilePermissions(rawValue: 0o644))
    _ = try? file?.writeAll(bytes)
    try? file?.close()
  }

  /// Removes the file or directory called `name`.
  public func remove(_ name: String) { Self.remove(path + "/" + name) }

  /// Makes a directory called `name`.
  public func makeDirectory(_ name: String) { mkdir(path + "/" + name, 0o700) }

  private static func names(in path: String) -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private static func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR {
      for name in names(in: path) { remove(path + "/" + name) }
      rmdir(path)
    } else {
      unlink(path)
    }
  }
}
