import BriefSource

/// The files that a script says it needs: it reads and writes no others.
///
/// A file is allowed when the path it really has, links and `..` followed, is one that is named or
/// lies in a directory that is named.
public struct ScriptPermissions: Sendable {
  private var named: [FileAccess: [String]] = [:]

  /// Allows nothing.
  public init() {}

  /// Allows the file or directory at `path`.
  public mutating func allow(_ access: FileAccess, _ path: String) {
    named[access, default: []].append(path)
  }

  /// The paths that are named, as they are written.
  public func paths(_ access: FileAccess) -> [String] { named[access] ?? [] }

  /// Whether the file at `path` may be read, or written.
  ///
  /// The paths are looked up anew at every question, since links can change.
  public func allows(_ access: FileAccess, _ path: String) -> Bool {
    guard let paths = named[access] else { return false }
    let file = CanonicalPath(path)
    return paths.contains { file.isWithin(CanonicalPath($0)) }
  }

  /// Whether some file that matches `pattern` may be allowed, as far as its fixed part tells.
  func mayAllow(_ access: FileAccess, pattern: String) -> Bool {
    let folder = CanonicalPath(Self.fixedPart(ofPattern: pattern))
    return paths(access).contains { path in
      let allowed = CanonicalPath(path)
      return folder.isWithin(allowed) || allowed.isWithin(folder)
    }
  }

  /// The directory of a pattern that holds all its matches: what stands before its first `*`, `?`
  /// or `[`, up to a slash.
  static func fixedPart(ofPattern pattern: String) -> String {
    let prefix = pattern.prefix { !"*?[".contains($0) }
    guard let slash = prefix.lastIndex(of: "/") else { return "." }
    return slash == prefix.startIndex ? "/" : String(prefix[..<slash])
  }
}
