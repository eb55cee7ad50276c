import Glibc

/// A pipe, whose ends are closed when its owner goes.
public final class Pipe {
  /// The descriptor to read from.
  public private(set) var reading: Int32
  /// The descriptor to write to.
  public private(set) var writing: Int32

  /// Why there is no pipe.
  public struct Failure: Error {}

  /// Creates a pipe.
  public init() throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw Failure() }
    reading = ends[0]
    writing = ends[1]
  }

  deinit {
    closeReading()
    closeWriting()
  }

  /// Goes away as a reader.
  public func closeReading() {
    if reading >= 0 { close(reading) }
    reading = -1
  }

  private func closeWriting() {
    if writing >= 0 { close(writing) }
    writing = -1
  }

  /// Everything that was written; nothing can be written any more.
  public func text() -> String {
    closeWriting()
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(reading, &chunk, chunk.count)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += chunk[..<count]
    }
  }
}
