import BriefSource
import Glibc

/// Where a lesson finds the texts that it names by paths relative to itself.
///
/// Whatever the place, a text is cited by the path that the lesson names.
public enum LessonShelf {
  /// In the binary: texts by their path.
  case embedded([String: [UInt8]])
  /// In the directory of the lesson's file, which ends with a slash, or is empty for the working
  /// directory.
  case directory(String)

  /// The paths of the texts that `path` means: a text, a directory, or a pattern; `nil` when there
  /// is nothing of the kind, so that it is looked for as any other file.
  func paths(_ path: String, asPattern: Bool) throws -> [String]? {
    guard !path.hasPrefix("/"), !path.hasPrefix("~") else { return nil }
    switch self {
    case .embedded(let texts):
      if texts[path] != nil { return [path] }
      let directory = path.hasSuffix("/") ? path : path + "/"
      let found = texts.keys.filter { name in
        if asPattern { return fnmatch(path, name, FNM_PATHNAME) == 0 }
        return name.hasPrefix(directory)
      }
      return found.isEmpty ? nil : found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    case .directory(let directory):
      guard !directory.isEmpty, asPattern || TextFiles.exists(directory + path) else { return nil }
      let found = try? TextFiles.files(directory + path, asPattern: asPattern)
      return found?.map { String($0.dropFirst(directory.count)) }
    }
  }

  /// The text at `path`; `nil` when there is none, so that it is looked for as any other file.
  ///
  /// - Throws: ``ReadingError``.
  func source(_ path: String) throws(ReadingError) -> Source? {
    switch self {
    case .embedded(let texts):
      guard let bytes = texts[path] else { return nil }
      return Source(name: path, text: String(decoding: bytes, as: UTF8.self))
    case .directory(let directory):
      guard !directory.isEmpty, !path.hasPrefix("/"), TextFiles.exists(directory + path) else {
        return nil
      }
      let bytes = try Source.fileBytes(directory + path)
      do {
        return try Source.decoding(bytes, name: path)
      } catch {
        switch error {
        case .empty: throw .empty(path: path)
        case .binary(let offset): throw .binary(path: path, offset: offset)
        }
      }
    }
  }
}
