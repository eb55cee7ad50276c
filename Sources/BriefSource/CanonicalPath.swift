#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The one absolute path of a file: without `.`, `..` and symbolic links.
public struct CanonicalPath: Hashable, Sendable {
  /// The components after the root, in order.
  public let components: [String]

  /// The path that `path` leads to from the working directory.
  ///
  /// What exists is followed through its links, and so is a link whose target does not exist yet;
  /// other names that do not exist are taken as they are written, `..` going back one component.
  /// `~/` stands for the user's home. Looks at the file system, and reads no file.
  public init(_ path: String) {
    // The system would take what stands before a NUL for the path.
    let path = path.utf8.contains(0) ? path.filter { $0 != "\0" } : path
    var existing = path.isEmpty ? "." : HomePath.expanding(path)
    var rest: [String] = []
    var linksLeft = Self.linkLimit
    while true {
      if let resolved = realpath(existing, nil) {
        defer { free(resolved) }
        components = Self.joined(Self.split(String(cString: resolved)), rest.reversed())
        return
      }
      let parts = Self.split(existing)
      guard let last = parts.last else { break }
      let parent = Self.path(of: parts.dropLast(), isAbsolute: existing.hasPrefix("/"))
      if linksLeft > 0, let target = Self.target(ofLinkAt: existing) {
        linksLeft -= 1
        existing = target.hasPrefix("/") ? target : parent + "/" + target
        continue
      }
      rest.append(last)
      existing = parent
    }
    components = Self.joined([], rest.reversed())
  }

  /// After how many links a path is taken to go round in a circle, as Linux has it.
  private static let linkLimit = 40

  private static func path(of parts: ArraySlice<String>, isAbsolute: Bool) -> String {
    let path = parts.joined(separator: "/")
    return isAbsolute ? "/" + path : path.isEmpty ? "." : path
  }

  /// What the link at `path` says; `nil` when there is no link.
  private static func target(ofLinkAt path: String) -> String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer in
      guard let base = buffer.baseAddress else { return nil }
      let count = readlink(path, base, buffer.count)
      guard count > 0 else { return nil }
      return String(decoding: UnsafeRawBufferPointer(start: base, count: count), as: UTF8.self)
    }
  }

  /// Whether it is `other`, or lies in the directory `other`.
  public func isWithin(_ other: CanonicalPath) -> Bool { components.starts(with: other.components) }

  private static func split(_ path: String) -> [String] {
    path.split(separator: "/").map(String.init)
  }

  private static func joined(_ base: [String], _ rest: some Sequence<String>) -> [String] {
    var components = base
    for component in rest {
      switch component {
      case ".": break
      case "..": _ = components.popLast()
      default: components.append(component)
      }
    }
    return components
  }
}
