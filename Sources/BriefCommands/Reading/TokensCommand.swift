import BriefAnalysis
import BriefScript
import BriefSource
import BriefText

/// Lists the tokens of briefings.
struct TokensCommand: Command {
  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "tokens", .reading, "Lists the tokens in text order, with their tags and their heads.",
      discussion: """
        Split, tagged and related as Universal Dependencies has it. The model learnt this from \
        treebanks; why says which words and endings decided.
        """,
      input: .rows(.briefing), output: .fixed(.table(schema.type)),
      examples: [
        Example("tokens | take 10", "the first ten tokens"),
        Example(
          "tokens | where kind == \"word\" | count by lower | take 10", "the commonest words"),
        Example(
          "tokens | where tag == \"VERB\" and relation == \"root\" | take 5",
          "the main verbs of sentences"),
        Example("tokens | take 10 | why 3", "why a token has its tag and its head"),
      ])
  }

  private struct Row {
    let briefing: Briefing
    let index: Int
    var range: TextRange { briefing.document.tokens.range(index) }
  }

  private static var schema: TableSchema<Row> {
    TableSchema(
      RowKind("token", plural: "tokens"),
      [
        .text("token", "its characters") { .excerpt($0.briefing.source, $0.range) },
        .string("lower", "the same without case") { $0.briefing.document.lower($0.index) },
        .string("kind", "word, number, punctuation, mark or symbol") {
          $0.briefing.document.tokens.kinds[$0.index].name
        }.among(["word", "number", "punctuation", "mark", "symbol"]),
        .string("tag", "its part of speech, after Universal Dependencies") {
          $0.briefing.document.tags?.universal($0.index).rawValue ?? ""
        }.among(UniversalTag.allCases.map(\.rawValue) + [""]),
        .string("penn", "its tag after the Penn Treebank") {
          $0.briefing.document.tags?.penn($0.index) ?? ""
        },
        .string("relation", "its relation to its head") {
          $0.briefing.document.trees?.relation($0.index) ?? ""
        },
        .string("head", "the token it depends on; empty for a main word") { row in
          let document = row.briefing.document
          return document.trees?.head(row.index).map { document.form($0) } ?? ""
        },
        .int("sentence", "the number of its sentence, from 1") {
          $0.briefing.document.sentences.index(holding: $0.index) + 1
        },
        .place("place", "where it stands") { Place($0.briefing.source, $0.range) },
      ],
      place: { Place($0.briefing.source, $0.range) }, explanation: explanation)
  }

  private static func explanation(_ row: Row) -> Explanation? {
    let document = row.briefing.document
    let decisions = document.decisions(about: row.index)
    guard !decisions.isEmpty else { return nil }
    var steps: [String] = []
    for decision in decisions {
      let question =
        switch decision.question {
        case .tag: "Tag"
        case .head: "Head"
        case .name: "Name"
        }
      steps.append("\(question): \(decision.winner), rather than \(decision.runnerUp).")
      for reason in decision.reasons {
        let share = (Double(abs(reason.weight)) / 10).rounded() / 100
        steps.append(
          "  \(reason.weight > 0 ? "for" : "against") it, \(share): \(reason.text)")
      }
    }
    return Explanation(
      title: "“\(document.form(row.index))” as the model reads it", steps: steps,
      evidence: [.init(row.range, "the token", role: .code)], source: row.briefing.source)
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    var rows: [Row] = []
    for briefing in input.briefings {
      try context.checkInterruption(over: input)
      for index in 0..<briefing.document.tokens.count {
        rows.append(Row(briefing: briefing, index: index))
      }
    }
    return .table(Self.schema.table(rows))
  }
}

extension TokenKind {
  /// The word for it in tables.
  var name: String {
    switch self {
    case .word: "word"
    case .number: "number"
    case .punctuation: "punctuation"
    case .quotationMark: "mark"
    case .symbol: "symbol"
    }
  }
}
