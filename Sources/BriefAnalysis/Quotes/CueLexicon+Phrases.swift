extension CueLexicon {
  /// A cue of several words.
  struct Phrase: Sendable {
    /// Its words, the verb in the dictionary form.
    let words: [String]
    /// The position of the verb in ``words``.
    let head: Int
    /// The position in ``CueLexicon/entries``.
    let entry: Int

    /// The phrases among `entries` under the lemma of their verb, the longest first.
    ///
    /// The verb is the first word that is one of the list: "strongly condemn", "condemn in the
    /// strongest terms". A phrase without one ("take note") stands under its first word.
    static func table(of entries: [Entry]) -> [String: [Phrase]] {
      let verbs = Set(entries.filter { $0.part == .verb }.map(\.lemma))
      var table: [String: [Phrase]] = [:]
      for (number, entry) in entries.enumerated() where entry.part == .phrase {
        let words = entry.lemma.split(separator: " ").map(String.init)
        let head = words.firstIndex(where: verbs.contains) ?? 0
        guard head < words.count else { continue }
        table[words[head], default: []].append(
          Phrase(words: words, head: head, entry: number))
      }
      return table.mapValues { phrases in
        phrases.sorted { ($1.words.count, $0.entry) < ($0.words.count, $1.entry) }
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
      return (nouns[form] ?? verbs[form]).map { entries[$0.entry] }
    }
    guard entries[verb].part == .verb, let found = phrases[entries[verb].lemma] else {
      return entries[verb]
    }
    let phrase = found.first { holds($0, around: tokens.lowerBound, text) }
    return entries[phrase?.entry ?? verb]
  }

  /// The phrase that is written `form`, in small letters.
  func phrase(_ form: String) -> Entry? {
    for word in form.split(separator: " ") {
      guard let found = phrases[String(word)] else { continue }
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
