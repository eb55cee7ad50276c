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
  let entries: [Entry]
  /// The verb of each spelling; the first of the list wins.
  let verbs: [String: Form]
  /// The noun of each spelling.
  let nouns: [String: Form]
  /// The phrases under the dictionary form of their verb; the longest of each first.
  let phrases: [String: [Phrase]]

  /// The embedded list.
  static let shared = CueLexicon()

  private init() {
    var entries: [Entry] = []
    var verbs: [String: Form] = [:]
    var nouns: [String: Form] = [:]
    let order: [Forms] = [.base, .third, .past, .done, .ing]
    for row in Lexicon(.cues).rows where row.count >= 11 {
      guard let sense = CueSense(row[2], strength: row[3], polarity: row[4]) else { continue }
      let part: Part = row[1] == "verb" ? .verb : row[1] == "noun" ? .noun : .phrase
      let number = entries.count
      entries.append(
        Entry(
          lemma: String(row[0]), part: part, sense: sense,
          isInvertible: row[5] == "q"))
      for (column, forms) in order.enumerated() {
        for spelling in row[6 + column].split(separator: "/") {
          let spelling = String(spelling)
          switch part {
          case .verb:
            if let known = verbs[spelling], known.entry != number { continue }
            verbs[spelling] = Form(
              entry: number, forms: (verbs[spelling]?.forms ?? []).union(forms))
          case .noun: nouns[spelling] = nouns[spelling] ?? Form(entry: number, forms: .noun)
          case .phrase: break
          }
        }
      }
    }
    phrases = Phrase.table(of: entries)
    self.entries = entries
    self.verbs = verbs
    self.nouns = nouns
  }
}
