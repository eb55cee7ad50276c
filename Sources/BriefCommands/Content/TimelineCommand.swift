import BriefAnalysis
import BriefScript
import BriefSource

/// Lists what happens when, over all briefings.
struct TimelineCommand: Command {
  var name: String?
  var query = DateQuery()
  var chart = false
  var ascii = false

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "timeline", .content, "Lists what happened and will happen, by date, over all briefings.",
      discussion: """
        One row for each clause or noun that a date or time belongs to, the earliest first. What \
        is told in the words of the text is a past fact, what somebody is quoted or reported to \
        say is claimed, with the one who says it; planned is what is to come. Events whose year \
        is not known stand at the end, in the order of the text. --chart draws those whose days \
        are known along an axis of days; how many are not is said below.
        """,
      input: .rows(.briefing),
      output: .tableOrPage(schema.type, pageWith: "chart"),
      parameters: [
        .flag(
          "with", \.name, "a name, alias or role of one who takes part",
          completing: .named("entities"))
      ] + DateQuery.parameters(\.query) + [
        .flag("chart", \.chart, "draws the events along an axis of days"),
        .flag("ascii", \.ascii, "draws the chart in ASCII"),
      ],
      examples: [
        Example("timeline", "what happened when"),
        Example("timeline | where certainty == \"planned\"", "what is to come"),
        Example("timeline --with {role}", "what the spokesperson takes part in"),
        Example("timeline --chart", "the same as a picture"),
      ])
  }

  private struct Row {
    let briefing: Briefing
    let event: TimelineEvent
    var expression: TimeExpression { briefing.dates.expressions[event.expression] }
    var place: Place { Place(briefing.source, expression.range) }
    var actors: [String] { event.actors.map { briefing.entities[$0].name } }
  }

  private static var schema: TableSchema<Row> {
    TableSchema(
      RowKind("event", plural: "events", source: "timeline"),
      [
        .string("when", "the TIMEX3 value of the words") { $0.expression.value },
        .date("start", "the first day, where it is known") { $0.expression.start }.asDetail,
        .date("end", "the last day, where it is known") { $0.expression.end }.asDetail,
        .text("what", "what happens") { .excerpt($0.briefing.source, $0.event.what) },
        .strings("actors", "who takes part") { $0.actors }.asDetail,
        .string("certainty", "past fact, planned, claimed or possible") {
          $0.event.certainty.rawValue
        }.among(TimelineEvent.Certainty.self),
        .string("by", "whose words it stands in, where not those of the text") {
          $0.event.source
        },
        .briefing { $0.briefing },
        .place("place", "where it stands") { $0.place },
      ],
      place: { $0.place },
      explanation: explanation)
  }

  private static func explanation(_ row: Row) -> Explanation {
    let date = row.briefing.explanation(of: row.expression)
    let source = row.briefing.source
    return Explanation(
      title: "“\(source[row.event.trigger])” is \(row.event.certainty.rawValue), "
        + row.expression.value,
      steps: [
        "Certainty: \(row.event.reason)"
          + (row.event.source.map { " (by \($0))" } ?? "") + "."
      ] + date.steps,
      evidence: [SourceExcerpt.Mark(row.event.trigger, "what happens", role: .cue)]
        + date.evidence,
      source: source)
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    var rows: [Row] = []
    var isKnown = name == nil
    var isPlaceKnown = query.section == nil
    for briefing in input.briefings {
      try context.checkInterruption(over: input)
      let actor = name.map { SpeakerQuery($0, in: briefing) }
      let place = query.section.map { SectionQuery($0, in: briefing) }
      isKnown = isKnown || actor?.isKnown == true
      isPlaceKnown = isPlaceKnown || place?.isKnown == true
      for event in briefing.events {
        let row = Row(briefing: briefing, event: event)
        guard actor.map({ query in event.actors.contains { query.matches($0) } }) ?? true,
          place?.contains(row.expression.range.start) ?? true,
          query.admits(row.expression.start, row.expression.end)
        else { continue }
        rows.append(row)
      }
    }
    if let name, !isKnown { context.reportUnknownName(name, parameter: "with", in: input) }
    if let section = query.section, !isPlaceKnown {
      context.reportUnknownSection(section, in: input)
    }
    let sorted = Self.sorted(rows)
    if chart { return .page(.chart(Self.chart(of: sorted), inASCII: ascii)) }
    return .table(Self.schema.table(sorted))
  }

  private static func chart(of rows: [Row]) -> TimelineChart {
    var events: [TimelineChart.Event] = []
    var ends: (first: CalendarDate, last: CalendarDate)?
    let isOne = Set(rows.map { ObjectIdentifier($0.briefing) }).count < 2
    for row in rows {
      guard let start = row.expression.start else { continue }
      let end = row.expression.end ?? start
      ends = ends.map { (min($0.first, start), max($0.last, end)) } ?? (start, end)
      let standing: TimelineChart.Standing =
        switch row.event.certainty {
        case .past: .past
        case .claimed: .claimed
        case .planned: .planned
        case .possible: .possible
        }
      let source = row.briefing.source
      let what = source[row.event.what].split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
      events.append(
        TimelineChart.Event(
          days: (start.dayNumber, max(start.dayNumber, end.dayNumber)),
          when: DisplayText.harmless(row.expression.value),
          what: DisplayText.harmless(
            "\(what) (\(isOne ? "" : FileName(source.name).stem)"
              + ":\(source.lineNumber(at: row.event.what.start)))"),
          standing: standing))
    }
    let undated = rows.count - events.count
    return TimelineChart(
      events: events,
      ends: (ends?.first.description ?? "", ends?.last.description ?? ""),
      notes: undated == 0
        ? []
        : [
          undated == 1
            ? "1 event has no known day; timeline lists it"
            : "\(undated) events have no known day; timeline lists them"
        ])
  }

  /// By first day, of equal ones by last day; those without a day at the end. Stable.
  private static func sorted(_ rows: [Row]) -> [Row] {
    rows.enumerated().sorted { left, right in
      let (first, second) = (left.element.expression, right.element.expression)
      switch (first.start, second.start) {
      case (let one?, let other?) where one != other: return one < other
      case (_?, nil): return true
      case (nil, _?): return false
      default: break
      }
      if let one = first.end, let other = second.end, one != other { return one < other }
      return left.offset < right.offset
    }.map(\.element)
  }
}
