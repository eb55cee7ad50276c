import BriefText

/// Finds the places where a sentence leaves what is said and turns to how, or to what else, its
/// speaker says: before ", adding that …", and behind a mark in `…,” referring to …`.
struct TurningReader {
  let tokens: Tokens
  let tree: ClauseTree
  /// Whether each token is a verb that reports speech more often than not.
  let isReporting: [Bool]
  /// The stretch in marks that holds each token, or -1.
  let stretchOf: [Int32]
  let stretchTokens: [Range<Int>]
  let classes: (Int) -> WordClass

  /// For each token the first turning at or after it, or the number of tokens. Linear.
  func next() -> [Int32] {
    var next = [Int32](repeating: Int32(tokens.count), count: tokens.count + 1)
    for token in (0..<tokens.count).reversed() {
      next[token] = isTurning(token) ? Int32(token) : next[token + 1]
    }
    return next
  }

  private func isTurning(_ token: Int) -> Bool {
    guard token > 0, stretchOf[token] < 0 else { return false }
    let isAfterMarks = endsWithComma(before: token)
    let isAfterComma =
      stretchOf[token - 1] < 0 && !classes(token - 1).isDisjoint(with: [.comma, .dash])
    guard isAfterMarks || isAfterComma else { return false }
    var verb = token
    while verb < token + 2, verb + 1 < tokens.count, classes(verb).contains(.adverb) { verb += 1 }
    if stretchOf[verb] < 0, tree.verbForms[verb] == .ing {
      if isAfterMarks || isReporting[verb] { return true }
    }
    if isAside(token) { return true }
    guard isAfterMarks else { return false }
    // "…,” although he supports …": the writer goes on.
    return !classes(token).isDisjoint(with: [.circumstance, .relative])
      && classes(token).isDisjoint(with: .that) && !isReason(token)
  }

  /// Whether a reason follows, which belongs to what is said.
  private func isReason(_ token: Int) -> Bool {
    guard let verb = tree.head(token) else { return false }
    return tree.lemma(token) == "because" && verb > token
  }

  /// Whether an apposition begins that says what others say of it: "— a trend Islamabad says …".
  private func isAside(_ token: Int) -> Bool {
    guard tree.relations[token] == .determiner, let noun = tree.head(token), noun > token,
      let verb = tree.child(noun, .relativeClause), isReporting[verb], stretchOf[verb] < 0,
      let subject = tree.subject(verb)
    else { return false }
    return classes(subject).isDisjoint(with: [.conversation, .relative])
  }

  /// Whether a stretch whose words end with a comma ends right before `token`.
  private func endsWithComma(before token: Int) -> Bool {
    let stretch = Int(stretchOf[token - 1])
    guard stretch >= 0, stretchTokens[stretch].upperBound == token else { return false }
    let last = token - 2
    return last > stretchTokens[stretch].lowerBound && classes(last).contains(.comma)
  }
}
