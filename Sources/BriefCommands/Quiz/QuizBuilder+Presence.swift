import BriefAnalysis
import BriefScript
import BriefSource
import BriefText

extension QuizBuilder {
  /// Is this in the text? As many lines as they stand there as lines that were changed.
  mutating func presenceQuestions() -> [QuizQuestion] {
    var altered: [QuizQuestion] = []
    // Negations are many and easy to hear, so they come last in each round.
    let kinds = [
      changedSpeakers(), changedNumbers(), quotationsFromElsewhere(), changedNegations(),
    ].map { random.shuffled($0) }
    for index in 0..<(kinds.map(\.count).max() ?? 0) {
      altered += kinds.compactMap { index < $0.count ? $0[index] : nil }
    }
    let changed = Set(altered.map(\.range))
    let plain = random.shuffled(bodySentences().filter { !changed.contains($0) })
    var questions: [QuizQuestion] = []
    for number in 0..<max(altered.count, plain.count) {
      if number < plain.count, number <= altered.count + 1 {
        questions.append(truth(plain[number]))
      }
      if number < altered.count { questions.append(altered[number]) }
    }
    return questions
  }

  /// Sentences of the body that can stand alone.
  private func bodySentences() -> [TextRange] {
    (0..<document.sentences.count).compactMap { number in
      let range = document.tokens.range(document.sentences[number])
      guard let block = briefing.structure.block(at: range.start),
        briefing.structure.blocks[block].kind == .paragraph,
        (8...40).contains(briefing.wordCount(in: range)), source[range].last == "."
      else { return nil }
      return range
    }
  }

  private func truth(_ range: TextRange) -> QuizQuestion {
    presence(
      line(range), true, range, "It stands in the text as it is.",
      [SourceExcerpt.Mark(range, "here", role: .quote)])
  }

  private func presence(
    _ text: String, _ isThere: Bool, _ range: TextRange, _ reason: String,
    _ evidence: [SourceExcerpt.Mark]
  ) -> QuizQuestion {
    QuizQuestion(
      kind: .present, briefing: briefing, question: "Does the text say this?", text: text,
      options: ["yes", "no"], key: isThere ? 0 : 1,
      explanation: Explanation(title: reason, steps: [], evidence: evidence, source: source),
      range: range)
  }

  /// A line that was changed; nothing when the text happens to say it too.
  private func alteration(
    _ sentence: TextRange, replacing range: TextRange, by words: String, _ what: String
  ) -> QuizQuestion? {
    let before = source[TextRange(sentence.start, range.start)]
    let after = source[TextRange(range.end, sentence.end)]
    let text = Self.line(before + words + after)
    guard !Self.line(source[source.range]).contains(text) else { return nil }
    return presence(
      text, false, sentence, "\(what) was changed; this is what the text has:",
      [SourceExcerpt.Mark(sentence, role: .quote), SourceExcerpt.Mark(range, what.lowercased())])
  }

  // MARK: What is changed

  private mutating func changedNumbers() -> [QuizQuestion] {
    var questions: [QuizQuestion] = []
    for sentence in bodySentences() {
      let numbers = document.tokens.indices(in: sentence).filter { token in
        document.tokens.kinds[token] == .number
          && document.form(token).allSatisfy { $0.isASCII && $0.isNumber }
      }
      guard let token = numbers.first, let value = Int(document.form(token)), value > 0,
        value < 1_000_000
      else { continue }
      // A year stays a year, and a day of a month stays one.
      let step = 1 + random.below(value < 10 ? 3 : 9)
      let other = value > step + 1 && value <= 31 && value + step > 28 ? value - step : value + step
      if let question = alteration(
        sentence, replacing: document.tokens.range(token), by: "\(other)", "A number")
      {
        questions.append(question)
      }
    }
    return questions
  }

  private func changedNegations() -> [QuizQuestion] {
    let positive: Set = [
      "will", "would", "should", "must", "has", "had", "was", "were", "is", "are",
    ]
    return bodySentences().compactMap { sentence in
      let tokens = document.tokens.indices(in: sentence)
      if let token = tokens.first(where: { document.lower($0) == "not" }) {
        // The word and the space before it go.
        let range = document.tokens.range(token)
        guard document.tokens.hasSpaceBefore(token), token > tokens.lowerBound,
          document.lower(token + 1) != "only"
        else { return nil }
        let start = document.tokens.range(token - 1).end
        return alteration(
          sentence, replacing: TextRange(start, range.end), by: "", "A negation")
      }
      guard
        let token = tokens.first(where: { token in
          positive.contains(document.lower(token)) && token > tokens.lowerBound
            && token + 1 < tokens.upperBound && canBeNegated(token)
        })
      else { return nil }
      let end = document.tokens.range(token).end
      return alteration(sentence, replacing: TextRange(end, end), by: " not", "A negation")
    }
  }

  /// Whether "not" makes a sentence of sense after the auxiliary: before a verb or an adjective.
  private func canBeNegated(_ token: Int) -> Bool {
    guard let tags = document.tags, tags.universal(token) == .auxiliary else { return false }
    let next = tags.universal(token + 1)
    return next == .verb || next == .adjective || document.lower(token + 1) == "be"
  }

  private mutating func changedSpeakers() -> [QuizQuestion] {
    var questions: [QuizQuestion] = []
    let entities = briefing.entities
    for quote in sureQuotes where quote.kind != .indirect {
      guard let speaker = quote.speaker, let entity = speaker.entity,
        entities[entity].type == .person, let sentence = sentenceAlone(of: quote),
        sentence.contains(speaker.mention),
        // A name, and no pronoun or noun, can be exchanged for a name.
        let token = briefing.token(at: speaker.mention.start),
        entities.mention(holding: token)?.kind == .name
      else { continue }
      let words = Set(entities[entity].name.lowercased().split(separator: " "))
      let others = entities.all.filter { other in
        other.type == .person && other.id != entity
          && words.isDisjoint(with: other.name.lowercased().split(separator: " "))
          && !entities.mentions(within: sentence).contains { $0.entity == other.id }
      }
      guard !others.isEmpty else { continue }
      let other = others[random.below(others.count)].name
      if let question = alteration(
        sentence, replacing: speaker.mention, by: other, "The speaker")
      {
        questions.append(question)
      }
    }
    return questions
  }

  /// Quotations of other briefings, which this one does not hold.
  private mutating func quotationsFromElsewhere() -> [QuizQuestion] {
    let own = Self.line(source[source.range])
    var questions: [QuizQuestion] = []
    for other in others {
      let quotes = other.quotes.filter { quote in
        quote.isInBody && quote.kind == .direct && quote.rule != .turn
          && (6...40).contains(other.wordCount(in: quote.range))
      }
      for quote in random.shuffled(quotes).prefix(2) {
        let text = Self.line(other.source[quote.range])
        let inner = String(text.dropFirst().dropLast())
        guard !own.contains(inner) else { continue }
        questions.append(
          QuizQuestion(
            kind: .present, briefing: briefing,
            question: "Does \(FileName(source.name).stem) say this?", text: text,
            options: ["yes", "no"], key: 1,
            explanation: Explanation(
              title: "The words are from \(other.source.name).", steps: [],
              evidence: [SourceExcerpt.Mark(quote.range, "here", role: .quote)],
              source: other.source),
            range: .at(0)))
      }
    }
    return questions
  }
}
