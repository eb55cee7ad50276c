import BriefSource

/// Splits the tokens of a text into sentences.
///
/// A block, and a boundary given with the text, always ends a sentence. Inside, a mark that can end
/// one does so unless what follows shows that the sentence goes on. Marks that close stay with the
/// sentence before them. Linear in the number of tokens.
struct SentenceSplitter {
  private let tokens: Tokens
  private let vocabulary: Vocabulary
  /// The traits of each form of the vocabulary.
  private let traits: [SentenceTraits]
  private var bounds: [Int] = [0]

  /// The sentences.
  ///
  /// Linear in the number of tokens, with a look-up of lists for each form.
  static func sentences(
    of tokens: Tokens, vocabulary: Vocabulary, layout: Layout, boundaries: [Int]
  ) -> Sentences {
    let classes = WordClasses.embedded
    var splitter = SentenceSplitter(
      tokens: tokens, vocabulary: vocabulary,
      traits: vocabulary.traits { SentenceTraits($0, from: $1, to: $2, classes: classes) })
    splitter.split(layout: layout, boundaries: boundaries)
    var sentences = Sentences()
    sentences.bounds = splitter.bounds
    return sentences
  }

  /// Present and past forms of verbs that may stand beside a quotation.
  private static let cueForms: FormTable = {
    var forms = FormTable(capacity: 1024)
    var rows = LexiconReader(.cues)
    while rows.advance() {
      guard rows.count > 8, rows.holds(1, "verb"), rows.holds(5, "q") else { continue }
      for column in 6...8 {
        rows.forEachPart(of: column, separator: "/") { part in
          forms.update(rows.bytes(part)) { _ in 1 }
        }
      }
    }
    return forms
  }()

  private init(tokens: Tokens, vocabulary: Vocabulary, traits: [SentenceTraits]) {
    self.tokens = tokens
    self.vocabulary = vocabulary
    self.traits = traits
  }

  // MARK: - Stretches

  /// Splits each stretch between hard breaks by itself.
  private mutating func split(layout: Layout, boundaries: [Int]) {
    var start = 0
    var boundary = 0
    for block in layout.blocks {
      let end = index(from: start, reaching: block.range.end)
      let content = index(from: start, reaching: block.contentStart)
      // A line drawn under a heading is no part of what the heading says.
      var breaks = [index(from: start, reaching: block.contentEnd)]
      while boundary < boundaries.count, boundaries[boundary] < block.range.end {
        breaks.append(index(from: start, reaching: boundaries[boundary]))
        boundary += 1
      }
      var first = start
      var words = content
      for stop in breaks.sorted() + [end] where stop > first {
        splitStretch(first..<stop, words: max(words, first))
        (first, words) = (stop, stop)
      }
      start = end
    }
    if start < tokens.count { splitStretch(start..<tokens.count, words: start) }
  }

