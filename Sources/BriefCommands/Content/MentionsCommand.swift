import BriefAnalysis
import BriefScript
import BriefSource
import BriefText

/// Lists the places where an entity is meant.
struct MentionsCommand: Command {
  var name: String?
  var kind: MentionKind?
  var context: Int?

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "mentions", .content, "Lists every place where an entity is meant, or all entities.",
      discussion: """
        Each mention stands between the words before and behind it in its sentence. A name is a \
        name, surname, abbreviation or a capital said for its state; a demonym the adjective of a \
        state; a nominal a noun; a pronoun a pronoun. why says what joins it to the entity.
        """,
      input: .rows(.briefing), output: .fixed(.table(schema(5, isOne: false).type)),
      parameters: [
        .argument(
          "name", \.name, "a name, alias or role of the entity", completing: .named("entities")),
        .flag("kind", \.kind, "only those that refer so"),
        .flag("context", \.context, "how many words on either side, 5 unless said", within: 0...60),
      ],
      examples: [
        Example("mentions {role}", "every place that means the spokesperson"),
        Example("mentions --kind pronoun", "what the pronouns were taken to mean"),
        Example("mentions {speaker} --context 8", "with more of the sentence"),
      ])
  }

  private struct Row {
    let briefing: Briefing
    let mention: Mention
    var place: Place { Place(briefing.source, mention.range) }

    /// At most `count` tokens of the sentence before the mention.
    func left(_ count: Int) -> TextRange {
      let document = briefing.document
      let sentence = document.sentences[
        document.sentences.index(holding: mention.tokens.lowerBound)]
      let from = max(sentence.lowerBound, mention.tokens.lowerBound - count)
      return from < mention.tokens.lowerBound
        ? document.tokens.range(from..<mention.tokens.lowerBound) : .at(mention.range.start)
    }

    /// At most `count` tokens of the sentence behind it.
    func right(_ count: Int) -> TextRange {
      let document = briefing.document
      let sentence = document.sentences[
        document.sentences.index(holding: mention.tokens.lowerBound)]
      let to = min(sentence.upperBound, mention.tokens.upperBound + count)
      return mention.tokens.upperBound < to
        ? document.tokens.range(mention.tokens.upperBound..<to) : .at(mention.range.end)
    }
  }

  private static func schema(_ words: Int, isOne: Bool) -> TableSchema<Row> {
    let entity = TableSchema<Row>.Column.string("entity", "what is meant") {
      $0.briefing.entities[$0.mention.entity].name
    }
    return TableSchema(
      RowKind("mention", plural: "mentions", source: "mentions"),
      [
        .text("left", "the words before", isTrailing: true) {
          .excerpt($0.briefing.source, $0.left(words))
        },
        .text("mention", "the words") { .excerpt($0.briefing.source, $0.mention.range) },
        .text("right", "the words after") { .excerpt($0.briefing.source, $0.right(words)) },
        isOne ? entity.asDetail : entity,
        .string("kind", "name, demonym, nominal or pronoun") { $0.mention.kind.rawValue }
          .among(MentionKind.self),
        .number("sure", "how sure the joining is, 0 to 1") { $0.mention.confidence.value }.asDetail,
        .text("section", "the section it stands in") {
          $0.briefing.sectionName(at: $0.mention.range.start)
        }.asDetail,
        .briefing { $0.briefing },
        .place("place", "where it stands") { $0.place },
      ],
      place: { $0.place },
      explanation: { row in
        let name = row.briefing.entities[row.mention.entity].name
        return Explanation(
          title: "“\(row.briefing.source[row.mention.range])” means \(name)",
          steps: [
            "Why: \(row.mention.reason).", "Confidence \(row.mention.confidence.value).",
          ],
          evidence: [SourceExcerpt.Mark(row.mention.range, name, role: .entity)],
          source: row.briefing.source)
      })
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    var rows: [Row] = []
    var isKnown = name == nil
    for briefing in input.briefings {
      try context.checkInterruption(over: input)
      let query = name.map { SpeakerQuery($0, in: briefing) }
      isKnown = isKnown || query?.isKnown == true
      let mentions = (briefing.entities.mentions + briefing.entities.enclosing).sorted {
        $0.range == $1.range ? $0.entity < $1.entity : $0.range < $1.range
      }
      for mention in mentions {
        if let query, !query.matches(mention.entity) { continue }
        if let kind, mention.kind != kind { continue }
        rows.append(Row(briefing: briefing, mention: mention))
      }
    }
    if let name, !isKnown { context.reportUnknownName(name, parameter: "name", in: input) }
    let meant = Set(rows.map { $0.briefing.entities[$0.mention.entity].name })
    return .table(
      Self.schema(self.context ?? 5, isOne: name != nil && meant.count < 2).table(rows))
  }
}
