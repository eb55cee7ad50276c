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
  /// What exists is followed through its links; what does not exist yet is taken as it is written,
  /// `..` going back one component. Looks at the file system, and reads no file.
  public init(_ path: String) {
    var existing = path.isEmpty ? "." : path
    var rest: [String] = []
    while true {
      if let resolved = realpath(existing, nil) {
        defer { free(resolved) }
        components = Self.joined(Self.split(String(cString: resolved)), rest.reversed())
        return
      }
      let parts = Self.split(existing)
      guard let last = parts.last else { break }
      rest.append(last)
      let parent = parts.dropLast().joined(separator: "/")
      if existing.hasPrefix("/") {
        existing = "/" + parent
      } else {
        existing = parent.isEmpty ? "." : parent
      }
    }
    components = Self.joined([], rest.reversed())
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
