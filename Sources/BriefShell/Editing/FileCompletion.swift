import BriefScript
import BriefSource
import Glibc

/// Offers the names of files.
struct FileCompletion {
  /// The home directory, for which `~` stands.
  let home: String?

  /// The files whose path begins with `prefix`, in upper or lower case: directories first, then by
  /// their bytes.
  ///
  /// Directories end with a slash. Hidden files are offered only when the name begun starts with a
  /// full stop. A `~` at the beginning stays as it was typed.
  ///
  /// - Parameter endings: The endings of the files wanted; where no file has one of them, or none is
  ///   given, all files are.
  func candidates(prefix: String, endings: [String] = []) -> [Completion.Candidate] {
    let path = prefix == "~" ? "~/" : prefix
    let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let directory = String(path[..<slash])
    let begun = FoldedText.folded(path[slash...])
    let place = expanded(directory)
    let names = Self.names(in: place.isEmpty ? "." : place)
      .filter {
        FoldedText.folded($0).hasPrefix(begun) && (!$0.hasPrefix(".") || begun.hasPrefix("."))
      }
    let found = names.map { (name: $0, status: Self.status(of: place + $0)) }
    let directories = found.filter(\.status.isDirectory)
    let files = found.filter { !$0.status.isDirectory }
    let wanted = files.filter { file in
      endings.contains { file.name.lowercased().hasSuffix("." + $0) }
    }
    let shown = wanted.isEmpty ? files : wanted
    return directories.map {
      Completion.Candidate(directory + $0.name + "/", "directory", isPartial: true)
    }
      + shown.map { .init(directory + $0.name, Self.size($0.status.size)) }
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

  private static func status(of path: String) -> (isDirectory: Bool, size: Int) {
    var status = stat()
    guard stat(path, &status) == 0 else { return (false, 0) }
    return (status.st_mode & S_IFMT == S_IFDIR, Int(status.st_size))
  }

  /// A size in the largest unit of which there is at least one.
  private static func size(_ bytes: Int) -> String {
    switch bytes {
    case ..<1_000: "\(bytes) bytes"
    case ..<1_000_000: "\(bytes / 1_000) kB"
    default: "\(bytes / 1_000_000) MB"
    }
  }
}
