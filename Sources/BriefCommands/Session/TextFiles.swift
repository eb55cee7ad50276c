import BriefScript
import BriefSource
import Glibc
import SystemPackage

/// Finds the files that paths, patterns and directories name.
enum TextFiles {
  /// The endings of the files that are taken from a directory.
  static let extensions: Set<String> = ["txt", "text", "md", "markdown"]

  /// Whether `path` holds a character that makes it a pattern.
  static func isPattern(_ path: String) -> Bool { path.contains { "*?[".contains($0) } }

  /// The files that `path` names, in code unit order: itself, the matches of a pattern, or the
  /// texts in a directory and below.
  ///
  /// A path that begins with `~` gives files that do.
  ///
  /// - Parameter entering: Called with each directory before it is looked into.
  /// - Throws: ``LoadingError``, and what `entering` throws.
  static func files(
    _ path: String, asPattern: Bool, entering: (String) throws -> Void = { _ in }
  ) throws -> [String] {
    if asPattern {
      let matches = self.matches(path)
      if matches.isEmpty { throw LoadingError.noMatch(pattern: path) }
      var files: [String] = []
      for match in matches {
        if isDirectory(match) {
          files += try texts(below: match, entering)
        } else {
          files.append(match)
        }
      }
      return files
    }
    guard isDirectory(path) else { return [path] }
    let files = try texts(below: path, entering)
    if files.isEmpty { throw LoadingError.noTexts(directory: path) }
    return files
  }

  private static func matches(_ pattern: String) -> [String] {
    var result = glob_t()
    defer { globfree(&result) }
    guard glob(HomePath.expanding(pattern), GLOB_NOSORT, nil, &result) == 0 else { return [] }
    let isInHome = pattern.hasPrefix("~")
    var paths: [String] = []
    for index in 0..<Int(result.gl_pathc) {
      if let path = result.gl_pathv[index] {
        let path = String(cString: path)
        paths.append(isInHome ? HomePath.abbreviating(path) : path)
      }
    }
    return paths.sorted(by: codeUnitOrder)
  }

  private static func texts(
    below directory: String, _ entering: (String) throws -> Void
  ) throws -> [String] {
    var files: [String] = []
    // A directory is visited once, however many links lead to it.
    var visited: Set<String> = []
    var waiting = [directory]
    while let next = waiting.popLast() {
      let opened = HomePath.expanding(next)
      guard let resolved = realpath(opened, nil) else { continue }
      let isNew = visited.insert(String(cString: resolved)).inserted
      free(resolved)
      guard isNew else { continue }
      try entering(next)
      guard let handle = opendir(opened) else {
        throw LoadingError.unreadable(
          .unreadable(path: next, reason: Errno(rawValue: errno).reason))
      }
      defer { closedir(handle) }
      while let entry = readdir(handle) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name.hasPrefix(".") { continue }
        let path = next.hasSuffix("/") ? next + name : next + "/" + name
        if isDirectory(path) {
          waiting.append(path)
        } else if extensions.contains(FileName(name).pathExtension) {
          files.append(path)
        }
      }
    }
    return files.sorted(by: codeUnitOrder)
  }

  /// Whether there is anything at `path`.
  static func exists(_ path: String) -> Bool {
    var info = stat()
    return stat(HomePath.expanding(path), &info) == 0
  }

  /// Whether there is a directory at `path`.
  static func isDirectory(_ path: String) -> Bool {
    var info = stat()
    return stat(HomePath.expanding(path), &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether there is a plain file at `path`, and no device that might never end.
  static func isFile(_ path: String) -> Bool {
    var info = stat()
    return stat(HomePath.expanding(path), &info) == 0 && info.st_mode & S_IFMT == S_IFREG
  }

  private static func codeUnitOrder(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
