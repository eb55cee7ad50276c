import BriefAnalysis
import BriefScript
import BriefSource

/// Lists quotations with their speakers.
struct QuotesCommand: Command {
  var query = SpeechQuery()
  var sentences: Int?

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "quotes", .speech, "Lists the quotations with their speakers, in text order.",
      discussion: """
        A quotation is direct when the whole statement stands in quotation marks, mixed when part \
        of it does; --kind indirect lists what is reported without marks. --by takes any name, \
        alias or role that leads to the speaker: a surname, a full name, spokesperson. A quotation \
        whose speaker the text does not name has none. --class and --cue ask for the word that \
        introduces it: --class warning, --cue say. What a speaker says that another said is left \
        out unless --nested is given, and key points, which are the desk's words, unless --all is.
        """,
      input: .rows(.briefing),
      output: .table(
        QuoteRows.schema().type, with: ["context": QuoteRows.schema(sentences: 1).type]),
      parameters: SpeechQuery.parameters(\.query) + [
        .flag(
          "context", \.sentences, "so many sentences before and behind, in a column",
          within: 0...100),
        .flag("all", \.query.all, "key points and indirect speech too"),
      ],
      examples: [
        Example("quotes", "who is quoted with which words"),
        Example("quotes --by spokesperson", "everything the spokesperson is quoted with"),
        Example("quotes | where words > 10 | sort words --desc | take 3", "the longest three"),
        Example("quotes --kind direct | count by speaker", "whole statements by speaker"),
        Example("quotes --by Varnaky --include institution", "hers, and those of her ministry"),
        Example("quotes --sure 0.9 | count", "how many are surely hers or his"),
        Example("quotes --about beacons --context 1", "with the sentences around them"),
      ])
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    let rows = try query.rows(of: input, in: context)
    return .table(QuoteRows.schema(sentences: sentences).table(rows))
  }
}

extension CommandContext<Session> {
  /// Says that --include widens nothing, because no speaker was asked for.
  func reportInclusionAlone() {
    report(
      warning(
        "nothing-to-widen", "'--include' widens '--by', which is not given", parameter: "include",
        help: "add --by and a name"))
  }

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

  /// Says that nothing is said to anybody who goes by `name`, and to whom something is.
  func reportUnknownAddressee(_ name: String, in input: Value) {
    var names: [String] = []
    for briefing in input.briefings {
      for quote in briefing.quotes {
        guard let addressee = briefing.addressee(of: quote)?.name, !names.contains(addressee) else {
          continue
        }
        names.append(addressee)
      }
    }
    report(
      warning(
        "unknown-name", "the text says of nothing that it was said to '\(name)'", parameter: "to",
        help: Spelling.nearest(to: name, among: names).map { "did you mean '\($0)'?" }
          ?? (names.isEmpty
            ? "no cue in these briefings names whom it is said to"
            : "it names " + names.prefix(5).map { "'\($0)'" }.joined(separator: ", "))))
  }

  /// Says that no speech is introduced by `cue`, and which cue is near.
  func reportUnknownCue(_ cue: String, in input: Value) {
    var lemmas: [String] = []
    for briefing in input.briefings {
      for case let lemma? in briefing.quotes.map(\.cue?.lemma) where !lemmas.contains(lemma) {
        lemmas.append(lemma)
      }
    }
    report(
      warning(
        "unknown-cue", "nothing in these briefings is introduced by '\(cue)'", parameter: "cue",
        help: (Spelling.nearest(to: cue, among: lemmas)
          ?? (Quote.Cue.lemma(of: cue) == nil
            ? Spelling.nearest(to: cue, among: Quote.Cue.knownLemmas) : nil))
          .map { "did you mean '\($0)'?" }
          ?? "cues lists the words that introduce speech here"))
  }

  /// Says that no section goes by `name`.
  func reportUnknownSection(_ name: String, in input: Value) {
    report(
      warning(
        "unknown-section", "no section or briefing goes by '\(name)'", parameter: "in",
        help: "sections lists the numbers and headings"))
  }
}
