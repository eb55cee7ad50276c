import BriefSource
import BriefText

extension NameFinder {
  /// The longest name of the lists that begins at `token`, in tokens and in words; 0 for none.
  func longestKnownName(from token: Int) -> (tokens: Int, words: Int, entry: Int?) {
    guard token < text.tokens.count, text.tokens.kinds[token] == .word else { return (0, 0, nil) }
    let first = text.facts(token)
    var best: (tokens: Int, words: Int, entry: Int?) = (0, 0, nil)
    if first.shape == .capitals || first.shape == .mixed {
      if let entry = gazetteer.abbreviation(text.form(token)) { best = (1, 1, entry) }
      if let hyphenated = hyphenatedAbbreviation(from: token) { best = hyphenated }
    }
    let longest = gazetteer.longestName(from: first.folded)
    guard longest > 0 else { return best }
    var key = ""
    var words = 0
    var next = token
    let sentence = text.sentence[token]
    while next < text.tokens.count, words < longest, text.sentence[next] == sentence {
      if text.isJoiningHyphen(next) {
        next += 1
        continue
      }
      let facts = text.facts(next)
      guard text.tokens.kinds[next] == .word || text.tokens.kinds[next] == .number,
        !facts.folded.isEmpty
      else { break }
      if words > 0 { key += " " }
      key += facts.folded
      words += 1
      next += 1
      if let entry = gazetteer.name(key), isWrittenAsName(token..<next),
        words > best.words || best.entry == nil
      {
        best = (next - token, words, entry)
      }
    }
    return best
  }

  /// Whether a name of the lists begins at `token`.
  func isKnownName(from token: Int) -> Bool { longestKnownName(from: token).words > 0 }

  /// `COVID-19`, `ISIS-K`: an abbreviation with a hyphen, which is several tokens.
  private func hyphenatedAbbreviation(
    from token: Int
  ) -> (tokens: Int, words: Int, entry: Int?)? {
    guard token + 2 < text.tokens.count, text.isJoiningHyphen(token + 1) else { return nil }
    let form = text.form(token) + "-" + text.form(token + 2)
    return gazetteer.abbreviation(form).map { (3, 2, $0) }
  }

  /// Whether the words of weight in `range` begin with capitals.
  private func isWrittenAsName(_ range: Range<Int>) -> Bool {
    for token in range where text.tokens.kinds[token] == .word {
      let facts = text.facts(token)
      if !facts.beginsCapital, facts.folded.utf8.count > 3,
        facts.kinds.isDisjoint(with: [.function, .particle])
      {
        return false
      }
    }
    return true
  }
}
