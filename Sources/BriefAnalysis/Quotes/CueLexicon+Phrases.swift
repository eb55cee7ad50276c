import BriefText

extension CueLexicon {
  /// A cue of several words.
  struct Phrase: Sendable {
    /// Its words, the verb in the dictionary form.
    let words: [String]
    /// The position of the verb in ``words``.
    let head: Int
    /// The position in ``CueLexicon/entries``.
    let entry: Int
  }

  /// The phrases of the list under the lemma of their verb, the longest first.
  ///
  /// The verb is the first word that is one of the list: "strongly condemn", "condemn in the
  /// strongest terms". A phrase without one ("take note") stands under its first word.
  struct Phrases: Sendable {
    /// The position in ``groups`` by the word the phrases stand under.
    private var heads = FormTable(capacity: 512)
    /// The phrases of each word, as the entry, the number of words and the position of the head.
    private var groups: [[(entry: Int32, count: Int16, head: Int16)]] = []

    /// No phrases.
    init() {}

    /// The phrases among `entries`. Linear in the number of entries.
    init(of entries: [Entry]) {
      var verbs = FormTable(capacity: 2048)
      for entry in entries where entry.part == .verb { verbs.update(entry.lemma) { _ in 1 } }
      for (number, entry) in entries.enumerated() where entry.part == .phrase {
        Array(entry.lemma.utf8).withUnsafeBufferPointer { lemma in
          add(Int32(truncatingIfNeeded: number), lemma, verbs: verbs)
        }
      }
      for index in groups.indices {
        groups[index].sort { ($1.count, $0.entry) < ($0.count, $1.entry) }
      }
    }

    private mutating func add(
      _ entry: Int32, _ lemma: UnsafeBufferPointer<UInt8>, verbs: FormTable
    ) {
      let words = lemma.split(separator: 0x20).map { UnsafeBufferPointer(rebasing: $0) }
      let head = words.firstIndex { verbs[$0] != nil } ?? 0
      guard head < words.count else { return }
      let next = UInt32(groups.count)
      heads.update(words[head]) { $0 ?? next }
      let group = Int(heads[words[head]] ?? next)
      if group == groups.count { groups.append([]) }
      groups[group].append((entry, Int16(words.count), Int16(head)))
    }

    /// The phrases that stand under `word`, which is a lemma of `entries`; `nil` when none do.
    ///
    /// Linear in their number.
    func under(_ word: String, of entries: [Entry]) -> [Phrase]? {
      guard let group = heads[word] else { return nil }
      return groups[Int(group)].map { phrase in
        Phrase(
          words: entries[Int(phrase.entry)].lemma.split(separator: " ").map(String.init),
          head: Int(phrase.head), entry: Int(phrase.entry))
      }
    }
  }

  /// The entry of the cue at `tokens`: the longest phrase its verb is part of, the verb itself, or
  /// what is written there ("according to"); `nil` when the list holds none of them.
  ///
  /// Linear in the number of phrases with the same verb.
  func entry(of tokens: Range<Int>, verb: Int, in text: QuoteText) -> Entry? {
    guard entries.indices.contains(verb) else {
      let form = tokens.map(text.lower).joined(separator: " ")
      if let known = phrase(form) { return known }
      return (noun(form) ?? self.verb(form)).map { entries[$0.entry] }
    }
    guard entries[verb].part == .verb,
      let found = phrases.under(entries[verb].lemma, of: entries)
    else { return entries[verb] }
    let phrase = found.first { holds($0, around: tokens.lowerBound, text) }
    return entries[phrase?.entry ?? verb]
  }

  /// The phrase that is written `form`, in small letters.
  func phrase(_ form: String) -> Entry? {
    for word in form.split(separator: " ") {
      guard let found = phrases.under(String(word), of: entries) else { continue }
      if let phrase = found.first(where: { entries[$0.entry].lemma == form }) {
        return entries[phrase.entry]
      }
    }
    return nil
  }

  /// Whether the verb at `index` is that of `phrase`, with the other words of it around.
  private func holds(_ phrase: Phrase, around index: Int, _ text: QuoteText) -> Bool {
    let before = phrase.words[..<phrase.head]
    for (offset, word) in before.enumerated()
    where text.lower(index - before.count + offset) != word {
      return false
    }
    let after = phrase.words[(phrase.head + 1)...]
    guard let first = after.first else { return true }
    var place = index + 1
    var gap = Self.gap(before: first, of: after.count)
    for word in after {
      while gap > 0, !Self.is(text.lower(place), word) {
        guard text.isWord(place), text.isOutside(place) else { return false }
        place += 1
        gap -= 1
      }
      guard Self.is(text.lower(place), word), text.isOutside(place) else { return false }
      place += 1
      gap = 0
    }
    return true
  }

  /// How many words may stand between a verb and the rest of its phrase.
  ///
  /// "condemned the attack on the market in the strongest terms", "brushed the claim aside",
  /// "expressed deep and grave concern"; but a preposition that makes another verb of it, as in
  /// "call on", stands right behind.
  private static func gap(before word: String, of count: Int) -> Int {
    if count >= 2 { return 7 }
    if prepositions.contains(word) { return 0 }
    return 3
  }

  private static let prepositions: Set<String> = [
    "on", "upon", "for", "to", "with", "of", "as", "at", "against", "over", "by", "in",
  ]

  /// Whether `form` is `word`, or its plural.
  private static func `is`(_ form: String, _ word: String) -> Bool {
    form == word || form.hasSuffix("s") && form.dropLast() == word
  }
}
