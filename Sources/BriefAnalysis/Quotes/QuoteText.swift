import BriefSource
import BriefText

/// A document as the rules for quotations read it: tokens with their word classes, the marked
/// stretch and the block each stands in, and the clauses between.
struct QuoteText {
  let source: Source
  let tokens: Tokens
  let vocabulary: Vocabulary
  let structure: Structure
  let entities: Entities
  /// The stretches in quotation marks, in text order.
  let stretches: [QuotedStretch]
  /// The tokens of each stretch, marks included.
  let stretchTokens: [Range<Int>]
  /// The stretch that holds each token, or -1.
  let stretchOf: [Int32]
  /// The trees.
  let tree: ClauseTree
  /// Whether each token is a verb that reports speech more often than not when a clause follows.
  let isReporting: [Bool]
  /// For each token the first at or after it that may begin content: a word, or what stands in
  /// marks; and the last at or before it.
  private let nextInner: [Int32]
  private let previousInner: [Int32]
  /// For each token the first at or after it in marks.
  private let nextMarked: [Int32]
  /// For each token the first place after it where what somebody says ends although its sentence
  /// goes on.
  private let nextTurning: [Int32]
  /// The tokens of the words of each block.
  let blockTokens: [Range<Int>]
  /// The first tokens of the sentences outside of quotations, and the number of tokens at the end.
  let frames: [Int]
  /// The number of words before each token, and of those among them that stand in marks.
  private let wordsBefore: [Int32]
  private let quotedBefore: [Int32]
  /// The classes of each form, by ``WordID/index``.
  private let classTable: [WordClass]
  /// The verb of each form, by ``WordID/index``; -1 for none.
  private let verbTable: [Int16]
  private let verbForms: [CueLexicon.Forms]

  /// Reads the marks of every block and classifies every form once.
  init(
    _ document: Document, structure: Structure, entities: Entities, marks: QuotationMarks
  ) {
    source = document.source
    let tokens = document.tokens
    self.tokens = tokens
    vocabulary = document.vocabulary
    self.structure = structure
    self.entities = entities
    stretches = marks.stretches
    let tree = ClauseTree(document)
    self.tree = tree
    let counts = ConstructionCounts.shared
    isReporting = (0..<tokens.count).map {
      tree.parts[$0] == .verb && counts.reports(tree.lemma($0))
    }
    var table: [WordClass] = []
    var verbs: [Int16] = []
    var forms: [CueLexicon.Forms] = []
    let lexicon = CueLexicon.shared
    for index in 0..<document.vocabulary.count {
      let word = document.vocabulary[WordID(index)]
      var classes = WordClass.classes(of: word)
      if let verb = lexicon.verb(word) {
        classes.insert(.cue)
        verbs.append(Int16(verb.entry))
        forms.append(verb.forms)
      } else {
        verbs.append(-1)
        forms.append([])
      }
      table.append(classes)
    }
    classTable = table
    verbTable = verbs
    verbForms = forms

    // Both stretches and blocks ascend, so one walk over the tokens places them all.
    var stretchOf = [Int32](repeating: -1, count: tokens.count)
    var stretchTokens: [Range<Int>] = []
    var token = 0
    for (number, stretch) in marks.stretches.enumerated() {
      while token < tokens.count, Int(tokens.ends[token]) <= stretch.range.start { token += 1 }
      let first = token
      while token < tokens.count, Int(tokens.starts[token]) < stretch.range.end {
        stretchOf[token] = Int32(number)
        token += 1
      }
      stretchTokens.append(first..<token)
    }
    self.stretchOf = stretchOf
    var wordsBefore: [Int32] = [0]
    var quotedBefore: [Int32] = [0]
    for index in 0..<tokens.count {
      let word = Int(tokens.lowers[index].index)
      let classes = word < table.count ? table[word] : []
      let isWord =
        (tokens.kinds[index] == .word || tokens.kinds[index] == .number)
        && classes.isDisjoint(with: [.punctuation, .genitive])
      wordsBefore.append(wordsBefore[index] + (isWord ? 1 : 0))
      quotedBefore.append(quotedBefore[index] + (isWord && stretchOf[index] >= 0 ? 1 : 0))
    }
    var nextInner = [Int32](repeating: Int32(tokens.count), count: tokens.count + 1)
    var previousInner = [Int32](repeating: -1, count: tokens.count + 1)
    for index in (0..<tokens.count).reversed() {
      let isInner = wordsBefore[index + 1] > wordsBefore[index] || stretchOf[index] >= 0
      nextInner[index] = isInner ? Int32(index) : nextInner[index + 1]
    }
    for index in 0..<tokens.count {
      let isInner =
        tokens.kinds[index] == .word || tokens.kinds[index] == .number || stretchOf[index] >= 0
      previousInner[index] = isInner ? Int32(index) : index > 0 ? previousInner[index - 1] : -1
    }
    var nextMarked = [Int32](repeating: Int32(tokens.count), count: tokens.count + 1)
    for index in (0..<tokens.count).reversed() {
      nextMarked[index] = stretchOf[index] >= 0 ? Int32(index) : nextMarked[index + 1]
    }
    self.nextMarked = nextMarked
    self.nextInner = nextInner
    self.previousInner = previousInner
    self.wordsBefore = wordsBefore
    self.quotedBefore = quotedBefore
    self.stretchTokens = stretchTokens
    var blockTokens: [Range<Int>] = []
    token = 0
    for block in structure.blocks {
      while token < tokens.count, Int(tokens.ends[token]) <= block.content.start { token += 1 }
      let first = token
      while token < tokens.count, Int(tokens.starts[token]) < block.content.end { token += 1 }
      blockTokens.append(first..<token)
    }
    self.blockTokens = blockTokens
    var frames: [Int] = []
    for bound in document.sentences.bounds {
      if bound > 0, bound < tokens.count {
        let stretch = stretchOf[bound]
        if stretch >= 0, stretch == stretchOf[bound - 1] { continue }
      }
      frames.append(bound)
    }
    self.frames = frames
    let reader = TurningReader(
      tokens: tokens, tree: tree, isReporting: isReporting, stretchOf: stretchOf,
      stretchTokens: stretchTokens,
      classes: { token in
        let word = Int(tokens.lowers[token].index)
        return word < table.count ? table[word] : []
      })
    nextTurning = reader.next()
  }

