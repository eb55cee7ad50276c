import BriefText

/// The words that introduce speech, thought and judgement, read once from the embedded list.
struct CueLexicon: Sendable {
  /// What an entry is.
  enum Part: Sendable { case verb, noun, phrase }

  /// The forms of a verb; one spelling may be several.
  struct Forms: OptionSet, Sendable {
    let rawValue: UInt8
    /// Infinitive and plural present: "say".
    static let base = Forms(rawValue: 1)
    /// Third person singular: "says".
    static let third = Forms(rawValue: 2)
    /// Simple past: "said".
    static let past = Forms(rawValue: 4)
    /// Past participle: "said".
    static let done = Forms(rawValue: 8)
    /// Present participle: "saying".
    static let ing = Forms(rawValue: 16)
    /// A noun: "statement".
    static let noun = Forms(rawValue: 32)
  }

  /// One word of the list.
  struct Entry: Sendable {
    /// The dictionary form.
    let lemma: String
    /// What it is.
    let part: Part
    /// What is done with it, how strongly, and for or against what.
    let sense: CueSense
    /// Whether its subject may follow it beside a quotation: "said Khan", but not "told Khan".
    let isInvertible: Bool
  }

  /// A form, and the entry it belongs to.
  struct Form: Sendable {
    /// The position in ``entries``.
    let entry: Int
    /// Which forms the spelling is.
    let forms: Forms
  }

  /// The entries in the order of the list.
  private(set) var entries: [Entry] = []
  /// The phrases under the dictionary form of their verb; the longest of each first.
  private(set) var phrases = Phrases()
  /// The verb of each spelling, as its entry and its forms; the first of the list wins.
  private var verbs = FormTable(capacity: 4096)
  /// The entry of the noun of each spelling.
  private var nouns = FormTable(capacity: 1024)

  /// The embedded list.
  static let shared = CueLexicon()

  private init() {
    var rows = LexiconReader(.cues)
    entries.reserveCapacity(2048)
    while rows.advance() {
      guard rows.count >= 11,
        let sense = CueSense(rows.string(2), strength: rows.string(3), polarity: rows.string(4))
      else { continue }
      let part: Part = rows.holds(1, "verb") ? .verb : rows.holds(1, "noun") ? .noun : .phrase
      entries.append(
        Entry(
          lemma: rows.string(0), part: part, sense: sense, isInvertible: rows.holds(5, "q")))
      addSpellings(of: rows, part)
    }
    phrases = Phrases(of: entries)
  }

  /// Makes the spellings of the last entry lead to it.
  private mutating func addSpellings(of rows: LexiconReader, _ part: Part) {
    guard part != .phrase else { return }
    let number = UInt32(entries.count - 1)
    for (column, form) in [Forms.base, .third, .past, .done, .ing].enumerated() {
      rows.forEachPart(of: 6 + column, separator: "/") { spelling in
        let spelling = rows.bytes(spelling)
        if part == .noun {
          nouns.update(spelling) { $0 ?? number }
          return
        }
        verbs.update(spelling) { known in
          let known = known ?? number << 8
          return known >> 8 == number ? known | UInt32(form.rawValue) : known
        }
      }
    }
  }

  /// The verb that is spelt `form`, in small letters.
  func verb(_ form: String) -> Form? {
    verbs[form].map { value in
      Form(entry: Int(value >> 8), forms: Forms(rawValue: UInt8(truncatingIfNeeded: value)))
    }
  }

  /// The noun that is spelt `form`, in small letters.
  func noun(_ form: String) -> Form? {
    nouns[form].map { Form(entry: Int($0), forms: .noun) }
  }
}
