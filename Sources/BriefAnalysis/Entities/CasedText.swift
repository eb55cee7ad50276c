import BriefSource
import BriefText

/// The tokens of a briefing with what their capitals mean where they stand.
struct CasedText {
  /// How the words of a sentence use capitals.
  enum Casing: UInt8 {
    /// As running text does: names and the first word.
    case ordinary
    /// As a headline may: every word of weight.
    case title
    /// Throughout.
    case capitals
  }

  let source: Source
  let tokens: Tokens
  let vocabulary: Vocabulary
  let sentences: Sentences
  /// What is known of each form, by the position of its identifier.
  let facts: [WordFacts]
  /// The casing of the sentence each token stands in.
  private(set) var casing: [Casing]
  /// Whether each token begins a sentence, a quotation or what follows a colon.
  private(set) var isInitial: [Bool]
  /// The number of the sentence of each token.
  private(set) var sentence: [Int32]
  /// How often each word has a capital where ordinary words have none, by its form without case.
  private(set) var capitalUses: [Int32]
  /// How often each word is written small, by its form without case.
  private(set) var smallUses: [Int32]

  /// Reads the capitals of `document`. Linear in the number of tokens.
  init(_ document: Document) {
    source = document.source
    tokens = document.tokens
    sentences = document.sentences
    vocabulary = document.vocabulary
    facts = vocabulary.flags { WordFacts($0) }
    casing = Array(repeating: .ordinary, count: tokens.count)
    isInitial = Array(repeating: false, count: tokens.count)
    sentence = Array(repeating: 0, count: tokens.count)
    capitalUses = Array(repeating: 0, count: vocabulary.count)
    smallUses = Array(repeating: 0, count: vocabulary.count)
    for index in 0..<sentences.count { read(sentence: index) }
  }

  /// What is known of the token at `index`.
  func facts(_ index: Int) -> WordFacts { facts[Int(tokens.forms[index].index)] }

  /// The form of the token at `index`.
  func form(_ index: Int) -> String { vocabulary[tokens.forms[index]] }

  /// The form of the token at `index` without case.
  func lower(_ index: Int) -> String { vocabulary[tokens.lowers[index]] }

  /// Whether the token at `index` is a hyphen with no white space on either side.
  func isJoiningHyphen(_ index: Int) -> Bool {
    guard index > 0, index + 1 < tokens.count, tokens.kinds[index] == .punctuation,
      !tokens.hasSpaceBefore(index), !tokens.hasSpaceBefore(index + 1)
    else { return false }
    let form = form(index)
    return form == "-" || form == "\u{2010}" || form == "\u{2011}" || form == "\u{2013}"
  }

  /// The evidence of the text itself that the word at `index` is a name: uses with a capital where
  /// only names have one, and uses without.
  func uses(_ index: Int) -> (capital: Int, small: Int) {
    let lower = Int(tokens.lowers[index].index)
    return (Int(capitalUses[lower]), Int(smallUses[lower]))
  }

  private mutating func read(sentence index: Int) {
    let range = sentences[index]
    let casing = casing(of: range)
    var opens = true
    for token in range {
      sentence[token] = Int32(truncatingIfNeeded: index)
      self.casing[token] = casing
      switch tokens.kinds[token] {
      case .word, .number:
        isInitial[token] = opens
        count(token, casing: casing)
        opens = false
      case .quotationMark: opens = opens || isOpening(token)
      case .punctuation:
        let form = form(token)
        if form == ":" || form == "(" || form == "[" || form == "…" { opens = true }
      case .symbol: break
      }
    }
  }

  /// Whether the quotation mark at `token` opens: white space before it and none after it.
  private func isOpening(_ token: Int) -> Bool {
    (token == 0 || tokens.hasSpaceBefore(token))
      && (token + 1 >= tokens.count || !tokens.hasSpaceBefore(token + 1))
  }

  private mutating func count(_ token: Int, casing: Casing) {
    guard casing == .ordinary else { return }
    let facts = facts(token)
    let lower = Int(tokens.lowers[token].index)
    if facts.shape == .small {
      smallUses[lower] += 1
    } else if facts.beginsCapital, !isInitial[token] {
      capitalUses[lower] += 1
    }
  }

  private func casing(of range: Range<Int>) -> Casing {
    var words = 0
    var inCapitals = 0
    var long = 0
    var weighty = 0
    var capitalised = 0
    var isFirst = true
    for token in range where tokens.kinds[token] == .word {
      let facts = facts(token)
      guard facts.shape != .none, facts.shape != .initial else { continue }
      words += 1
      if facts.shape == .capitals {
        inCapitals += 1
        if facts.folded.utf8.count > 4 { long += 1 }
      }
      if !isFirst, !facts.kinds.contains(.function), facts.folded.utf8.count > 2 {
        weighty += 1
        if facts.beginsCapital { capitalised += 1 }
      }
      isFirst = false
    }
    if words > 0, inCapitals * 10 >= words * 9, long > 0 { return .capitals }
    guard let last = range.last, weighty > 0 else { return .ordinary }
    let ends = form(last) == "." ? 95 : 75
    return capitalised * 100 >= weighty * ends && (weighty > 1 || words > 2) ? .title : .ordinary
  }
}
