import SeededRandom

extension ProgramGenerator {
  /// The operators by how tightly they bind, from the loosest on.
  private static let levels: [[String]] = [
    ["or"], ["and"], ["not"], ["==", "!=", "<", "<=", ">", ">=", "in", "~"], ["??"], [".."],
    ["+", "-"], ["*", "/", "%"],
  ]

  mutating func formula(_ level: Int = 0) {
    guard level < Self.levels.count else { return unary() }
    let isUsed = random.once(in: hasRoom ? 5 : 12)
    guard isUsed else { return formula(level + 1) }
    let sign = random.pick(Self.levels[level]) ?? "+"
    if sign == "not" {
      text += "not"
      operatorSpace()
      return formula(level + 1)
    }
    formula(level + 1)
    for _ in 0..<(level == 3 || !random.once(in: 4) ? 1 : random.number(in: 2...4)) {
      let isWord = sign.utf8.allSatisfy { (0x61...0x7A).contains($0) }
      // Four digits, a sign and two digits would be a date.
      if isWord || (sign == "-" && endsWithDigit) { space() } else { gap() }
      text += sign
      if isWord { operatorSpace() } else { openGap() }
      if sign == "~", random.once(in: 2) { regex() } else { formula(level + 1) }
    }
  }

  /// Space after a word that wants a value.
  private mutating func operatorSpace() { if random.once(in: 5) { lineEnds() } else { space() } }

  private var endsWithDigit: Bool { text.utf8.last.map { (0x30...0x39).contains($0) } ?? false }

  private mutating func unary() {
    if random.once(in: 12) {
      text += "-"
      openGap()
      if random.once(in: 4) { text += "-" }
    }
    operand()
  }

  private mutating func operand() {
    budget -= 1
    defer { budget += 1 }
    switch random.below(hasRoom ? 17 : 8) {
    case 0: text += random.pick(["0", "42", "1_000", "7"]) ?? "0"
    case 1: text += random.pick(["2.5", "1e9", "3.5e-2"]) ?? "2.5"
    case 2: text += random.pick(["2025-11-14", "2025-11", "1999-12"]) ?? "2025-11"
    case 3: string()
    case 4: text += random.pick(["true", "false", "missing"]) ?? "true"
    case 5:
      variable()
      fields()
    case 6:
      name()
      fields()
    case 7: textBlock()
    case 8:
      inBrackets("[", "]") { generator in
        guard !generator.random.once(in: 4) else { return }
        generator.commaSeparated(3) { $0.formula() }
        if generator.random.once(in: 4) { generator.text += "," }
      }
    case 9, 10, 11: call()
    case 12: text += random.pick(["days(3)", "months( 2 )", "hours(1)"]) ?? "days(3)"
    case 13, 14:
      subpipeline()
      fields()
    default:
      inBrackets("(", ")") { $0.formula() }
      fields()
    }
  }

  private mutating func call() {
    name()
    if random.once(in: 3) { text += ".long" }
    inBrackets("(", ")") { generator in
      if !generator.random.once(in: 4) { generator.commaSeparated(3) { $0.formula() } }
    }
    fields()
  }

  mutating func regex() {
    text +=
      random.pick(["r\"(?i)talks?\\b\"", "r“a|b{2}”", "r\"\\d+ # \\\"\"", "r\"\""]) ?? "r\"\""
  }

  mutating func fields() {
    while random.once(in: 5) { text += random.pick([".title", ".größe"]) ?? ".title" }
  }

  mutating func subpipeline() { inBrackets("$(", ")") { $0.pipeline(beginsStatement: false) } }

  // MARK: Pipelines

  mutating func pipeline(beginsStatement: Bool) {
    if random.once(in: 10) {
      text += "explain"
      space()
    }
    let count = random.once(in: 12) ? 9 : random.number(in: 1...3)
    for index in 0..<count {
      if index > 0 {
        openGap()
        text += "|"
        openGap()
      }
      stage()
    }
  }

  private mutating func stage() {
    switch random.below(hasRoom ? 10 : 5) {
    case 0:
      text += "where"
      space()
      formula()
    case 1:
      text += "derive"
      space()
      commaSeparated(2) { $0.definition() }
    case 2: grouping()
    case 3:
      variable()
      fields()
    case 4, 5, 6: command()
    case 7:
      text += "each"
      space()
      variable()
      block()
    case 8:
      inBrackets("(", ")") { $0.formula() }
      fields()
    default: subpipeline()
    }
  }

  private mutating func definition() {
    name()
    gap()
    text += "="
    openGap()
    formula()
  }

  private mutating func grouping() {
    text += "group"
    space()
    commaSeparated(2) { $0.name() }
    guard !random.once(in: 3) else { return }
    gap()
    inBrackets("[", "]") { generator in
      generator.commaSeparated(3) { $0.definition() }
      if generator.random.once(in: 5) { generator.text += "," }
    }
  }

  private mutating func command() {
    text += random.pick(["quotes", "load", "print", "sort", "s.long", "count", "take"]) ?? "quotes"
    for index in 0..<random.below(4) {
      if index > 0, random.once(in: 4) {
        gap()
        text += ","
        openGap()
      } else {
        space()
      }
      argument()
    }
  }

  private mutating func argument() {
    guard random.once(in: 3) else { return value(isTied: false) }
    text += random.pick(["--by", "--desc", "--größe"]) ?? "--by"
    if random.once(in: 2) {
      text += "="
      value(isTied: true)
    }
  }

  private mutating func value(isTied: Bool) {
    budget -= 1
    defer { budget += 1 }
    switch random.below(hasRoom ? 12 : 7) {
    case 0, 1, 2: word()
    case 3: string()
    case 4:
      variable()
      fields()
    case 5: regex()
    case 6: textBlock()
    case 7, 8:
      inBrackets("(", ")") { $0.formula() }
      fields()
    case 9, 10:
      subpipeline()
      fields()
    default:
      inBrackets("[", "]") { generator in
        guard !generator.random.once(in: 4) else { return }
        generator.commaSeparated(3) { $0.value(isTied: false) }
      }
    }
  }

  private mutating func word() {
    text +=
      random.pick([
        "x", "out/x.csv", "O'Brien", "5-7", "Türkiye", "-", "2025-11-14", "briefings/*.txt", "a=b",
        "briefing[12].txt", "a#b", "..", "3", "speaker", "by",
      ]) ?? "x"
  }
}
