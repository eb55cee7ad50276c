import SystemPackage
import Testing

/// Compares what was made with what was recorded in a file.
///
/// With `BRIEF_RECORD=1` in the environment the file is written anew instead; what changed is then
/// to be read with `git diff`.
public func expectGolden(
  _ actual: String, at path: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  if ProcessEnvironment["BRIEF_RECORD"] != nil {
    let file = try FileDescriptor.open(
      FilePath(path), .writeOnly, options: [.create, .truncate], permissions: [.ownerReadWrite, .groupRead, .otherRead])
    _ = try file.closeAfter { try file.writeAll(actual.utf8) }
    return
  }
  let file = try FileDescriptor.open(FilePath(path), .readOnly)
  let recorded = try file.closeAfter {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = try chunk.withUnsafeMutableBytes({ try file.read(into: $0) }), count > 0 {
      bytes += chunk[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
  #expect(actual == recorded, "differs from \(path)", sourceLocation: sourceLocation)
}
