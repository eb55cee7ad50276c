import BriefText

/// Finds times that are told by what happened: "since the bridge fell".
struct SinceReader {
  private let document: Document
  /// The trees of the document.
  let tree: ClauseTree
  /// Where the word stands, and a clause in the past may follow.
  private let places: [Int]

  /// Creates a reader, or `nil` when no such time can be in the text; trees are then not needed.
  init?(_ document: Document) {
    guard let since = document.vocabulary.id(of: "since"), let tags = document.tags else {
      return nil
    }
    let tokens = document.tokens
    places = tokens.lowers.indices.filter { token in
      guard tokens.lowers[token] == since else { return false }
      for next in token + 1..<min(token + 8, tokens.count) {
        if tokens.kinds[next] == .punctuation { return false }
        if tags.penn(next) == "VBD" { return true }
      }
      return false
    }
    guard !places.isEmpty, document.trees != nil else { return nil }
    self.document = document
    tree = ClauseTree(document)
  }

  /// `phrases` and those found here, in text order; where two overlap the one given stays.
  ///
  /// Linear in the number of tokens.
  func joining(_ phrases: [TimePhrase]) -> [TimePhrase] {
    var joined: [TimePhrase] = []
    var next = 0
    for token in places {
      guard let phrase = phrase(at: token) else { continue }
      while next < phrases.count, phrases[next].tokens.lowerBound < token {
        joined.append(phrases[next])
        next += 1
      }
      let isFree =
        (joined.last?.tokens.upperBound ?? 0) <= token
        && (next == phrases.count
          || phrases[next].tokens.lowerBound >= phrase.tokens.upperBound)
      if isFree { joined.append(phrase) }
    }
    return joined + phrases[next...]
  }

  /// The clause that "since" opens, where it tells of a time and gives no reason: its verb is past
  /// and what it belongs to goes on to the present.
  private func phrase(at token: Int) -> TimePhrase? {
    guard let verb = tree.head(token), tree.relations[token] == .marker, verb > token,
      tree.verbForms[verb] == .past, let governor = tree.head(verb),
      tree.children(governor).contains(where: { child in
        ["has", "have", "had", "'ve", "’ve"].contains(document.lower(child))
      })
    else { return nil }
    // The subject, the verb, and the first thing behind it.
    var last = verb
    for child in tree.children(verb) where child > verb {
      switch tree.relations[child] {
      case .object, .oblique, .particle, .openClause, .adjective:
        last = max(last, tree.subtree(child).upperBound - 1)
      default: continue
      }
      if tree.relations[child] != .particle { break }
    }
    return TimePhrase(token..<last + 1, .sinceEvent)
  }
}
