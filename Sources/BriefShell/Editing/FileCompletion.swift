import BriefScript
import Glibc

/// Offers the names of files.
struct FileCompletion {
  /// The home directory, for which `~` stands.
  let home: String?

  /// The files whose path begins with `prefix`, sorted by their bytes.
  ///
  /// Directories end with a slash. Hidden files are offered only when the name begun starts with a
  /// full stop. A `~` at the beginning stays as it was typed.
  func candidates(prefix: String) -> [Completion.Candidate] {
    let path = prefix == "~" ? "~/" : prefix
    let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let directory = String(path[..<slash])
    let begun = String(path[slash...])
    let place = expanded(directory)
    return Self.names(in: place.isEmpty ? "." : place)
      .filter { $0.hasPrefix(begun) && (!$0.hasPrefix(".") || begun.hasPrefix(".")) }
      .map { name in
        let isDirectory = Self.isDirectory(place + name)
        return Completion.Candidate(
          directory + name + (isDirectory ? "/" : ""), isPartial: isDirectory)
      }
  }

  private func expanded(_ path: String) -> String {
    guard let home, path.hasPrefix("~/") else { return path }
    return home + path.dropFirst()
  }

  /// The names in a directory that can be typed.
  private static func names(in directory: String) -> [String] {
    guard let stream = opendir(directory) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard let name, name != ".", name != "..",
        name.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
      else { continue }
      names.append(name)
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
