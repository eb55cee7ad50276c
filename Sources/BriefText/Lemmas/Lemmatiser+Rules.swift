/// What becomes of the forms that are no exceptions, by kind of word.
extension Lemmatiser {
  /// The lemma by rules.
  func regular(
    _ letters: [UInt8], _ small: [UInt8], _ group: LemmaGroup
  ) -> [UInt8] {
    switch group {
    case .noun: noun(letters, small)
    case .nounPlural: plural(letters, small)
    case .name: name(letters, small)
    case .namePlural: namePlural(letters, small)
    case .verb, .verbPresent, .verbPast, .verbProgressive: verb(small, group)
    case .verbInName: nameVerb(letters, small)
    case .modal, .pronoun, .possessive, .determiner, .particle, .linker:
      ClosedClass.lemma(small, group)
    case .adjective: adjective(letters, small)
    case .adjectiveCompared, .adverbCompared: compared(small, group)
    case .adverb: adverb(letters, small)
    case .interjection, .fragment: unstretched(small, as: .adjective)
    case .number: Self.number(letters, small)
    case .mark: Self.mark(letters)
    case .foreign, .address: letters
    }
  }

  private func noun(_ letters: [UInt8], _ small: [UInt8]) -> [UInt8] {
    switch letters.capitals {
    case .none, .first:
      guard small.ends(with: "s"), !table.knows(small, as: .noun) else {
        return unstretched(small, as: .noun)
      }
      // A plural that is tagged as a singular.
      let singular = inflection.withoutS(small, as: .noun)
      return table.knows(singular, as: .noun) ? singular : small
    case .all, .mixed:
      if letters.count > 1, Self.isRoman(letters) { return letters }
      return table.knows(small, as: .noun) || isShouted(letters, from: 5)
        || isFile(letters) ? small : letters
    }
  }

  /// Whether a dot stands before three letters, as in `Report.pdf`.
  private func isFile(_ letters: [UInt8]) -> Bool {
    letters.count > 4 && letters.last(4) == UInt8(ascii: ".")
      && letters.suffix(3).allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
  }

  /// Whether letters, at least `least` of them, are capitals for loudness and not because they
  /// abbreviate.
  private func isShouted(_ letters: [UInt8], from least: Int) -> Bool {
    letters.capitals == .all && letters.count >= least
      && letters.allSatisfy { (0x41...0x5A).contains($0) || $0 == UInt8(ascii: "-") }
  }

  private func plural(_ letters: [UInt8], _ small: [UInt8]) -> [UInt8] {
    let hasDigit = letters.contains { (0x30...0x39).contains($0) }
    if hasDigit, small.ends(with: "0s") { return small }
    // `the 60's` are written `60s` then.
    if hasDigit, small.ends(with: "0's") { return small.without(2) + [UInt8(ascii: "s")] }
    let singular = inflection.withoutS(small, as: .noun)
    let capitals = letters.capitals
    // `TVs`, `L2s` and `TV's` keep their capitals.
    let isAbbreviation = capitals == .mixed || hasDigit && capitals != .none
    guard isAbbreviation, !table.knows(singular, as: .noun) else { return singular }
    if letters.ends(with: "'s") { return letters.without(2) }
    return letters.ends(with: "s") ? letters.without(1) : letters
  }

  private func name(_ letters: [UInt8], _ small: [UInt8]) -> [UInt8] {
    let capitals = letters.capitals
    guard capitals == .none || capitals == .all && letters.count > 3 else { return letters }
    // `TEXAS` and `canada` where names are written in capitals, or without; a name of many letters
    // that is not known with capitals is hardly an abbreviation.
    let usual = small.capitalised
    guard !table.knows(letters, as: .name) else { return letters }
    return table.knows(usual, as: .name) || isShouted(letters, from: 6) ? usual : letters
  }

  private func adverb(_ letters: [UInt8], _ small: [UInt8]) -> [UInt8] {
    // `AD`, `PS`, but also `NOT` and `TOO`.
    let isAbbreviation =
      letters.capitals == .all && letters.count < 4 && !table.knows(small, as: .adjective)
    return isAbbreviation && letters.count > 1 ? letters : unstretched(small, as: .adjective)
  }

  /// A word whose letters are stretched, as in `soooo`, in its usual spelling.
  private func unstretched(_ letters: [UInt8], as kind: LemmaTable.Kind) -> [UInt8] {
    guard letters.count > 3, letters.syllables > 0,
      letters.indices.dropLast(2).contains(where: {
        letters[$0] == letters[$0 + 1] && letters[$0] == letters[$0 + 2]
      })
    else { return letters }
    var single: [UInt8] = []
    var double: [UInt8] = []
    var index = 0
    var isStretched = false
    while index < letters.count {
      let letter = letters[index]
      let end = letters[index...].firstIndex { $0 != letter } ?? letters.endIndex
      let isLong = end - index > 2 && (0x61...0x7A).contains(letter)
      isStretched = isStretched || isLong
      single += Array(repeating: letter, count: isLong ? 1 : end - index)
      double += Array(repeating: letter, count: isLong ? 2 : end - index)
      index = end
    }
    guard isStretched else { return letters }
    return table.knows(double, as: kind) ? double : single
  }

