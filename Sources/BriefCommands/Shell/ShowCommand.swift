import BriefAnalysis
import BriefScript
import BriefSource

/// Draws the place of a row with its context.
struct ShowCommand: Command {
  var number = 1

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "show", .shell, "Shows where a row of the last table stands in its text, with its context.",
      discussion: """
        The number is the one at the left of the table last shown; a table can also be handed \
        over: quotes | show 3. The place is set between ▸ and ◂.
        """,
      input: .anyOrNothing, output: .fixed(.page),
      parameters: [.argument("row", \.number, "the number of the row, 1 unless said")],
      examples: [Example("quotes | show 1", "the first quotation in its paragraph")])
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    let table = try context.shownTable(input)
    let row = try context.row(number, of: table)
    guard let place = table.place(of: row) else {
      throw context.failure(
        "no-place", "row \(number) does not stand in any text", parameter: "row",
        help: "rows of quotes, entities, topics, kwic and the like do")
    }
    return .page(Page(page(place, in: context.host)))
  }

  private func page(_ place: Place, in session: Session) -> StyledText {
    let source = place.source
    var page = StyledText("\(place.citation)", .strong)
    let briefing = session.briefings.first { $0.source === source }
    if let section = briefing?.sectionName(at: place.range.start) {
      page.append(" · \(section.string)", .dim)
    }
    page.append("\n\n")
    let context = block(around: place.range, briefing: briefing, source: source)
    page.append(source[TextRange(context.start, place.range.start)])
    page.append("▸", .dim)
    page.append(source[place.range], .quote)
    page.append("◂", .dim)
    page.append(source[TextRange(place.range.end, context.end)])
    page.append("\n")
    return page
  }

  /// The blocks of the briefing that hold `range`, or its lines.
  private func block(around range: TextRange, briefing: Briefing?, source: Source) -> TextRange {
    if let structure = briefing?.structure, let first = structure.block(at: range.start) {
      let last = structure.block(at: max(range.start, range.end - 1)) ?? first
      return structure.blocks[first].range.union(structure.blocks[last].range).union(range)
    }
    let first = source.lineRange(source.lines.line(at: range.start))
    let last = source.lineRange(source.lines.line(at: range.end))
    return first.union(last).union(range)
  }
}
