/// Gives the lemma of a word from its form and its tags.
///
/// Rules take off what English inflection adds; a table from the model holds the forms that go by
/// none. Lemmas follow the Universal Dependencies treebanks of English: `me` has the lemma `I`,
/// `his` the lemma `his`, `them` the lemma `they`, `an` the lemma `a`, and numbers are written
/// without commas.
public struct Lemmatiser: Sendable {
  private let table: LemmaTable
  private let inflection: Inflection

  /// Creates one that knows the rules alone.
  public init() { self.init(.empty) }

  /// Creates one with what a model knows.
  package init(_ table: LemmaTable) {
    self.table = table
    inflection = Inflection(table: table)
  }

  /// The lemma of `form` with these tags.
  ///
  /// Linear in the length of the form, logarithmic in the size of the table.
  public func lemma(of form: String, _ pair: TagSet.Pair) -> String {
    lemma(of: form, LemmaGroup(pair))
  }

  /// The lemma of `form` in a group of tags.
  package func lemma(of form: String, _ group: LemmaGroup) -> String {
    let letters = Self.plain(form)
    if let lemma = table.exception(letters, group, .exact) { return lemma }
    let small = Self.small(letters)
    if let lemma = table.exception(small, group, .small) {
      return group == .verbInName ? Self.text(Array(lemma.utf8).capitalised, form) : lemma
    }
    return Self.text(regular(letters, small, group), form)
  }

  /// `form` as exceptions spell it: with straight apostrophes.
  package static func plain(_ form: String) -> [UInt8] {
    let bytes = Array(form.utf8)
    guard bytes.contains(0xE2) else { return bytes }
    var plain: [UInt8] = []
    var index = 0
    while index < bytes.count {
      // U+2018 and U+2019.
      if bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80,
        bytes[index + 2] == 0x98 || bytes[index + 2] == 0x99
      {
        plain.append(UInt8(ascii: "'"))
        index += 3
      } else {
        plain.append(bytes[index])
        index += 1
      }
    }
    return plain
  }

  /// The letters without capitals.
  package static func small(_ letters: [UInt8]) -> [UInt8] {
    if letters.allSatisfy({ $0 < 0x80 }) {
      return letters.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }
    return Array(String(decoding: letters, as: UTF8.self).lowercased().utf8)
  }

  /// The letters as text; `form` itself, which is stored already, where they are the same.
  private static func text(_ letters: [UInt8], _ form: String) -> String {
    letters.elementsEqual(form.utf8) ? form : String(decoding: letters, as: UTF8.self)
  }

  // MARK: Rules

  /// The lemma by rules.
  private func regular(
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
    case .adverb, .interjection, .fragment: small
    case .number: Self.number(letters, small)
    case .mark: Self.mark(letters)
    case .foreign, .address: letters
    }
  }

  private func noun(_ letters: [UInt8], _ small: [UInt8]) -> [UInt8] {
    switch letters.capitals {
    case .none, .first: small
    case .all, .mixed: table.knows(small, as: .noun) || isShouted(letters) ? small : letters
    }
  }

  /// Whether letters are capitals for loudness and not because they abbreviate.
  private func isShouted(_ letters: [UInt8]) -> Bool {
    letters.capitals == .all && letters.count > 5
      && letters.allSatisfy { (0x41...0x5A).contains($0) || $0 == UInt8(ascii: "-") }
  }

  private func plural(_ letters: [UInt8], _ small: [UInt8]) -> [UInt8] {
    let singular = inflection.withoutS(small, as: .noun)
    switch letters.capitals {
    case .none, .first, .all: return singular
    case .mixed:
      if table.knows(singular, as: .noun) { return singular }
      // `TVs`, `CFLs`, `TV's`.
      return letters.ends(with: "'s") ? letters.without(2) : letters.ends(with: "s")
        ? letters.without(1) : letters
    }
  }

  private func name(_ letters: [UInt8], _ small: [UInt8]) -> [UInt8] {
    let capitals = letters.capitals
    guard capitals == .none || capitals == .all && letters.count > 3 else { return letters }
    // `TEXAS` and `canada` where names are written in capitals, or without.
    let usual = small.capitalised
    return !table.knows(letters, as: .name) && table.knows(usual, as: .name) ? usual : letters
  }

  private func namePlural(_ letters: [UInt8], _ small: [UInt8]) -> [UInt8] {
    if letters.capitals == .mixed, letters.ends(with: "s"), !letters.ends(with: "es") {
      return letters.without(1)
    }
    let singular = inflection.withoutS(small, as: .noun)
    let hasCapital = letters.capitals != .none
    guard hasCapital, singular.count < letters.count,
      small.starts(with: singular.without(1)), letters.capitals == .first
    else { return hasCapital ? singular.capitalised : singular }
    return singular.capitalised
  }

  private func verb(_ small: [UInt8], _ group: LemmaGroup) -> [UInt8] {
    if let lemma = ClosedClass.verb(small, group) { return lemma }
    return switch group {
    case .verbPresent: inflection.withoutS(small, as: .verb)
    case .verbPast: inflection.withoutED(small)
    case .verbProgressive: inflection.withoutING(small)
    default: small
    }
  }

  private func nameVerb(_ letters: [UInt8], _ small: [UInt8]) -> [UInt8] {
    let base = inflection.withoutING(inflection.withoutED(small))
    return letters.capitals == .none ? base : base.capitalised
  }

  private func adjective(_ letters: [UInt8], _ small: [UInt8]) -> [UInt8] {
    switch letters.capitals {
    case .none:
      let usual = small.capitalised
      return !table.knows(small, as: .adjective) && table.knows(usual, as: .name) ? usual : small
    case .first, .all:
      if table.knows(small, as: .adjective) { return small }
      let usual = small.capitalised
      if table.knows(usual, as: .name) { return usual }
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
    var isDigits = false
    var isRoman = true
    for letter in letters {
      if (0x30...0x39).contains(letter) { isDigits = true }
      switch letter {
      case UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X"), UInt8(ascii: "L"),
        UInt8(ascii: "C"), UInt8(ascii: "D"), UInt8(ascii: "M"):
        break
      default: isRoman = false
      }
    }
    if isDigits { return letters.filter { $0 != UInt8(ascii: ",") } }
    return isRoman ? letters : small
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