  private func namePlural(_ letters: [UInt8], _ small: [UInt8]) -> [UInt8] {
    if letters.capitals == .mixed, letters.ends(with: "s"), !letters.ends(with: "es") {
      return letters.without(1)
    }
    let singular = inflection.withoutS(small, as: .noun)
    return letters.capitals == .none ? singular : singular.capitalised
  }

  private func verb(_ small: [UInt8], _ group: LemmaGroup) -> [UInt8] {
    if let lemma = ClosedClass.verb(small) { return lemma }
    return switch group {
    case .verbPresent: inflection.withoutS(small, as: .verb)
    case .verbPast: inflection.withoutED(small)
    case .verbProgressive: inflection.withoutING(small)
    default: base(small)
    }
  }

  /// The base of a verb that is tagged as one, which it may not be.
  private func base(_ small: [UInt8]) -> [UInt8] {
    if table.knows(small, as: .verb) { return small }
    if let lemma = table.exception(small, .verbPast, .small) { return Array(lemma.utf8) }
    for base in [
      inflection.withoutED(small), inflection.withoutING(small),
      inflection.withoutS(small, as: .verb),
    ] where table.knows(base, as: .verb) {
      return base
    }
    return small
  }

  private func nameVerb(_ letters: [UInt8], _ small: [UInt8]) -> [UInt8] {
    let base = inflection.withoutING(inflection.withoutED(small))
    return letters.capitals == .none ? base : base.capitalised
  }

  private func adjective(_ letters: [UInt8], _ small: [UInt8]) -> [UInt8] {
    switch letters.capitals {
    case .none:
      let usual = small.capitalised
      if table.knows(small, as: .adjective) { return small }
      return table.knows(usual, as: .nameAdjective) ? usual : unstretched(small, as: .adjective)
    case .first, .all:
      if table.knows(small, as: .adjective) { return small }
      let usual = small.capitalised
      if table.knows(usual, as: .nameAdjective) { return usual }
      if letters.capitals == .all { return letters.count > 5 ? small : letters }
      // `Bolivian`, `Faroese`: what is made of a place keeps its capital.
      return small.ends(with: "ian") || small.ends(with: "ese") || small.ends(with: "ean")
        ? letters : small
    case .mixed:
      if table.knows(small, as: .adjective) { return small }
      // `Anti-Israeli` at the beginning of a sentence.
      guard let hyphen = letters.firstIndex(of: UInt8(ascii: "-")), hyphen + 1 < letters.count,
        (0x41...0x5A).contains(letters[hyphen + 1])
      else { return letters }
      let prefix = Array(small[..<hyphen])
      return prefix.count < small.count && isPrefix(prefix) ? prefix + letters[hyphen...] : letters
    }
  }

  private func isPrefix(_ letters: [UInt8]) -> Bool {
    letters.equals("anti") || letters.equals("pro") || letters.equals("non")
      || letters.equals("pre") || letters.equals("post")
  }

  private func compared(_ small: [UInt8], _ group: LemmaGroup) -> [UInt8] {
    let isAdjective = group == .adjectiveCompared
    return switch true {
    case small.equals("better"), small.equals("best"):
      Array((isAdjective ? "good" : "well").utf8)
    case small.equals("worse"), small.equals("worst"): Array((isAdjective ? "bad" : "badly").utf8)
    case small.equals("further"), small.equals("farther"), small.equals("furthest"),
      small.equals("farthest"):
      Array("far".utf8)
    default: inflection.uncompared(small)
    }
  }

  /// Numbers without commas, number words without capitals; Roman numerals as they stand.
  private static func number(_ letters: [UInt8], _ small: [UInt8]) -> [UInt8] {
    if letters.contains(where: { (0x30...0x39).contains($0) }) {
      let comma = UInt8(ascii: ",")
      // `7,5` where a comma stands before decimals.
      let isDecimal =
        letters.filter { $0 == comma }.count == 1
        && (letters.last(3) == comma || letters.last(2) == comma)
      return isDecimal
        ? letters.map { $0 == comma ? UInt8(ascii: ".") : $0 } : letters.filter { $0 != comma }
    }
    return isRoman(letters) ? letters : small
  }

  private static func isRoman(_ letters: [UInt8]) -> Bool {
    letters.allSatisfy { letter in
      switch letter {
      case UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X"), UInt8(ascii: "L"): true
      default: letter == UInt8(ascii: "C")
      }
    }
  }

  /// Quotation marks and dashes as keyboards have them.
  private static func mark(_ letters: [UInt8]) -> [UInt8] {
    guard letters.count == 3, letters[0] == 0xE2, letters[1] == 0x80 else { return letters }
    return switch letters[2] {
    case 0x93, 0x94: [UInt8(ascii: "-")]
    case 0x9C, 0x9D: [UInt8(ascii: "\"")]
    default: letters
    }
  }
}
