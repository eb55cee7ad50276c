import BriefAnalysis
import BriefScript
import BriefSource

/// Lists the expressions of time with their values.
struct DatesCommand: Command {
  var type: Kind?
  var query = DateQuery()

  /// The types that can be asked for.
  enum Kind: String, CaseIterable {
    case date, time, duration, set
  }

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "dates", .content, "Lists the words that tell when, how long and how often, with values.",
      discussion: """
        Values are those of TIMEX3: 2025-11-14, 2025-W46 for a week, 2025-Q3 for a quarter, P3D \
        for three days, X for every digit that is not known. What is said from the day of the \
        briefing (Friday, last year) is reckoned from its date where the text, the file or load \
        --date give one; otherwise it stays open, and start and end are missing. No year is \
        guessed.
        """,
      input: .rows(.briefing), output: .fixed(.table(schema.type)),
      parameters: [.flag("type", \.type, "only these")] + DateQuery.parameters(\.query),
      examples: [
        Example("dates", "every date, time and length of time"),
        Example("dates --type duration", "how long things take"),
        Example("dates | where start > 2025-01-01", "the days that are known, after New Year"),
      ])
  }

  private struct Row {
    let briefing: Briefing
    let expression: TimeExpression
    var place: Place { Place(briefing.source, expression.range) }
  }

  private static var schema: TableSchema<Row> {
    TableSchema(
      RowKind("date", plural: "dates", source: "dates"),
      [
        .text("text", "the words") { .excerpt($0.briefing.source, $0.expression.range) },
        .string("type", "date, time, duration or set") {
          $0.expression.kind.rawValue.lowercased()
        }.among(TimeExpression.Kind.allCases.map { $0.rawValue.lowercased() }),
        .string("value", "its TIMEX3 value") { $0.expression.value },
        .date("start", "the first day, where it is known") { $0.expression.start },
        .date("end", "the last day, where it is known") { $0.expression.end }.asDetail,
        .string("part", "START, MID or END of it, where only a part is meant") {
          $0.expression.modifier
        }.asDetail,
        .string("anchor", "reckoned from: the words, the briefing, the text, an event, or open") {
          $0.expression.anchor.name
        },
        .string("reason", "how the value was found") { $0.expression.reason }.asDetail,
        .number("sure", "how sure the value is, 0 to 1") { $0.expression.confidence.value }
          .asDetail,
        .text("section", "the section it stands in") {
          $0.briefing.sectionName(at: $0.expression.range.start)
        }.asDetail,
        .briefing { $0.briefing },
        .place("place", "where it stands") { $0.place },
      ],
      place: { $0.place },
      explanation: { $0.briefing.explanation(of: $0.expression) })
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    var rows: [Row] = []
    var isKnown = query.section == nil
    for briefing in input.briefings {
      try context.checkInterruption(over: input)
      let place = query.section.map { SectionQuery($0, in: briefing) }
      isKnown = isKnown || place?.isKnown == true
      for expression in briefing.dates.expressions {
        guard place?.contains(expression.range.start) ?? true,
          type.map({ $0.rawValue == expression.kind.rawValue.lowercased() }) ?? true,
          query.admits(expression.start, expression.end)
        else { continue }
        rows.append(Row(briefing: briefing, expression: expression))
      }
    }
    if let section = query.section, !isKnown {
      context.reportUnknownSection(section, in: input)
    }
    return .table(Self.schema.table(rows))
  }
}

extension Briefing {
  /// Why an expression of time has its value.
  func explanation(of expression: TimeExpression) -> Explanation {
    var steps = [
      "Value \(expression.value): \(expression.reason) "
        + "(confidence \(expression.confidence.value))."
    ]
    var evidence = [
      SourceExcerpt.Mark(expression.range, expression.kind.rawValue.lowercased(), role: .entity)
    ]
    switch expression.anchor {
    case .words, .event: break
    case .open:
      steps.append(
        "What is not known has an X; load with --date to say on which day the text was written.")
    case .briefing(let date):
      let isGiven: Bool
      if case .text(let range)? = metadata.date?.origin {
        isGiven = false
        evidence.append(SourceExcerpt.Mark(range, "the date of the briefing", role: .note))
      } else {
        isGiven = true
      }
      steps.append(
        "The briefing is of \(date), as \(isGiven ? "was said when it was loaded" : "it says").")
    case .expression(let id):
      let other = dates.expressions[id]
      steps.append("Reckoned from “\(source[other.range])”, \(other.value).")
      evidence.append(SourceExcerpt.Mark(other.range, "reckoned from here", role: .note))
    }
    if !expression.candidateYears.isEmpty {
      steps.append(
        "Years that fit: " + expression.candidateYears.map(String.init).joined(separator: ", ")
          + ".")
    }
    return Explanation(
      title: "“\(source[expression.range])” is \(expression.value)", steps: steps,
      evidence: evidence, source: source)
  }
}
