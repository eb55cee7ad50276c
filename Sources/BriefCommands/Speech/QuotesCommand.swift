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
        Example("quotes --by {role}", "everything the spokesperson is quoted with"),
        Example("quotes | where words > 10 | sort words --desc | take 3", "the longest three"),
        Example("quotes --kind direct | count by speaker", "whole statements by speaker"),
        Example(
          "quotes --by {speaker} --include institution",
          "what one speaker says, and whom the speaker speaks for"),
        Example("quotes --sure 0.9 | count", "how many are surely hers or his"),
        Example("quotes --about {word} --context 1", "with the sentences around them"),
      ])
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    let rows = try query.rows(of: input, in: context)
    return .table(QuoteRows.schema(sentences: sentences).table(rows))
  }
}
