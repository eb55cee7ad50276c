import BriefSource

/// A regular expression that can be matched in time linear in the length of the text.
///
/// It is compiled to a small program whose threads run side by side, character by character, so
/// that no pattern takes longer than the length of the text times its own size: K. Thompson,
/// "Regular Expression Search Algorithm", CACM 11, 1968, with the priorities of R. Pike's `sam`, as
/// R. Cox describes them in "Regular Expression Matching: the Virtual Machine Approach", 2009.
/// Characters are code points, letters with combining accents in normalisation form C.
final class Pattern {
  /// One step of the program.
  enum Instruction {
    /// Takes a character of the set at this position.
    case set(Int)
    case assertion(PatternNode.Assertion)
    /// Goes on at both places, the first one preferred.
    case split(Int, Int)
    case jump(Int)
    case match
  }

  /// How many instructions a pattern may have.
  private static let sizeLimit = 10_000

  private var program: [Instruction] = []
  private var sets: [ScalarSet] = []
  /// How many nodes have been compiled, copies counted: some take no instruction.
  private var work = 0
  /// The bytes with which a match can begin; `nil` when it can be empty.
  private var firstBytes: [Bool]?
  /// Kept from text to text, so that matching allocates nothing.
  private(set) lazy var matcher = PatternMatcher(
    program: program, sets: sets, firstBytes: firstBytes)

  /// Runs the matcher, which keeps its room for the next text.
  func match<Result>(_ body: (inout PatternMatcher) -> Result) -> Result { body(&matcher) }

  /// Compiles `text`.
  ///
  /// - Throws: ``PatternError`` when it is no regular expression, or too large a one.
  init(_ text: String) throws(PatternError) {
    try compile(try PatternParser.parse(DisplayText.composed(text)))
    program.append(.match)
    firstBytes = computeFirstBytes()
  }

  // MARK: Compiling

  private func compile(_ node: PatternNode) throws(PatternError) {
    work += 1
    if max(program.count, work / 4) > Self.sizeLimit {
      throw PatternError(reason: "the pattern is too large", offset: 0)
    }
    switch node {
    case .empty: break
    case .set(let set):
      program.append(.set(sets.count))
      sets.append(set)
    case .assertion(let assertion): program.append(.assertion(assertion))
    case .sequence(let nodes): for node in nodes { try compile(node) }
    case .alternatives(let nodes): try compile(alternatives: nodes)
    case .repeated(let node, let least, let greatest, let isGreedy):
      guard let greatest else { return try compile(node, atLeast: least, isGreedy) }
      for _ in 0..<least { try compile(node) }
      // Each further copy may be left out, and with it all that come after.
      var exits: [Int] = []
      for _ in least..<greatest {
        exits.append(program.count)
        program.append(.jump(0))
        try compile(node)
      }
      for exit in exits { program[exit] = split(exit + 1, program.count, isGreedy) }
    }
  }

  private func split(_ inner: Int, _ outer: Int, _ isGreedy: Bool) -> Instruction {
    isGreedy ? .split(inner, outer) : .split(outer, inner)
  }

  private func compile(
    _ node: PatternNode, atLeast least: Int, _ isGreedy: Bool
  ) throws(PatternError) {
    for _ in 0..<max(0, least - 1) { try compile(node) }
    let start = program.count
    if least > 0 {
      try compile(node)
      program.append(split(start, program.count + 1, isGreedy))
    } else if node.isNullable {
      // Going round without a character ends the loop: none, or one or more of them.
      program.append(.jump(0))
      try compile(node, atLeast: 1, isGreedy)
      program[start] = split(start + 1, program.count, isGreedy)
    } else {
      program.append(.jump(0))
      try compile(node)
      program.append(.jump(start))
      program[start] = split(start + 1, program.count, isGreedy)
    }
  }

  private func compile(alternatives nodes: [PatternNode]) throws(PatternError) {
    var exits: [Int] = []
    for (index, node) in nodes.enumerated() {
      guard index < nodes.count - 1 else {
        try compile(node)
        break
      }
      let start = program.count
      program.append(.jump(0))
      try compile(node)
      exits.append(program.count)
      program.append(.jump(0))
      program[start] = .split(start + 1, program.count)
    }
    for exit in exits { program[exit] = .jump(program.count) }
  }

  private func computeFirstBytes() -> [Bool]? {
    var bytes = [Bool](repeating: false, count: 256)
    var seen = [Bool](repeating: false, count: program.count)
    var pending = [0]
    while let place = pending.popLast() {
      if seen[place] { continue }
      seen[place] = true
      switch program[place] {
      case .match: return nil
      case .jump(let target): pending.append(target)
      case .split(let first, let second): pending += [first, second]
      case .assertion: pending.append(place + 1)
      case .set(let index):
        let set = sets[index]
        for byte in UInt8(0)..<128 where set.contains(Unicode.Scalar(byte)) {
          bytes[Int(byte)] = true
        }
        if set.reachesBeyondASCII { for byte in 128..<256 { bytes[byte] = true } }
      }
    }
    return bytes
  }
}
