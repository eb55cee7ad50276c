/// The lemmas of the words that do not come and go: pronouns, auxiliaries, what is joined on.
enum ClosedClass {
  /// The lemma of a form without capitals, itself where it has no other.
  static func lemma(_ form: [UInt8], _ group: LemmaGroup) -> [UInt8] {
    guard form.count <= 6, let entries = forms[group] else { return form }
    for entry in entries where form.equals(entry.form) { return letters(entry.lemma) }
    return form
  }

  /// The lemma of a form of `be`, `have` or `do` without capitals.
  static func verb(_ form: [UInt8]) -> [UInt8]? {
    guard form.count <= 6 else { return nil }
    for entry in verbs where form.equals(entry.form) { return letters(entry.lemma) }
    return nil
  }

  private typealias Entry = (form: StaticString, lemma: StaticString)

  private static func letters(_ word: StaticString) -> [UInt8] {
    Array(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }

  private static let forms: [LemmaGroup: [Entry]] = [
    .pronoun: [
      ("i", "I"), ("me", "I"), ("him", "he"), ("her", "she"), ("them", "they"), ("us", "we"),
      ("'em", "they"), ("em", "they"), ("'s", "we"), ("these", "this"), ("those", "that"),
      ("mine", "my"), ("yours", "your"), ("hers", "her"), ("ours", "our"), ("theirs", "their"),
      ("ya", "you"), ("u", "you"),
    ],
    .possessive: [
      ("mine", "my"), ("yours", "your"), ("hers", "her"), ("ours", "our"), ("theirs", "their"),
      ("it's", "its"),
    ],
    .determiner: [("an", "a"), ("these", "this"), ("those", "that")],
    .particle: [
      ("n't", "not"), ("nt", "not"), ("'", "'s"), ("s", "'s"), ("`s", "'s"), ("na", "to"),
      ("ta", "to"),
    ],
    .modal: [
      ("ca", "can"), ("wo", "will"), ("'ll", "will"), ("ll", "will"), ("'d", "would"),
      ("d", "would"), ("sha", "shall"),
    ],
    .linker: [
      ("vs.", "versus"), ("vs", "versus"), ("n", "and"),
      ("'n'", "and"),
    ],
  ]

  private static let verbs: [Entry] = [
    ("is", "be"), ("are", "be"), ("am", "be"), ("was", "be"), ("were", "be"), ("been", "be"),
    ("being", "be"), ("'s", "be"), ("'re", "be"), ("'m", "be"), ("s", "be"), ("re", "be"),
    ("m", "be"), ("ai", "be"), ("`s", "be"), ("has", "have"), ("had", "have"),
    ("having", "have"), ("'d", "have"), ("'ve", "have"), ("ve", "have"), ("does", "do"),
    ("did", "do"), ("done", "do"), ("doing", "do"), ("goes", "go"),
  ]
}
