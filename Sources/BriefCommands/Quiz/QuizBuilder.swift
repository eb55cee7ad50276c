import BriefAnalysis
import BriefScript
import BriefSource
import BriefText

/// Makes the questions that a briefing gives, from answers the program is sure of.
struct QuizBuilder {
  /// The least confidence in an answer that becomes a key.
  static let bound = 0.9

  let briefing: Briefing
  /// Other briefings, from which words that are not in this one are taken.
  let others: [Briefing]
  var random: SplitMix64

  init(_ briefing: Briefing, others: [Briefing], seed: Int) {
    self.briefing = briefing
    self.others = others
    // The text's own hash begins the order, so that the same text gives it everywhere.
    let digest = SHA256.Digest(of: briefing.source.bytes).description.prefix(16)
    let start = UInt64(digest, radix: 16) ?? 0
    random = SplitMix64(seed: start ^ UInt64(bitPattern: Int64(seed)))
  }

  /// The questions of `kind` in an order that the text and the seed decide.
  ///
  /// Linear in the number of quotations, times that of the words in their sentences.
  mutating func questions(of kind: QuizQuestion.Kind) -> [QuizQuestion] {
    let questions =
      switch kind {
      case .speaker: speakerQuestions()
      case .form: formQuestions()
      case .cue: cueQuestions()
      case .present: presenceQuestions()
      }
    return random.shuffled(questions)
  }

  var source: Source { briefing.source }
  var document: Document { briefing.document }

  /// A piece of the text on one line.
  func line(_ range: TextRange) -> String { Self.line(source[range]) }

  /// `text` on one line.
  static func line(_ text: String) -> String {
    text.split { $0.isWhitespace }.joined(separator: " ")
  }

  /// The quotations of the body whose speaker is sure, each outside of what others say.
  var sureQuotes: [Quote] {
    let quotes = briefing.quotes
    let outer = quotes.enclosingQuotes()
    return quotes.indices.filter { outer[$0] == nil && isSure(quotes[$0]) }.map { quotes[$0] }
  }

  private func isSure(_ quote: Quote) -> Bool {
    guard quote.isInBody, !quote.rule.namesNobody, quote.speaker != nil else { return false }
    if quote.correction != nil { return true }
    return quote.confidence.value >= Self.bound
      && (quote.rule == .turn ? isLabelled(quote.speaker) : isNamed(quote.speaker))
  }

  /// Whether the speaker is named where the text says who speaks, or a pronoun leaves no doubt.
  func isNamed(_ speaker: Quote.Speaker?) -> Bool {
    guard let speaker, let token = briefing.token(at: speaker.mention.start),
      let mention = briefing.entities.mention(holding: token)
    else { return false }
    return mention.kind == .name || mention.confidence.value >= Self.bound
  }

  /// Whether the label of a turn has a word of the speaker's name; one that only gives an office may
  /// mean somebody else.
  private func isLabelled(_ speaker: Quote.Speaker?) -> Bool {
    guard let speaker else { return false }
    func words(of text: String) -> [String] {
      text.lowercased().split { !$0.isLetter }.filter { $0.count > 2 }.map(String.init)
    }
    let name = Set(words(of: speaker.name))
    return words(of: source[speaker.mention]).contains { name.contains($0) }
  }

  /// The sentences that the bytes of `range` touch.
  func sentences(of range: TextRange) -> TextRange? {
    let tokens = document.tokens.indices(in: range)
    guard let first = tokens.first, let last = tokens.last else { return nil }
    let from = document.sentences[document.sentences.index(holding: first)].lowerBound
    let to = document.sentences[document.sentences.index(holding: last)].upperBound
    return document.tokens.range(from..<to)
  }

  /// The sentence of a quotation when nothing else in it is said by anybody; `nil` otherwise.
  func sentenceAlone(of quote: Quote) -> TextRange? {
    let whole = quote.statement.reduce(quote.range) { $0.union($1) }
    guard let sentence = sentences(of: quote.cue.map { whole.union($0.range) } ?? whole),
      (6...60).contains(briefing.wordCount(in: sentence)),
      let block = briefing.structure.block(at: sentence.start),
      briefing.structure.blocks[block].range.contains(sentence)
    else { return nil }
    let told = (briefing.quotes + briefing.nestedQuotes).filter { $0.range.overlaps(sentence) }
    return told.allSatisfy { $0.range == quote.range } ? sentence : nil
  }

  /// `key` among `distractors` in an order of chance, and its place.
  mutating func mixed(_ key: String, with distractors: [String]) -> ([String], Int) {
    var options = distractors
    let place = random.below(options.count + 1)
    options.insert(key, at: place)
    return (options, place)
  }

  func row(_ quote: Quote) -> QuoteRow { QuoteRow(briefing: briefing, quote: quote) }
}
