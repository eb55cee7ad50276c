import BriefAnalysis
import BriefScript
import BriefSource
import BriefText

extension QuizBuilder {
  /// Which word reports, and how warmly?
  mutating func cueQuestions() -> [QuizQuestion] {
    var questions: [QuizQuestion] = []
    for quote in sureQuotes where quote.rule != .turn {
      guard let cue = quote.cue, let sense = cue.sense, let sentence = sentenceAlone(of: quote),
        sentence.contains(cue.range)
      else { continue }
      let word = line(cue.range)
      let distractors = otherVerbs(than: cue, in: sentence)
      if distractors.count >= 2 {
        let (options, key) = mixed(word, with: Array(random.shuffled(distractors).prefix(3)))
        questions.append(
          question("Which word reports what is said?", quote, sentence, options, key))
      }
      // What merely gives the words is no riddle of warmth.
      guard sense.class != .neutral || random.below(4) == 0 else { continue }
      let senses = otherSenses(than: sense)
      guard !senses.isEmpty else { continue }
      let (options, key) = mixed(sense.inWords, with: senses)
      questions.append(
        question("How does “\(word)” report what is said?", quote, sentence, options, key))
    }
    return questions
  }

  private func question(
    _ question: String, _ quote: Quote, _ sentence: TextRange, _ options: [String], _ key: Int
  ) -> QuizQuestion {
    QuizQuestion(
      kind: .cue, briefing: briefing, question: question, text: line(sentence), options: options,
      key: key, explanation: QuoteRows.explanation(row(quote)), range: sentence)
  }

  /// Other verbs of the sentence that could be taken for the cue, each once; none that introduces
  /// speech anywhere in the text.
  private func otherVerbs(than cue: Quote.Cue, in sentence: TextRange) -> [String] {
    guard let tags = document.tags else { return [] }
    var verbs: [String] = []
    for token in document.tokens.indices(in: sentence)
    where tags.universal(token) == .verb && !cue.range.overlaps(document.tokens.range(token)) {
      let form = document.form(token)
      guard form.count > 2, Quote.Cue.lemma(of: form) == nil, !verbs.contains(form),
        form.lowercased() != line(cue.range).lowercased()
      else { continue }
      verbs.append(form)
    }
    return verbs
  }

  /// Ways of reporting of other classes that occur in the text, filled up from those that are
  /// common; each of a class of its own.
  private mutating func otherSenses(than sense: CueSense) -> [String] {
    let common = [
      CueSense(.neutral, strength: 1, polarity: 0), CueSense(.denying, strength: 2, polarity: -1),
      CueSense(.praising, strength: 2, polarity: 1), CueSense(.demanding, strength: 2, polarity: 0),
    ]
    let occurring = random.shuffled(briefing.quotes.compactMap(\.cue?.sense))
    var classes: Set<CueClass> = [sense.class]
    var senses: [String] = []
    for other in occurring + common
    where senses.count < 3 && isFarFrom(sense.class, other.class)
      && classes.insert(other.class).inserted
    {
      senses.append(other.inWords)
    }
    return senses
  }

  /// Whether two classes are so far apart that a word of the one is hardly taken for the other.
  private func isFarFrom(_ one: CueClass, _ other: CueClass) -> Bool {
    let near: [Set<CueClass>] = [
      [.critical, .denying, .warning], [.assertive, .showing, .neutral, .conceding],
      [.belief, .promising], [.demanding, .asking], [.assertive, .belief], [.assertive, .warning],
    ]
    return !near.contains { $0.contains(one) && $0.contains(other) }
  }
}
