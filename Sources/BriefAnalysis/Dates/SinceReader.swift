import BriefText

/// Finds times that are told by what happened: "since the bridge fell".
struct SinceReader {
  private let document: Document
  /// The trees of the document.
  let tree: ClauseTree
  private let since: WordID

  /// Creates a reader, or `nil` when the text does not hold the word.
  init?(_ document: Document) {
    guard let since = document.vocabulary.id(of: "since"), document.trees != nil else { return nil }
    self.document = document
    self.since = since
    tree = ClauseTree(document)
  }

  /// `phrases` and those found here, in text order; where two overlap the one given stays.
  ///
  /// Linear in the number of tokens.
  func joining(_ phrases: [TimePhrase]) -> [TimePhrase] {
    var joined: [TimePhrase] = []
    var next = 0
    let lowers = document.tokens.lowers
    for token in lowers.indices where lowers[token] == since {
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
