import SeededRandom

extension ProgramGenerator {
  /// Statements with what stands between them; what ends the last may be left out.
  mutating func statements(_ count: Int, closing: Bool) {
    for index in 0..<count {
      statement()
      if index + 1 < count || !random.once(in: 3) { separator() } else if closing { gap() }
    }
  }

  private mutating func statement() {
    switch random.below(hasRoom ? 16 : 8) {
    case 0: parameter()
    case 1:
      text += random.pick(["needs read \"in/\"", "needs\twrite  “out/”"]) ?? "needs read \"\""
    case 2:
      text += "use"
      space()
      text += "\"speech.brief\""
      if random.once(in: 2) { text += random.pick([" as s", "  as\tspeech"]) ?? " as s" }
    case 3:
      text += "let"
      space()
      name()
      gap()
      if random.once(in: 3) {
        text += ":"
        gap()
        type()
        gap()
      }
      text += "="
      openGap()
      formula()
    case 4: condition("assert")
    case 5, 6, 7: pipeline(beginsStatement: true)
    case 8, 9: definition()
    case 10, 11:
      text += "for"
      space()
      variable()
      space()
      text += "in"
      space()
      formula()
      block()
    case 12, 13: branch()
    case 14: exercise()
    default: pipeline(beginsStatement: true)
    }
  }

  private mutating func parameter() {
    text += "param"
    space()
    name()
    gap()
    text += ":"
    gap()
    type()
    if random.once(in: 2) {
      gap()
      text += "="
      openGap()
      literal()
    }
    documentation()
  }

  private mutating func literal() {
    switch random.below(3) {
    case 0: string()
    case 1: text += random.pick(["3", "2.5", "2025-10-01", "true", "-1"]) ?? "3"
    default: inBrackets("[", "]") { $0.commaSeparated(2) { $0.string() } }
    }
  }

  private mutating func documentation() {
    guard random.once(in: 2) else { return }
    space()
    if random.once(in: 5) { textBlock() } else { string() }
  }

  /// `assert` or `check`, and perhaps what is said when it fails.
  private mutating func condition(_ word: String) {
    text += word
    space()
    formula()
    guard random.once(in: 2) else { return }
    space()
    text += "else"
    space()
    formula()
  }

  private mutating func definition() {
    text += "def"
    space()
    name()
    gap()
    inBrackets("(", ")") { generator in
      guard !generator.random.once(in: 4) else { return }
      generator.commaSeparated(3) { generator in
        generator.name()
        generator.gap()
        generator.text += ":"
        generator.gap()
        generator.type()
        guard generator.random.once(in: 3) else { return }
        generator.gap()
        generator.text += "="
        generator.gap()
        generator.literal()
      }
    }
    if random.once(in: 2) {
      gap()
      text += "->"
      gap()
      type()
    }
    documentation()
    block()
  }

  private mutating func branch() {
    text += "if"
    space()
    formula()
    block()
    guard random.once(in: 2) else { return }
    if random.once(in: 3) { lineEnds() } else { gap() }
    text += "else"
    if random.once(in: 2) {
      space()
      branch()
    } else {
      block()
    }
  }

  mutating func block() {
    let wasCrossingLines = isCrossingLines
    gap()
    text += "{"
    isCrossingLines = false
    budget -= 2
    if random.once(in: 2) { lineEnds() } else { gap() }
    statements(random.below(4), closing: true)
    budget += 2
    isCrossingLines = wasCrossingLines
    text += "}"
  }

  private mutating func exercise() {
    text += "exercise"
    space()
    text += "\"first-words\""
    gap()
    text += "{"
    if random.once(in: 2) { lineEnds() } else { gap() }
    budget -= 2
    // An exercise has one of most parts.
    for part in ["title", "ask", "hint", "hint", "given", "check", "check", "solution"] {
      guard !random.once(in: 3) else { continue }
      switch part {
      case "given", "solution":
        text += part
        block()
      case "check": condition("check")
      default:
        text += part
        space()
        if random.once(in: 4) { textBlock() } else { string() }
      }
      separator()
    }
    budget += 2
    text += "}"
  }
}
