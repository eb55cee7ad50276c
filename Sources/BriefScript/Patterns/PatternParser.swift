/// Reads a regular expression.
///
/// The notation is that of Perl without what needs backtracking: literals, `.`, sets, `\d \w \s \b`
/// and their opposites, `\p{…}` with general categories, `^ $`, groups, alternatives, `* + ? {n,m}`
/// greedy and lazy, and the options `(?i)`, `(?s)` and `(?m)`.
struct PatternParser {
  /// How deep groups may be nested.
  private static let nestingLimit = 50
  /// How many characters a pattern may have.
  private static let lengthLimit = 4000
  /// The greatest count of a repetition.
  private static let repetitionLimit = 1000

  /// Which options hold.
  private struct Options {
    var ignoresCase = false
    var dotTakesLineEnds = false
    var anchorsAtLines = false
  }

  /// The code points of the pattern.
  private let scalars: [Unicode.Scalar]
  private var offset = 0
  private var depth = 0
  private var options = Options()

  private init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// The pattern that `text` is.
  static func parse(_ text: String) throws(PatternError) -> PatternNode {
    var parser = PatternParser(text)
    if parser.scalars.count > lengthLimit {
      throw PatternError(reason: "the pattern is too long", offset: lengthLimit)
    }
    let node = try parser.parseAlternatives()
    if parser.offset < parser.scalars.count {
      throw PatternError(reason: "')' closes nothing", offset: parser.offset)
    }
    return node
  }

  private var next: Unicode.Scalar? { offset < scalars.count ? scalars[offset] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    offset += 1
    return true
  }

  private func error(_ reason: String, at place: Int? = nil) -> PatternError {
    PatternError(reason: reason, offset: place ?? offset)
  }

  // MARK: Structure

  private mutating func parseAlternatives() throws(PatternError) -> PatternNode {
    // Options that are set in a group hold to its end.
    let outer = options
    defer { options = outer }
    var alternatives = [try parseSequence()]
    while take("|") { alternatives.append(try parseSequence()) }
    return alternatives.count == 1 ? alternatives[0] : .alternatives(alternatives)
  }

