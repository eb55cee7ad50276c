import BriefAnalysis
import BriefScript
import BriefSource
import BriefText

extension QuizBuilder {
  /// Direct, mixed or indirect?
  mutating func formQuestions() -> [QuizQuestion] {
    let quotes = briefing.quotes
    let outer = quotes.enclosingQuotes()
    var questions: [QuizQuestion] = []
    for (number, quote) in quotes.enumerated()
    where outer[number] == nil && quote.isInBody && quote.rule != .turn {
      guard let cue = quote.cue, isSpeech(cue), quote.speaker != nil,
        let sentence = sentenceAlone(of: quote), sentence.contains(cue.range),
        isPlain(quote, in: sentence)
      else { continue }
      let kinds = Quote.Kind.allCases.map(\.rawValue)
      guard let key = kinds.firstIndex(of: quote.kind.rawValue) else { continue }
      questions.append(
        QuizQuestion(
          kind: .form, briefing: briefing,
          question: "Is what is said here given in direct, mixed or indirect speech?",
          text: line(sentence), options: kinds, key: key,
          explanation: Self.formExplanation(row(quote)), range: sentence))
    }
    return questions
  }

  /// Whether the cue says that somebody speaks, and not that somebody thinks or something shows.
  private func isSpeech(_ cue: Quote.Cue) -> Bool {
    guard let sense = cue.sense else { return false }
    return sense.class != .belief && sense.class != .showing
  }

  /// Whether the marks alone show the kind, so that nobody can see it otherwise.
  private func isPlain(_ quote: Quote, in sentence: TextRange) -> Bool {
    let text = source[sentence]
    let marks = text.count { "“”\"«»„‘".contains($0) }
    switch quote.kind {
    case .indirect:
      // A clause with its "that", or what stands beside "according to": nothing else is plain.
      guard let start = quote.statement.first, let token = briefing.token(at: start.start) else {
        return false
      }
      return marks == 0 && quote.confidence.value >= 0.8 && quote.speaker?.entity != nil
        && (quote.rule == .reportedAccording || document.lower(token) == "that")
        && briefing.wordCount(in: quote.range) >= 4
    case .mixed:
      // A part in marks, in the midst of a clause that goes on without them.
      guard marks == 2, quote.confidence.value >= 0.8, quote.parts.count == 1,
        let first = source[quote.range].dropFirst().first, first.isLowercase
      else { return false }
      let words = briefing.wordCount(in: quote.range)
      let statement = quote.statement.reduce(0) { $0 + briefing.wordCount(in: $1) }
      return words >= 2 && statement >= words + 3
    case .direct:
      guard quote.confidence.value >= Self.bound, marks == 2 * quote.parts.count,
        let first = source[quote.range].dropFirst().first, first.isUppercase
      else { return false }
      return briefing.wordCount(in: quote.range) >= 4
    }
  }

  private static func formExplanation(_ row: QuoteRow) -> Explanation {
    let reason =
      switch row.quote.kind {
      case .direct: "The whole statement stands in quotation marks: direct."
      case .mixed: "Part of the statement stands in quotation marks: mixed."
      case .indirect: "The statement is reported without quotation marks: indirect."
      }
    let why = QuoteRows.explanation(row)
    return Explanation(
      title: reason, steps: why.steps, evidence: why.evidence, source: why.source)
  }
}
