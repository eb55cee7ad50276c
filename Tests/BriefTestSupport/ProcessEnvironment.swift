import Glibc

/// The environment of the tests.
public enum ProcessEnvironment {
  /// The value of the variable called `name`.
  public static subscript(name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}

/// Where the project's files are, found from the place of this file.
public enum ProjectFiles {
  /// The project's directory, without a slash at its end.
  public static let root: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/")
  }()
}