  private mutating func parseSequence() throws(PatternError) -> PatternNode {
    var nodes: [PatternNode] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      let start = offset
      let atom = try parseAtom()
      nodes.append(try parseRepetition(of: atom, at: start))
    }
    return nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }

  private mutating func parseRepetition(
    of atom: PatternNode, at start: Int
  ) throws(PatternError) -> PatternNode {
    let least: Int
    let greatest: Int?
    switch next {
    case "*": (least, greatest) = (0, nil)
    case "+": (least, greatest) = (1, nil)
    case "?": (least, greatest) = (0, 1)
    case "{":
      guard let counts = try parseCounts() else { return atom }
      return try finishRepetition(of: atom, counts.least, counts.greatest)
    default: return atom
    }
    offset += 1
    return try finishRepetition(of: atom, least, greatest)
  }

  private mutating func finishRepetition(
    of atom: PatternNode, _ least: Int, _ greatest: Int?
  ) throws(PatternError) -> PatternNode {
    let isGreedy = !take("?")
    let place = offset
    var isRepeated = next.map { "*+?".unicodeScalars.contains($0) } ?? false
    if next == "{" {
      isRepeated = try parseCounts() != nil
      offset = place
    }
    if isRepeated { throw error("two repetitions in a row", at: place) }
    return .repeated(atom, least: least, greatest: greatest, isGreedy: isGreedy)
  }

  /// `{n}`, `{n,}` or `{n,m}`; a brace that begins none of these is a character like others.
  private mutating func parseCounts() throws(PatternError) -> (least: Int, greatest: Int?)? {
    let start = offset
    offset += 1
    guard let least = try parseCount() else {
      offset = start
      return nil
    }
    var greatest: Int? = least
    if take(",") { greatest = try parseCount() }
    guard take("}") else {
      offset = start
      return nil
    }
    if let greatest, greatest < least {
      throw error("the greater count stands first", at: start)
    }
    return (least, greatest)
  }

  private mutating func parseCount() throws(PatternError) -> Int? {
    let start = offset
    var count = 0
    while let digit = next, (0x30...0x39).contains(digit.value) {
      count = count * 10 + Int(digit.value) - 0x30
      if count > Self.repetitionLimit {
        throw error("no more than \(Self.repetitionLimit) repetitions are counted", at: start)
      }
      offset += 1
    }
    return offset > start ? count : nil
  }

  // MARK: Atoms

  private mutating func parseAtom() throws(PatternError) -> PatternNode {
    let start = offset
    guard let scalar = next else { return .empty }
    // A brace that is no repetition where one could stand was left for here.
    offset += 1
    switch scalar {
    case "(": return try parseGroup(at: start)
    case "[": return .set(try parseSet(at: start))
    case ".":
      let lineEnds: [ScalarSet.Part] = [.range(0x0A...0x0A), .range(0x0D...0x0D)]
      return .set(ScalarSet(options.dotTakesLineEnds ? [] : lineEnds, isNegated: true))
    case "^": return .assertion(options.anchorsAtLines ? .lineStart : .textStart)
    case "$": return .assertion(options.anchorsAtLines ? .lineEnd : .textEnd)
    case "*", "+", "?": throw error("nothing stands before '\(scalar)' to be repeated", at: start)
    case "\\": return try parseEscape(at: start)
    default: return .set(single(scalar))
    }
  }

  private func single(_ scalar: Unicode.Scalar) -> ScalarSet {
    ScalarSet([.range(scalar.value...scalar.value)], ignoresCase: options.ignoresCase)
  }

  private mutating func parseGroup(at start: Int) throws(PatternError) -> PatternNode {
    if take("?") {
      if take(":") { return try parseGroupBody(at: start) }
      if next == "<" || next == "P" || next == "=" || next == "!" || next == ">" {
        return try parseNamedGroup(at: start)
      }
      return try parseOptions(at: start)
    }
    return try parseGroupBody(at: start)
  }

  private mutating func parseNamedGroup(at start: Int) throws(PatternError) -> PatternNode {
    _ = take("P")
    guard take("<"), let first = next, ScalarSet.isWord(first) else {
      throw error("a group that looks ahead or behind is not part of these patterns", at: start)
    }
    while let scalar = next, ScalarSet.isWord(scalar) { offset += 1 }
    guard take(">") else { throw error("the name of the group has no '>'", at: start) }
    return try parseGroupBody(at: start)
  }

  private mutating func parseGroupBody(at start: Int) throws(PatternError) -> PatternNode {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.nestingLimit { throw error("the groups are nested too deep", at: start) }
    let node = try parseAlternatives()
    guard take(")") else { throw error("'(' is never closed", at: start) }
    return node
  }

  /// `(?i)` and its like, or `(?i:…)`.
  private mutating func parseOptions(at start: Int) throws(PatternError) -> PatternNode {
    var changed = options
    var value = true
    while let scalar = next {
      offset += 1
      switch scalar {
      case "i": changed.ignoresCase = value
      case "s": changed.dotTakesLineEnds = value
      case "m": changed.anchorsAtLines = value
      case "-": value = false
      case ")":
        options = changed
        return .empty
      case ":":
        let outer = options
        options = changed
        defer { options = outer }
        return try parseGroupBody(at: start)
      default:
        throw error("there is no option '\(scalar)'; there are i, s and m", at: offset - 1)
      }
    }
    throw error("'(' is never closed", at: start)
  }

  private mutating func parseEscape(at start: Int) throws(PatternError) -> PatternNode {
    switch next {
    case "b": return taking(.assertion(.wordBoundary))
    case "B": return taking(.assertion(.noWordBoundary))
    case "A": return taking(.assertion(.textStart))
    case "z", "Z": return taking(.assertion(.textEnd))
    default:
      let part = try parseEscapedPart(at: start)
      return .set(ScalarSet([part], ignoresCase: options.ignoresCase))
    }
  }

  private mutating func taking(_ node: PatternNode) -> PatternNode {
    offset += 1
    return node
  }

  /// What a backslash and what follows it stand for, in a set or outside.
  private mutating func parseEscapedPart(at start: Int) throws(PatternError) -> ScalarSet.Part {
    guard let scalar = next else { throw error("nothing stands after the last '\\'", at: start) }
    offset += 1
    func one(_ value: UInt32) -> ScalarSet.Part { .range(value...value) }
    switch scalar {
    case "d": return .digit
    case "D": return .notDigit
    case "w": return .word
    case "W": return .notWord
    case "s": return .space
    case "S": return .notSpace
    case "n": return one(0x0A)
    case "r": return one(0x0D)
    case "t": return one(0x09)
    case "u", "x": return one(try parseCodePoint(at: start))
    case "p", "P":
      let name = try parseBraces(at: start)
      guard ScalarSet.categories.contains(name) else {
        throw error("there is no category '\(name)' of characters", at: start)
      }
      return scalar == "p" ? .category(name) : .notCategory(name)
    default:
      if (0x31...0x39).contains(scalar.value) || scalar == "k" {
        throw error("a pattern cannot refer to one of its groups", at: start)
      }
      if ScalarSet.isWord(scalar) {
        throw error("'\\\(scalar)' stands for nothing", at: start)
      }
      return one(scalar.value)
    }
  }

  private mutating func parseCodePoint(at start: Int) throws(PatternError) -> UInt32 {
    let name = try parseBraces(at: start)
    guard let value = UInt32(name, radix: 16), Unicode.Scalar(value) != nil else {
      throw error("this is no code point; write its number as \\u{2019}", at: start)
    }
    return value
  }

  /// What stands in the braces that come next.
  private mutating func parseBraces(at start: Int) throws(PatternError) -> String {
    var name = String.UnicodeScalarView()
    guard take("{") else { throw error("'{' has to stand after this", at: start) }
    while let scalar = next, scalar != "}", name.count < 12 {
      name.append(scalar)
      offset += 1
    }
    guard take("}") else { throw error("'{' is never closed", at: start) }
    return String(name)
  }

  // MARK: Sets

  private mutating func parseSet(at start: Int) throws(PatternError) -> ScalarSet {
    let isNegated = take("^")
    var parts: [ScalarSet.Part] = []
    var isFirst = true
    while let scalar = next, scalar != "]" || isFirst {
      isFirst = false
      let place = offset
      offset += 1
      if scalar == "[" {
        throw error("a set has no other set in it; write '\\[' for the character", at: place)
      }
      let low =
        scalar == "\\"
        ? try parseEscapedPart(at: place) : .range(scalar.value...scalar.value)
      guard next == "-", offset + 1 < scalars.count, scalars[offset + 1] != "]" else {
        parts.append(low)
        continue
      }
      offset += 1
      parts.append(try parseRange(from: low, at: place))
    }
    guard take("]") else { throw error("'[' is never closed", at: start) }
    return ScalarSet(parts, isNegated: isNegated, ignoresCase: options.ignoresCase)
  }

  private mutating func parseRange(
    from low: ScalarSet.Part, at place: Int
  ) throws(PatternError) -> ScalarSet.Part {
    guard let scalar = next else { throw error("the range has no end", at: place) }
    let endPlace = offset
    offset += 1
    let high =
      scalar == "\\"
      ? try parseEscapedPart(at: endPlace) : .range(scalar.value...scalar.value)
    guard case .range(let first) = low, case .range(let last) = high else {
      throw error("a range has single characters at its ends", at: place)
    }
    guard first.lowerBound <= last.lowerBound else {
      throw error("the range is the wrong way round", at: place)
    }
    return .range(first.lowerBound...last.lowerBound)
  }
}
