import BriefSource

/// Runs the program of a pattern over one text after the other.
struct PatternMatcher {
  private let program: [Pattern.Instruction]
  private let sets: [ScalarSet]
  private let firstBytes: [Bool]?
  private var current: [(place: Int, start: Int)] = []
  private var following: [(place: Int, start: Int)] = []
  private var pending: [Int] = []
  /// The step at which a place was last entered, so that none is entered twice in one.
  private var entered: [Int]
  private var step = 0
  /// After how many bytes it is asked whether to stop.
  private static let questionInterval = 1 << 14

  init(program: [Pattern.Instruction], sets: [ScalarSet], firstBytes: [Bool]?) {
    self.program = program
    self.sets = sets
    self.firstBytes = firstBytes
    entered = [Int](repeating: -1, count: program.count)
  }

  /// The leftmost match that begins at `start` or after; of those the one that the pattern prefers.
  ///
  /// Unless the range is wanted, any match will do. When `isStopped`, which is asked now and then,
  /// says yes, there is none.
  mutating func firstMatch(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, wantsRange: Bool,
    until isStopped: (() -> Bool)? = nil
  ) -> TextRange? {
    current.removeAll(keepingCapacity: true)
    var match: TextRange?
    var offset = start
    var nextQuestion = start + Self.questionInterval
    while true {
      if offset > nextQuestion, let isStopped {
        if isStopped() { return nil }
        nextQuestion = offset + Self.questionInterval
      }
      if current.isEmpty {
        if match != nil { return match }
        if let firstBytes {
          while offset < bytes.count, !firstBytes[Int(bytes[offset])] { offset += 1 }
          if offset >= bytes.count { return nil }
        }
      }
      if match == nil {
        if current.isEmpty { step += 1 }
        enter(0, start: offset, at: offset, bytes, isFollowing: false)
      }
      let isEnd = offset >= bytes.count
      let (scalar, length) =
        isEnd ? (Unicode.Scalar(0 as UInt8), 1) : Self.scalar(at: offset, in: bytes)
      step += 1
      following.removeAll(keepingCapacity: true)
      for (place, start) in current {
        switch program[place] {
        case .match:
          match = TextRange(start, offset)
          if !wantsRange { return match }
        case .set(let set):
          if !isEnd, sets[set].contains(scalar) {
            enter(place + 1, start: start, at: offset + length, bytes, isFollowing: true)
          }
          continue
        default: continue
        }
        // Threads after one that matches are preferred less.
        break
      }
      if isEnd { return match }
      swap(&current, &following)
      offset += length
    }
  }

  /// Adds a thread at `place` and at all places that can be reached from it without a character.
  private mutating func enter(
    _ place: Int, start: Int, at offset: Int, _ bytes: UnsafeBufferPointer<UInt8>,
    isFollowing: Bool
  ) {
    pending.append(place)
    while let place = pending.popLast() {
      if entered[place] == step { continue }
      entered[place] = step
      switch program[place] {
      case .jump(let target): pending.append(target)
      case .split(let first, let second):
        pending.append(second)
        pending.append(first)
      case .assertion(let assertion):
        if Self.holds(assertion, at: offset, in: bytes) { pending.append(place + 1) }
      case .set, .match:
        if isFollowing {
          following.append((place, start))
        } else {
          current.append((place, start))
        }
      }
    }
  }

  // MARK: Places

  private static func holds(
    _ assertion: PatternNode.Assertion, at offset: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    switch assertion {
    case .textStart: offset == 0
    case .textEnd: offset >= bytes.count
    case .lineStart: offset == 0 || bytes[offset - 1] == 0x0A
    case .lineEnd: offset >= bytes.count || bytes[offset] == 0x0A || bytes[offset] == 0x0D
    case .wordBoundary: isWord(before: offset, bytes) != isWord(after: offset, bytes)
    case .noWordBoundary: isWord(before: offset, bytes) == isWord(after: offset, bytes)
    }
  }

  private static func isWord(before offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard offset > 0 else { return false }
    var start = offset - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return ScalarSet.isWord(scalar(at: start, in: bytes).0)
  }

  private static func isWord(after offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    offset < bytes.count && ScalarSet.isWord(scalar(at: offset, in: bytes).0)
  }

  /// Where the code point at `offset` ends.
  static func boundary(after offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    offset < bytes.count ? offset + scalar(at: offset, in: bytes).1 : offset + 1
  }

  /// The code point at `offset` and its length; a byte that begins none counts as U+FFFD.
  private static func scalar(
    at offset: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (Unicode.Scalar, Int) {
    let lead = bytes[offset]
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, offset + length <= bytes.count else { return ("\u{FFFD}", 1) }
    var value = UInt32(lead) & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
    for index in 1..<length { value = value << 6 | UInt32(bytes[offset + index] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