  /// The first place behind the token at `index` where what somebody says ends although the
  /// sentence goes on: before ", adding that …" and the like. Constant time.
  func turning(after index: Int) -> Int { Int(nextTurning[min(index + 1, tokens.count)]) }

  /// The classes of the token at `index`; none beyond the ends.
  func classes(_ index: Int) -> WordClass {
    guard index >= 0, index < tokens.count else { return [] }
    let word = Int(tokens.lowers[index].index)
    guard word < classTable.count else { return [] }
    // A hyphen inside a word is no dash.
    if classTable[word].contains(.dash), index > 0, index + 1 < tokens.count,
      !tokens.hasSpaceBefore(index), !tokens.hasSpaceBefore(index + 1),
      tokens.range(index).count == 1
    {
      return .hyphen
    }
    return classTable[word]
  }

  /// Whether the token at `index` has any of `classes`.
  func has(_ index: Int, _ classes: WordClass) -> Bool {
    !self.classes(index).isDisjoint(with: classes)
  }

  /// The verb of speech at `index`, or `nil`.
  func verb(_ index: Int) -> (entry: Int, forms: CueLexicon.Forms)? {
    guard index >= 0, index < tokens.count else { return nil }
    let word = Int(tokens.lowers[index].index)
    guard word < verbTable.count, verbTable[word] >= 0 else { return nil }
    return (Int(verbTable[word]), verbForms[word])
  }

  /// Whether the token at `index` begins with a capital letter.
  func isCapitalised(_ index: Int) -> Bool {
    guard index >= 0, index < tokens.count else { return false }
    let start = Int(tokens.starts[index])
    let byte = source.bytes[start]
    if byte < 0x80 { return (0x41...0x5A).contains(byte) }
    let (scalar, _) = LineShape.scalar(source.bytes, start, Int(tokens.ends[index]))
    return LineShape.letterCase(scalar) == .upper
  }

  /// Whether the token at `index` is a word or a number.
  func isWord(_ index: Int) -> Bool {
    guard index >= 0, index < tokens.count else { return false }
    return (tokens.kinds[index] == .word || tokens.kinds[index] == .number)
      && !has(index, .punctuation)
  }

  /// The number of words in `range`, and of those that stand in marks; clitics are no words.
  ///
  /// Constant time.
  func wordCounts(_ range: Range<Int>) -> (all: Int, quoted: Int) {
    (
      Int(wordsBefore[range.upperBound] - wordsBefore[range.lowerBound]),
      Int(quotedBefore[range.upperBound] - quotedBefore[range.lowerBound])
    )
  }

  /// `range` without punctuation outside of quotations at its ends. Constant time.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return range }
    let first = Int(nextInner[range.lowerBound])
    let last = Int(previousInner[range.upperBound - 1]) + 1
    return first < last && first < range.upperBound
      ? first..<last : range.lowerBound..<range.lowerBound
  }

  /// The first token after `index` that stands in marks, or the number of tokens.
  func nextQuoted(after index: Int) -> Int { Int(nextMarked[min(index + 1, tokens.count)]) }

  /// Whether the token at `index` stands outside of every marked stretch.
  func isOutside(_ index: Int) -> Bool {
    index >= 0 && index < tokens.count && stretchOf[index] < 0
  }

  /// Whether the noun phrase `subject` may be somebody who speaks: a person, a body, a state, or a
  /// noun for one.
  func maySpeak(_ subject: Range<Int>) -> Bool {
    guard let head = subject.last else { return false }
    if has(head, [.speaker, .pronoun]) { return !has(head, .impersonal) }
    guard let mention = entities.mention(holding: head) else { return false }
    switch entities[mention.entity].type {
    case .person, .organisation, .place, .group: return true
    default: return false
    }
  }

  /// The tokens of the sentence, outside of quotations, that holds `token`.
  func frame(holding token: Int) -> Range<Int> {
    var low = 0
    var high = frames.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if frames[middle] <= token { low = middle } else { high = middle }
    }
    guard low + 1 < frames.count else { return token..<token }
    return frames[low]..<frames[low + 1]
  }

  /// The form of the token at `index` without case.
  func lower(_ index: Int) -> String {
    index >= 0 && index < tokens.count ? vocabulary[tokens.lowers[index]] : ""
  }

  /// The text of a range of tokens.
  func words(_ indices: Range<Int>) -> String {
    indices.isEmpty ? "" : source[tokens.range(indices)]
  }
}
