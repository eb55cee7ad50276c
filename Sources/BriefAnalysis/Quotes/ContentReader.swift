import BriefText

/// Finds where the content of a cue begins and ends.
struct ContentReader {
  let text: QuoteText
  private let tree: ClauseTree

  init(_ text: QuoteText) {
    self.text = text
    tree = text.tree
  }

  /// The tokens that depend on the token at `index`, itself included.
  func subtree(_ index: Int) -> Range<Int> { tree.subtree(index) }

  /// The verb of the whole clause that the token at `index` is part of: a main clause or what
  /// another verb reports. At most twelve steps are climbed.
  func clause(around index: Int) -> Int {
    var top = index
    for _ in 0..<12 {
      guard let above = tree.head(top) else { return top }
      switch tree.relations[top] {
      case .root, .clause, .parataxis: return top
      case .conjunct where tree.parts[top] == .verb: return top
      default: top = above
      }
    }
    return top
  }

  /// The subtree of `head` without that of `cue` and with whole quotations.
  func runs(of head: Int, without cue: Int) -> [Range<Int>] {
    let whole = tree.subtree(head)
    let hole = tree.subtree(cue)
    guard hole.overlaps(whole), hole != whole, !hole.contains(head) else {
      return runs(whole)
    }
    return runs(whole.lowerBound..<max(whole.lowerBound, hole.lowerBound))
      + runs(min(hole.upperBound, whole.upperBound)..<whole.upperBound)
  }

  /// `range` as content: without punctuation at its ends, widened to whole quotations; nothing
  /// when no word is left.
  func runs(_ range: Range<Int>) -> [Range<Int>] {
    let range = text.trimmed(range)
    guard !range.isEmpty else { return [] }
    return [widened(range)]
  }

  /// `range` with the whole of the quotations that it begins or ends in.
  private func widened(_ range: Range<Int>) -> Range<Int> {
    var first = range.lowerBound
    var last = range.upperBound
    let opening = text.stretchOf[first]
    let closing = text.stretchOf[last - 1]
    if opening >= 0 { first = min(first, text.stretchTokens[Int(opening)].lowerBound) }
    if closing >= 0 { last = max(last, text.stretchTokens[Int(closing)].upperBound) }
    return first..<last
  }

  /// `range`, the content of the cue at `cue` with the head `head`, up to where the same speaker
  /// says something else: ", adding that …", "and warned …".
  ///
  /// Looks at what depends on the head, and on what is joined to it, from the left.
  func cut(_ range: Range<Int>, head: Int, cue: Int) -> Range<Int> {
    var waiting = head
    for _ in 0..<4 {
      var joined: Int?
      for child in tree.children(waiting) where child > waiting && range.contains(child) {
        let isCue = text.isReporting[child]
        switch tree.relations[child] {
        case .adverbialClause where isCue && tree.verbForms[child] == .ing:
          let start = tree.subtree(child).lowerBound
          if text.has(start - 1, [.comma, .dash]), text.isOutside(child) {
            return range.lowerBound..<max(range.lowerBound, start)
          }
        case .conjunct where tree.parts[child] == .verb:
          if isCue, tree.verbForms[child] == tree.verbForms[cue], text.isOutside(child),
            tree.child(child, .subject) == nil
          {
            return range.lowerBound..<max(range.lowerBound, tree.subtree(child).lowerBound)
          }
          joined = joined ?? child
        default: break
        }
      }
      guard let next = joined else { break }
      waiting = next
    }
    return range
  }

  /// Where the complement at `child` ends together with what follows it in the same clause without
  /// a comma, at most eight phrases.
  func end(after child: Int) -> Int {
    var end = tree.subtree(child).upperBound
    for next in tree.siblings(after: child).prefix(8) {
      let span = tree.subtree(next)
      guard span.lowerBound == end else { break }
      switch tree.relations[next] {
      case .oblique, .openClause, .clause, .adverb, .object, .adverbialClause, .nounModifier:
        end = span.upperBound
      default: return end
      }
    }
    return end
  }
}
