import BriefAnalysis
import BriefScript
import BriefSource

/// Which of what is said is wanted: the flags that the commands on speech share.
struct SpeechQuery {
  /// What a person's words may be widened by.
  enum Inclusion: String, CaseIterable { case institution }

  var by: String?
  var to: String?
  var about: String?
  var kind: Quote.Kind?
  var cue: String?
  var cueClass: CueClass?
  var sure: Double?
  var section: String?
  var include: Inclusion?
  var nested = false
  var all = false

  /// Which kinds there are when ``kind`` is not given, and ``all`` is not set.
  var kinds: Set<Quote.Kind> = [.direct, .mixed]

  /// Whether ``about`` is looked for in the whole statement, not only in the words in marks.
  var looksAtStatement = false

  /// The quotes of the briefings of `input` that are wanted, in text order.
  ///
  /// Names, cues and sections that none of the briefings knows are reported.
  func rows(
    of input: Value, in context: CommandContext<Session>
  ) throws(ScriptError) -> [QuoteRow] {
    if include != nil, by == nil { context.reportInclusionAlone() }
    var rows: [QuoteRow] = []
    var known = Known()
    for briefing in input.briefings {
      try context.checkInterruption(over: input)
      rows += self.rows(of: briefing, &known)
    }
    if rows.isEmpty, known.nested > 0 { context.reportNestedAlone(known.nested) }
    if let by, !known.by { context.reportUnknownName(by, parameter: "by", in: input) }
    if let to, !known.to { context.reportUnknownAddressee(to, in: input) }
    if let cue, !known.cue { context.reportUnknownCue(cue, in: input) }
    if let section, !known.section { context.reportUnknownSection(section, in: input) }
    return rows
  }

  /// Which of the words of the query some briefing knows.
  private struct Known {
    var by = false
    var to = false
    var cue = false
    var section = false
    /// How many quotes that are wanted stand within what others say.
    var nested = 0
  }

  private func rows(of briefing: Briefing, _ known: inout Known) -> [QuoteRow] {
    let speaker = by.map {
      SpeakerQuery($0, in: briefing, includingInstitutions: include == .institution)
    }
    let listener = to.map { SpeakerQuery($0, in: briefing) }
    let subject = about.map { SubjectQuery($0, in: briefing) }
    let place = section.map { SectionQuery($0, in: briefing) }
    known.by = known.by || speaker?.isKnown == true
    known.to = known.to || listener?.isKnown == true
    known.section = known.section || place?.isKnown == true
    let lemma = cue.map { Quote.Cue.lemma(of: $0) ?? $0.lowercased() }
    // What is reported to be said by others is looked for apart.
    let quotes =
      nested && !briefing.nestedQuotes.isEmpty
      ? (briefing.quotes + briefing.nestedQuotes).sorted {
        ($0.range.start, $0.id) < ($1.range.start, $1.id)
      } : briefing.quotes
    let outer = quotes.enclosingQuotes()
    var rows: [QuoteRow] = []
    for (position, quote) in quotes.enumerated() {
      if let speaker, speaker.matches(quote.speaker) { known.by = true }
      if let lemma, quote.cue?.hasLemma(lemma) == true { known.cue = true }
      guard isWanted(quote),
        speaker?.matches(quote.speaker) ?? true,
        subject?.matches(looksAtStatement ? quote.statement : quote.parts) ?? true,
        place?.contains(quote.range.start) ?? true
      else { continue }
      if let lemma, quote.cue?.hasLemma(lemma) != true { continue }
      if let cueClass, quote.cue?.sense?.class != cueClass { continue }
      if let sure, quote.correction == nil, quote.confidence.value < sure { continue }
      if !nested, outer[position] != nil {
        known.nested += 1
        continue
      }
      let row = QuoteRow(briefing: briefing, quote: quote)
      if let listener {
        guard let addressee = row.addressee, listener.matches(addressee) else { continue }
        known.to = true
      }
      rows.append(row)
    }
    return rows
  }

  private func isWanted(_ quote: Quote) -> Bool {
    guard all || quote.isInBody else { return false }
    if let kind { return quote.kind == kind }
    return all || kinds.contains(quote.kind)
  }
}

extension Quote.Cue {
  /// Whether it is `wanted`, or a phrase with that verb: "call on" is asked for by "call" too.
  func hasLemma(_ wanted: String) -> Bool {
    lemma == wanted || lemma.split(separator: " ").contains { $0 == wanted }
  }
}

extension SpeechQuery {
  /// How the flags are declared for a command that keeps its query at `query`.
  ///
  /// Those named in `omitted` do not fit the command.
  static func parameters<C: Command>(
    _ query: WritableKeyPath<C, SpeechQuery>, omitting omitted: Set<String> = []
  ) -> [Parameter<C>] {
    let all: [(String, Parameter<C>)] = [
      (
        "by",
        .flag(
          "by", query.appending(path: \.by), "a name, alias or role of the speaker",
          completing: .named("speakers"))
      ),
      (
        "to",
        .flag(
          "to", query.appending(path: \.to), "a name or word for whom it is said to",
          completing: .named("entities"))
      ),
      (
        "about",
        .flag(
          "about", query.appending(path: \.about),
          "an entity, or a word or phrase in what is said", completing: .named("subjects"))
      ),
      ("kind", .flag("kind", query.appending(path: \.kind), "only those given so")),
      (
        "cue",
        .flag(
          "cue", query.appending(path: \.cue), "the word that introduces it, in any form",
          completing: .named("cues"))
      ),
      (
        "class",
        .flag("class", query.appending(path: \.cueClass), "what is done with that word")
      ),
      (
        "sure",
        .flag(
          "sure", query.appending(path: \.sure), "the least confidence in the speaker, 0 to 1",
          within: 0...1)
      ),
      (
        "in",
        .flag(
          "in", query.appending(path: \.section), "a section's number or heading, or a briefing",
          completing: .named("sections"))
      ),
      (
        "include",
        .flag(
          "include", query.appending(path: \.include),
          "with --by, also the words of whom the person speaks for")
      ),
      (
        "nested",
        .flag(
          "nested", query.appending(path: \.nested), "also what a speaker says another said")
      ),
    ]
    return all.filter { !omitted.contains($0.0) }.map(\.1)
  }
}
