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
    if text.isReporting[head], tree.isJoined(head), tree.isPast(head) == tree.isPast(cue),
      text.isOutside(head), range.lowerBound < head - 1, range.contains(head)
    {
      // "confirmed that … and criticised …", where the parser took the second verb for the clause's.
      return range.lowerBound..<head - 1
    }
    let range = range.lowerBound..<turned(range, head: head, cue: cue)
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

  /// Where `range`, whose content has the head `head`, ends at the latest.
  private func turned(_ range: Range<Int>, head: Int, cue: Int) -> Int {
    guard range.contains(head) else { return range.upperBound }
    let turning = text.turning(after: head)
    guard turning < range.upperBound else { return range.upperBound }
    // Without marks ", saying that …" may as well be part of what is said.
    if text.isOutside(turning - 1), text.wordCounts(range).quoted == 0,
      tree.relations[head] == .clause, text.has(turning - 1, .comma)
    {
      return range.upperBound
    }
    return turning
  }

  /// `range` without what tells where or when it is said at its end: "… in a tweet on Sunday".
  ///
  /// Looks at what hangs on the head and ends with the content, at most six steps down.
  func withoutOccasion(_ range: Range<Int>, head: Int) -> Range<Int> {
    var end = range.upperBound
    var below = head
    for _ in 0..<6 {
      var last: Int?
      for child in tree.children(below) where child > below {
        let span = tree.subtree(child)
        if span.upperBound == end, range.contains(child) { last = child }
      }
      guard let last else { break }
      let isAdjunct =
        tree.relations[last] == .oblique || tree.relations[last] == .nounModifier
        || tree.relations[last] == .adverb
      if isAdjunct, isOccasion(last) {
        let start = tree.subtree(last).lowerBound
        guard start > range.lowerBound, text.isOutside(start) else { break }
        end = start
        below = head
      } else {
        below = last
      }
    }
    return range.lowerBound..<end
  }

  /// `range` without the phrases at its end that hang on the verb at `verb` and tell where or when.
  func withoutOccasion(_ range: Range<Int>, of verb: Int) -> Range<Int> {
    var end = range.upperBound
    for child in tree.children(verb) where child > verb && range.contains(child) {
      let start = tree.subtree(child).lowerBound
      if start > range.lowerBound, start < end, isOccasion(child), text.isOutside(start) {
        end = start; break
      }
    }
    return range.lowerBound..<end
  }

  /// `range` with the clauses that go on with ", and that …" behind it, at most three.
  func extended(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    for _ in 0..<3 {
      var next = end
      if text.has(next, .comma), text.isOutside(next) { next += 1 }
      guard text.has(next, .conjunction), text.has(next + 1, .that),
        tree.relations[next + 1] == .marker, let verb = tree.head(next + 1)
      else { break }
      let reach = min(tree.subtree(verb).upperBound, text.turning(after: verb))
      guard reach > next + 1 else { break }
      end = reach
    }
    return range.lowerBound..<end
  }

  /// `range` from where a quotation begins after a comma or colon, when few words stand before it:
  /// "told them, simply, “We lost”".
  func opened(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty, text.isOutside(range.lowerBound) else { return range }
    let mark = text.nextQuoted(after: range.lowerBound)
    guard mark < range.upperBound, mark - range.lowerBound <= 24,
      text.stretchTokens[Int(text.stretchOf[mark])].count >= 4,
      text.has(mark - 1, [.comma, .colon]), text.isOutside(mark - 1),
      text.isCapitalised(mark + 1),
      !text.has(range.lowerBound, .that)
    else { return range }
    return mark..<range.upperBound
  }

  /// Whether the phrase with the head at `index` tells where or when something is said.
  func isOccasion(_ index: Int) -> Bool {
    guard text.isOutside(index) else { return false }
    if text.has(index, .time), !text.has(index, .adverb) { return true }
    guard let marker = tree.child(index, .adposition) else { return false }
    switch text.lower(marker) {
    case "in", "on", "during", "at", "via", "to": break
    default: return false
    }
    return Self.occasions.contains(tree.lemma(index))
  }

  /// Nouns for what is written or held to say something.
  private static let occasions: Set<String> = [
    "address", "advertisement", "article", "blog", "briefing", "broadcast", "column", "comment",
    "conference", "debate", "editorial", "email", "e-mail", "filing", "hearing", "interview",
    "letter", "memo", "memorandum", "message", "note", "op-ed", "podcast", "post", "rally",
    "release", "remark", "reporter", "speech", "statement", "testimony", "tweet", "video",
  ]

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