  /// The first token at or after `start` that begins at `offset` or after it.
  private func index(from start: Int, reaching offset: Int) -> Int {
    // Blocks are short; a search from where the last one ended is a walk over its tokens.
    var low = start
    var step = 16
    while low + step < tokens.count, Int(tokens.starts[low + step]) < offset {
      low += step
      step *= 2
    }
    var high = min(low + step, tokens.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(tokens.starts[middle]) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Splits the tokens of `stretch`, in which no sentence ends before `words`.
  private mutating func splitStretch(_ stretch: Range<Int>, words: Int) {
    var index = words
    var quoted = Quoted.no
    while index < stretch.upperBound {
      let trait = traits(index)
      if trait.contains(.quotation) { quoted = state(after: index, in: stretch, quoted: quoted) }
      guard !trait.isDisjoint(with: [.terminal, .abbreviation, .face]) else {
        index += 1
        continue
      }
      let last = endOfMarks(index, in: stretch, quoted: &quoted)
      if last + 1 < stretch.upperBound, ends(index, last, in: stretch, quoted: quoted) {
        bounds.append(last + 1)
      }
      index = last + 1
    }
    bounds.append(stretch.upperBound)
  }

  // MARK: - Marks

  private func traits(_ index: Int) -> SentenceTraits { traits[Int(tokens.forms[index].index)] }

  /// Whether a quotation is open, and with which kind of marks.
  private enum Quoted { case no, single, double }

  /// What holds after the quotation mark at `index`.
  private func state(after index: Int, in stretch: Range<Int>, quoted: Quoted) -> Quoted {
    let isSingle = traits(index).contains(.single)
    // An apostrophe after a plural does not close what a double mark opened.
    if isSingle, quoted == .double { return quoted }
    guard opens(index, in: stretch, quoted: quoted) else { return .no }
    return isSingle ? .single : .double
  }

  /// Whether the quotation mark at `index` opens; of a straight one its spaces tell, if they can.
  private func opens(_ index: Int, in stretch: Range<Int>, quoted: Quoted) -> Bool {
    let trait = traits(index)
    if trait.contains(.opener) { return true }
    if trait.contains(.closer) { return false }
    let before = index > stretch.lowerBound && !tokens.hasSpaceBefore(index)
    let after = index + 1 < stretch.upperBound && !tokens.hasSpaceBefore(index + 1)
    return before == after ? quoted == .no : after
  }

  /// The last of the marks that go with the terminal at `index`: further ones, closing ones, and
  /// the number of a note in brackets.
  private func endOfMarks(_ index: Int, in stretch: Range<Int>, quoted: inout Quoted) -> Int {
    var last = index
    while last + 1 < stretch.upperBound {
      let next = last + 1
      let trait = traits(next)
      if trait.contains(.terminal), !tokens.hasSpaceBefore(next) || traits(last).contains(.terminal)
      {
        last = next
      } else if trait.contains(.closer) {
        if trait.contains(.quotation) { quoted = state(after: next, in: stretch, quoted: quoted) }
        last = next
      } else if trait.contains(.straight),
        !opens(next, in: stretch, quoted: quoted)
      {
        quoted = state(after: next, in: stretch, quoted: quoted)
        last = next
      } else if trait.contains(.face) {
        last = next
      } else if let note = noteEnd(next, in: stretch) {
        last = note
      } else {
        break
      }
    }
    return last
  }

  /// The last token of a note's number in brackets after a sentence: `. [12]`.
  private func noteEnd(_ index: Int, in stretch: Range<Int>) -> Int? {
    guard index + 2 < stretch.upperBound, traits(index).contains(.opener),
      !traits(index).contains(.quotation),
      traits(index + 1).contains(.digit), traits(index + 2).contains(.closer),
      !tokens.hasSpaceBefore(index + 1), !tokens.hasSpaceBefore(index + 2)
    else { return nil }
    return index + 2
  }

  // MARK: - Ends

  /// Whether a sentence ends with the terminal at `index` and the marks up to `last`.
  private func ends(_ index: Int, _ last: Int, in stretch: Range<Int>, quoted: Quoted) -> Bool {
    let terminal = traits(index)
    let next = traits(firstWord(after: last, in: stretch))
    if terminal.contains(.abbreviation), !hasTerminal(index + 1, last) {
      return endsAbbreviation(terminal, before: next) && closesQuotationOnly(index + 1, last)
    }
    let closesQuotation = (index..<last).contains { traits($0 + 1).contains(.quotation) }
    if closesQuotation, next.contains(.lowerCase) { return false }
    if closesQuotation, !isFullStop(index, last), isAttributed(last + 1, in: stretch) {
      return false
    }
    if terminal.contains(.face) { return next.contains(.upperCase) }
    if isEnumerator(index, from: stretch.lowerBound) { return false }
    if (index...last).allSatisfy({
      traits($0).contains(.ellipsis) || !traits($0).contains(.terminal)
    }) {
      return !next.contains(.lowerCase) && !(quoted != .no && tokens.hasSpaceBefore(index))
    }
    if !tokens.hasSpaceBefore(last + 1), !next.contains(.upperCase) { return false }
    return true
  }

  /// Whether the stop at `index` follows a number of a list that begins a sentence, `2 .`.
  private func isEnumerator(_ index: Int, from start: Int) -> Bool {
    let first = max(start, bounds.last ?? 0)
    return index == first + 1 && tokens.kinds[first] == .number
      && tokens.range(first).count <= 3 && traits(index) == .terminal
  }

  private func hasTerminal(_ first: Int, _ last: Int) -> Bool {
    first <= last && (first...last).contains { traits($0).contains(.terminal) }
  }

  /// Whether no bracket is among the closing marks: one inside a sentence may end with any word.
  private func closesQuotationOnly(_ first: Int, _ last: Int) -> Bool {
    first > last || (first...last).allSatisfy { traits($0).contains(.quotation) }
  }

  private func isFullStop(_ index: Int, _ last: Int) -> Bool {
    (index...last).allSatisfy {
      !traits($0).contains(.exclaims) && !traits($0).contains(.ellipsis)
    }
  }

  /// The first token after `last` that is no mark that opens.
  private func firstWord(after last: Int, in stretch: Range<Int>) -> Int {
    var index = last + 1
    while index + 1 < stretch.upperBound,
      !traits(index).isDisjoint(with: [.opener, .straight])
    {
      index += 1
    }
    return index
  }

  private func endsAbbreviation(
    _ abbreviation: SentenceTraits, before next: SentenceTraits
  ) -> Bool {
    if abbreviation.contains(.binds) { return false }
    return next.contains(.starter) && next.contains(.upperCase)
  }

  /// Whether a name or pronoun and a verb of speaking follow at `index`, as in `“Really?” Khan asked.`.
  private func isAttributed(_ index: Int, in stretch: Range<Int>) -> Bool {
    for word in index..<min(index + 5, stretch.upperBound) {
      let trait = traits(word)
      if word > index, Self.cueForms[vocabulary[tokens.forms[word]]] != nil { return true }
      guard trait.contains(.upperCase) || word > index, trait.isDisjoint(with: .mark) else {
        return false
      }
    }
    return false
  }
}
