import BriefAnalysis
import BriefScript
import BriefSource

/// Draws the places of rows with their context.
struct ShowCommand: Command {
  var rows: [Value] = []

  /// How many further places of a row are shown.
  private static let mostPlaces = 12

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "show", .shell, "Shows where rows of the last table stand in their texts, with the context.",
      discussion: """
        The numbers are those at the left of the table last shown, and 5-7 means three of them; a \
        table can also be handed over: quotes | show 3. The place is set between ▸ and ◂. A row \
        about several places, as those of entities, topics, keywords and speakers are, is shown at \
        its first one, with the others below.
        """,
      input: .anyOrNothing, output: .fixed(.page),
      parameters: [
        .values("row", \.rows, "the numbers of rows, as 3 or 5-7; 1 unless said")
      ],
      examples: [
        Example("quotes | show 1", "the first quotation in its paragraph"),
        Example("quotes | show 2-4", "three of them"),
        Example("entities | show 1", "where the most important one is meant"),
      ])
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    let table = try context.shownTable(input)
    let selection = try RowSelection(
      rows.isEmpty ? [.int(1)] : rows, of: table, parameter: "row", in: context)
    var page = Page()
    for (index, number) in selection.numbers.enumerated() {
      try context.checkInterruption()
      guard let place = table.place(of: number - 1) else {
        throw context.failure(
          "no-place", "row \(number) does not stand in any text", parameter: "row",
          help: "rows of quotes, entities, topics, kwic and the like do")
      }
      if index > 0 { page.append("\n") }
      append(
        place, number: selection.numbers.count > 1 ? number : nil, in: context.host, to: &page)
      appendOthers(than: place, of: table, number - 1, to: &page)
    }
    return .page(page)
  }

  private func append(
    _ place: Place, number: Int?, in session: Session, to page: inout Page
  ) {
    let source = place.source
    let briefing = session.briefings.first { $0.source === source }
    let context = block(around: place.range, briefing: briefing, source: source)
    page.append(
      PlaceFigure(
        number: number, citation: place.citation,
        section: briefing?.sectionName(at: place.range.start)?.string,
        before: source[TextRange(context.start, place.range.start)], words: source[place.range],
        after: source[TextRange(place.range.end, context.end)]))
  }

  /// The other places that the row is about, each on the line that holds it.
  private func appendOthers(
    than place: Place, of table: Table, _ row: Int, to page: inout Page
  ) {
    guard let thing = table.selecting([row]).things((any ManyPlaces).self)?.first else { return }
    var others: [TextRange] = []
    for range in thing.places where !place.range.contains(range) {
      if others.last?.contains(range) != true { others.append(range) }
    }
    guard !others.isEmpty else { return }
    let shown = others.prefix(Self.mostPlaces)
    var title = others.count == 1 ? "1 more place" : "\(others.count) more places"
    if shown.count < others.count { title += ", of which the first \(shown.count)" }
    page.append("\n\(title):\n", .dim)
    page.append(shown.map { SourceExcerpt.Mark($0, role: .entity) }, of: place.source)
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
