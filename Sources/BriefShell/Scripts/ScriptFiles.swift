import BriefSource
import Glibc
import SystemPackage

/// Finds the scripts that paths name.
public enum ScriptFiles {
  /// The ending of the name of a script.
  public static let ending = ".brief"

  /// The scripts below the directory at `path`, in code unit order; `nil` when there is no
  /// directory. What begins with a dot is left out.
  ///
  /// A directory is visited once, however many links lead to it.
  ///
  /// - Throws: ``ReadingError`` when a directory cannot be read.
  public static func below(_ path: String) throws(ReadingError) -> [String]? {
    guard isDirectory(path) else { return nil }
    var files: [String] = []
    var visited: Set<String> = []
    var waiting = [path]
    while let directory = waiting.popLast() {
      guard let resolved = realpath(directory, nil) else { continue }
      let isNew = visited.insert(String(cString: resolved)).inserted
      free(resolved)
      guard isNew else { continue }
      for name in try names(in: directory) where !name.hasPrefix(".") {
        // A script is called by the name that somebody would type.
        let inner =
          directory == "."
          ? name : directory.hasSuffix("/") ? directory + name : directory + "/" + name
        if isDirectory(inner) {
          waiting.append(inner)
        } else if name.hasSuffix(ending) {
          files.append(inner)
        }
      }
    }
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func names(in directory: String) throws(ReadingError) -> [String] {
    guard let handle = opendir(directory) else {
      throw .unreadable(path: directory, reason: Errno(rawValue: errno).reason)
    }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func isDirectory(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }
}
