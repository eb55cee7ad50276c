import BriefAnalysis
import BriefScript
import BriefSource

/// Lists quotations with their speakers.
struct QuotesCommand: Command {
  var by: String?
  var about: String?
  var kind: Quote.Kind?
  var section: String?
  var all = false

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "quotes", .speech, "Lists the quotations with their speakers, in text order.",
      discussion: """
        A quotation is direct when the whole statement stands in quotation marks, mixed when part \
        of it does; --kind indirect lists what is reported without marks. --by takes any name, \
        alias or role that leads to the speaker: a surname, a full name, spokesperson. A quotation \
        whose speaker the text does not name has none. Key points, which are the desk's words, are \
        left out unless --all is given.
        """,
      input: .rows(.briefing), output: .fixed(.table(QuoteRows.schema.type)),
      parameters: [
        .flag("by", \.by, "a name, alias or role of the speaker", completing: .named("speakers")),
        .flag(
          "about", \.about, "an entity, or a word or phrase in the quotation",
          completing: .named("entities")),
        .flag("kind", \.kind, "only those given so"),
        .flag(
          "in", \.section, "a section's number or heading, or a briefing",
          completing: .named("sections")),
        .flag("all", \.all, "key points and indirect speech too"),
      ],
      examples: [
        Example("quotes", "who is quoted with which words"),
        Example("quotes --by spokesperson", "everything the spokesperson is quoted with"),
        Example("quotes | where words > 10 | sort words --desc | take 3", "the longest three"),
        Example("quotes --kind direct | count by speaker", "whole statements by speaker"),
      ])
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    var rows: [QuoteRow] = []
    var isSpeakerKnown = false
    var isSectionKnown = false
    for briefing in input.briefings {
      try context.checkInterruption()
      let speaker = by.map { SpeakerQuery($0, in: briefing) }
      let subject = about.map { SubjectQuery($0, in: briefing) }
      let place = section.map { SectionQuery($0, in: briefing) }
      isSectionKnown = isSectionKnown || place?.isKnown == true
      isSpeakerKnown = isSpeakerKnown || speaker?.isKnown == true
      for quote in briefing.quotes where isWanted(quote) {
        if let speaker {
          guard speaker.matches(quote.speaker) else { continue }
          isSpeakerKnown = true
        }
        if let subject, !subject.matches(quote.parts) { continue }
        if let place, !place.contains(quote.range.start) { continue }
        rows.append(QuoteRow(briefing: briefing, quote: quote))
      }
    }
    if let by, !isSpeakerKnown { context.reportUnknownName(by, parameter: "by", in: input) }
    if let section, !isSectionKnown { context.reportUnknownSection(section, in: input) }
    return .table(QuoteRows.schema.table(rows))
  }

  private func isWanted(_ quote: Quote) -> Bool {
    if let kind {
      return quote.kind == kind && (all || quote.isInBody)
    }
    return all || (quote.isInBody && quote.kind != .indirect)
  }
}

extension CommandContext<Session> {
  /// Says that no entity goes by `name`, and which names are near.
  func reportUnknownName(_ name: String, parameter: String, in input: Value) {
    var near: [String] = []
    for briefing in input.briefings {
      for suggestion in briefing.entities.suggestions(for: name) where !near.contains(suggestion) {
        near.append(suggestion)
      }
    }
    report(
      warning(
        "unknown-name", "nobody and nothing in these briefings goes by '\(name)'",
        parameter: parameter,
        help: near.isEmpty
          ? "entities lists the names there are"
          : "did you mean " + near.prefix(3).map { "'\($0)'" }.joined(separator: " or ") + "?"))
  }

  /// Says that no section goes by `name`.
  func reportUnknownSection(_ name: String, in input: Value) {
    report(
      warning(
        "unknown-section", "no section or briefing goes by '\(name)'", parameter: "in",
        help: "sections lists the numbers and headings"))
  }
}
