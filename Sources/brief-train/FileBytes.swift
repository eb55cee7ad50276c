import BriefSource
import Glibc
import SystemPackage

/// Files and directories of corpora.
enum FileBytes {
  /// The bytes of a file.
  static func read(_ path: String) throws -> [UInt8] {
    let file = try FileDescriptor.open(FilePath(path), .readOnly)
    return try file.closeAfter {
      var bytes: [UInt8] = []
      let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 1)
      defer { chunk.deallocate() }
      while true {
        let count = try file.read(into: chunk)
        if count == 0 { return bytes }
        bytes.append(contentsOf: chunk[..<count])
      }
    }
  }
}

extension FileBytes {
  /// The `.txt` files in a directory and below, in order of their paths' bytes.
  static func texts(below directory: String) throws -> [String] {
    try files(below: directory, ending: ".txt")
  }

  /// The files in a directory and below whose names end so, in order of their paths' bytes.
  static func files(below directory: String, ending: String) throws -> [String] {
    var files: [String] = []
    var waiting = [directory]
    while let next = waiting.popLast() {
      guard let handle = opendir(next) else { throw Errno(rawValue: errno) }
      defer { closedir(handle) }
      while let entry = readdir(handle) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name.hasPrefix(".") { continue }
        let path = next + "/" + name
        if entry.pointee.d_type == UInt8(DT_DIR) {
          waiting.append(path)
        } else if name.hasSuffix(ending) {
          files.append(path)
        }
      }
    }
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
