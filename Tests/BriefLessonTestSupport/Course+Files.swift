import BriefCommands
import BriefSource
import BriefTestSupport
import Glibc

extension Course {
  /// The course in a directory: its lessons, and the texts in `briefings` below it.
  public init(in directory: String) throws {
    var lessons: [(name: String, text: String)] = []
    var texts: [String: [UInt8]] = [:]
    for path in Self.files(in: directory) {
      let text = try TextFile.read(directory + "/" + path)
      if path.hasSuffix(".brief") {
        lessons.append((path, text))
      } else {
        texts[path] = Array(text.utf8)
      }
    }
    self.init(lessons: lessons, texts: texts)
  }

  /// The lessons in a directory and the texts in `briefings` below it, in the order of their bytes.
  public static func files(in directory: String) -> [String] {
    func names(_ path: String, _ ending: String) -> [String] {
      guard let handle = opendir(path) else { return [] }
      defer { closedir(handle) }
      var names: [String] = []
      while let entry = readdir(handle) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name.hasSuffix(ending), !name.hasPrefix(".") { names.append(name) }
      }
      return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    return names(directory, ".brief")
      + names(directory + "/briefings", ".txt").map { "briefings/" + $0 }
  }
}
