import BriefAnalysis
import BriefCorpus
import BriefScript
import BriefSource

/// Shows a word or phrase in its contexts.
struct KwicCommand: Command {
  var words: [String] = []
  var context: Int?

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "kwic", .words, "Shows a word or phrase in context, aligned on it.",
      discussion: """
        Any case matches. A word may end in *, which stands for any ending. Sort by the column \
        left or right to group what stands before or after.
        """,
      input: .rows(.briefing), output: .fixed(.table(schema.type)),
      parameters: [
        .arguments("words", \.words, "a word or a phrase", isRequired: true),
        .flag("context", \.context, "how many words on either side, 5 unless said"),
      ],
      examples: [
        Example("kwic {word}", "every place with the word"),
        Example("kwic {stem} --context 8", "every word that begins so"),
      ])
  }

  private static var schema: TableSchema<ConcordanceLine> {
    TableSchema(
      RowKind("line", plural: "lines", source: nil),
      [
        .text("left", "the words before", isTrailing: true) {
          .excerpt($0.briefing.source, $0.left)
        },
        .text("match", "the words found") { .excerpt($0.briefing.source, $0.match) },
        .text("right", "the words after") { .excerpt($0.briefing.source, $0.right) },
        .briefing { $0.briefing },
        .place("place", "where it stands") { Place($0.briefing.source, $0.match) },
      ],
      place: { Place($0.briefing.source, $0.match) })
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    guard
      let concordance = Concordance(words.joined(separator: " "), context: self.context ?? 5)
    else {
      throw context.failure(
        "no-words", "there is no word to look for", parameter: "words",
        help: "kwic WORD, or kwic \"SEVERAL WORDS\"")
    }
    var lines: [ConcordanceLine] = []
    for briefing in input.briefings {
      try context.checkInterruption(over: input)
      lines += concordance.lines(in: briefing)
    }
    return .table(Self.schema.table(lines))
  }
}
