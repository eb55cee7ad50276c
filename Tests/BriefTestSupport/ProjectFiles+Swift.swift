import Glibc

extension ProjectFiles {
  /// The paths of all files of the project that end with `ending` under the directory `path`,
  /// sorted; hidden ones are left out.
  public static func files(under path: String, ending: String) -> [String] {
    guard let directory = opendir(root + "/" + path) else { return [] }
    defer { closedir(directory) }
    var files: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(".") { continue }
      let inner = path + "/" + name
      if entry.pointee.d_type == UInt8(DT_DIR) {
        files += Self.files(under: inner, ending: ending)
      } else if name.hasSuffix(ending) {
        files.append(root + "/" + inner)
      }
    }
    return files.sorted()
  }
}
