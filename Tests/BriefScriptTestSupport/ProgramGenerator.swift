import SeededRandom

/// Writes random well-formed programs that use every production of the grammar, laid out in every
/// way the language allows: line ends, comments and strange spaces wherever they may stand.
///
/// The programs parse; they need not mean anything. The same seed gives the same programs.
public struct ProgramGenerator {
  var random: Random
  var text = ""
  /// Whether line ends are space here, as they are in brackets.
  var isCrossingLines = false
  /// How many levels of brackets and blocks may still be opened.
  var budget = 0
  /// About how long the program gets, in bytes.
  private var size = 0
  /// Whether more brackets and blocks may be opened.
  var hasRoom: Bool { budget > 0 && text.utf8.count < size }

  /// Creates a generator.
  public init(seed: UInt64) { random = Random(seed: seed) }

  /// The next program.
  public mutating func program() -> String {
    text = ""
    isCrossingLines = false
    budget = random.number(in: 1...5)
    size = random.number(in: 100...1500)
    if random.once(in: 3) { lineEnds() }
    if random.once(in: 3) {
      text += "brief"
      space()
      text += "1"
      separator()
    }
    statements(random.number(in: 1...5), closing: false)
    if random.once(in: 8) {
      return text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    }
    return text
  }

  // MARK: Space

  /// A space at least.
  mutating func space() {
    if isCrossingLines, random.once(in: 6) { return lineEnds() }
    text += random.pick([" ", " ", " ", "  ", "\t", "\u{A0}", " \u{3000}"]) ?? " "
  }

  /// Space or none.
  mutating func gap() { if !random.once(in: 3) { space() } }

  /// What may stand where a line end is space although no bracket is open.
  mutating func openGap() { if random.once(in: 5) { lineEnds() } else { gap() } }

  /// Line ends, one at least, and comments.
  mutating func lineEnds() {
    if random.once(in: 4) { comment() }
    for _ in 0..<random.number(in: 1...3) {
      text += random.pick(["\n", "\n", "\n\n", " \n", "\n   ", "\n\t"]) ?? "\n"
      if random.once(in: 8) {
        comment()
        text += "\n"
      }
    }
  }

  private mutating func comment() {
    text += random.pick([" ", "  ", "\t"]) ?? " "
    text +=
      random.pick(["# why", "#", "#   ", "## “x” | { (", "#!", "# ends in \\", "# Ü\t"]) ?? "#"
    if !text.hasSuffix("\n") { text += "\n" }
  }

  /// What ends a statement.
  mutating func separator() {
    switch random.below(5) {
    case 0:
      gap()
      text += ";"
      gap()
    case 1:
      text += random.pick([";", " ; ", ";;"]) ?? ";"
      lineEnds()
    default: lineEnds()
    }
  }

  /// Does `body` in brackets, where line ends are space.
  mutating func inBrackets(_ open: String, _ close: String, _ body: (inout Self) -> Void) {
    let wasCrossingLines = isCrossingLines
    text += open
    isCrossingLines = true
    gap()
    body(&self)
    gap()
    isCrossingLines = wasCrossingLines
    text += close
  }

  /// Does `body` once or up to `most` times, with commas between.
  mutating func commaSeparated(_ most: Int, _ body: (inout Self) -> Void) {
    for index in 0..<random.number(in: 1...most) {
      if index > 0 {
        gap()
        text += ","
        openGap()
      }
      body(&self)
    }
  }

  // MARK: Words

  mutating func name() {
    text += random.pick(["speaker", "words", "n", "total", "größe", "is_long", "x1"]) ?? "n"
  }

  mutating func variable() {
    text += random.pick(["$x", "$rows", "$größe", "$n", "$answer"]) ?? "$x"
  }

  mutating func type() {
    text += random.pick(["int", "text", "table", "list", "date", "duration", "number"]) ?? "int"
  }

  mutating func string() {
    text +=
      random.pick([
        "\"\"", "\"a b\"", "\"two  spaces # | {\"", "“curly ‘x’ \"y\"”",
        "\"\\u{2019} \\n \\\" \\\\\"",
        "“”", "\"ü — 北京\"",
      ]) ?? "\"\""
  }

  mutating func textBlock() {
    text +=
      random.pick([
        "\"\"\"\n  one\n    two  \n  \"\"\"", "\"\"\"a\"\"\"",
        "\"\"\"\n\t# no comment\n\n\\\"\"\" |\n\"\"\"",
        "\"\"\"x\n   y\"\"\"",
      ]) ?? "\"\"\"a\"\"\""
  }
}
