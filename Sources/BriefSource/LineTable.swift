/// Where the lines of a text begin, and how many code points stand before any byte.
///
/// A line ends with LF, CR LF or a lone CR. Building takes one pass over the bytes; both look-ups
/// take logarithmic time in the number of lines, plus at most a fixed stretch of bytes.
public struct LineTable: Sendable {
  /// The offset of each line's first byte; always holds at least `0`.
  public let starts: [Int]
  /// The number of code points before every ``stride``th byte.
  private let checkpoints: [Int]
  private static let stride = 1024

  /// Reads the line ends and counts the code points of `bytes`.
  public init(_ bytes: [UInt8]) {
    var starts = [0]
    var checkpoints: [Int] = []
    checkpoints.reserveCapacity(bytes.count / Self.stride + 1)
    var scalars = 0
    let span = bytes.span
    var index = 0
    while index < span.count {
      if index % Self.stride == 0 { checkpoints.append(scalars) }
      let byte = span[index]
      if byte & 0xC0 != 0x80 { scalars += 1 }
      index += 1
      if byte == 0x0A {
        starts.append(index)
      } else if byte == 0x0D, index == span.count || span[index] != 0x0A {
        starts.append(index)
      }
    }
    self.starts = starts
    self.checkpoints = checkpoints
  }

  /// The number of lines; a text that ends with a line end has an empty last one.
  public var count: Int { starts.count }

  /// The zero-based line that holds the byte at `offset`.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The number of code points before `offset` in `bytes`, the bytes the table was made of.
  public func scalarOffset(at offset: Int, in bytes: [UInt8]) -> Int {
    let offset = min(offset, bytes.count)
    guard offset > 0 else { return 0 }
    let block = min(offset / Self.stride, checkpoints.count - 1)
    let span = bytes.span
    var scalars = checkpoints[block]
    var index = block * Self.stride
    while index < offset {
      if span[index] & 0xC0 != 0x80 { scalars += 1 }
      index += 1
    }
    return scalars
  }
}
