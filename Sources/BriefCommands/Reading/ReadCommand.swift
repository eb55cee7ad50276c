import BriefAnalysis
import BriefScript
import BriefSource

/// Shows the text of briefings, marked up.
struct ReadCommand: Command {
  var section: String?

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "read", .reading, "Shows the text with its sections numbered and its quotations marked.",
      discussion: """
        Quotations, cues, and the names of people and places are coloured where the terminal has \
        colours; no word of the text is changed.
        """,
      input: .rows(.briefing), output: .fixed(.page),
      parameters: [
        .flag("in", \.section, "a section's number or heading", completing: .named("sections"))
      ],
      examples: [
        Example("read", "the whole text"),
        Example("read --in 2", "the second section"),
      ])
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    var page = StyledText()
    var isKnown = false
    for briefing in input.briefings {
      try context.checkInterruption(over: input)
      let place = section.map { SectionQuery($0, in: briefing) }
      if let place, !place.isKnown { continue }
      isKnown = true
      if !page.isEmpty { page.append("\n") }
      page.append(briefing.source.name + "\n", .dim)
      let marks = Marks(briefing)
      for (index, section) in briefing.structure.sections.enumerated() {
        if let place, !place.contains(section.range.start) { continue }
        page.append("\n[\(index + 1)]", .dim)
        if section.heading == nil { page.append(" (\(section.kind.rawValue))\n", .dim) }
        for block in briefing.structure.blocks[section.blocks] {
          append(block, of: briefing, marks: marks, to: &page)
        }
      }
    }
    if let section, !isKnown { context.reportUnknownSection(section, in: input) }
    return .page(Page(page))
  }

  private func append(
    _ block: Structure.Block, of briefing: Briefing, marks: Marks, to page: inout StyledText
  ) {
    switch block.kind {
    case .heading, .keyPointsLabel:
      page.append(" " + briefing.source[block.content] + "\n", .heading)
    case .headline:
      page.append(briefing.source[block.content] + "\n", .heading)
    case .byline, .dateline, .stageDirection, .furniture:
      page.append(briefing.source[block.range] + "\n", .dim)
    case .keyPoint, .listItem:
      page.append("  " + briefing.source[TextRange(block.range.start, block.content.start)], .dim)
      marks.append(block.content, to: &page)
      page.append("\n")
    case .paragraph, .turn, .blockQuote:
      let head = TextRange(block.range.start, block.content.start)
      page.append(briefing.source[head], block.label == nil ? .dim : .speaker)
      marks.append(block.content, to: &page)
      page.append("\n")
    }
  }

  /// The stretches of a briefing that are marked, in text order and without overlaps.
  private struct Marks {
    private let source: Source
    private let ranges: [(range: TextRange, role: StyledText.Role)]

    init(_ briefing: Briefing) {
      source = briefing.source
      var marked: [(range: TextRange, role: StyledText.Role)] = []
      for quote in briefing.quotes {
        if let cue = quote.cue { marked.append((cue.range, .cue)) }
        if quote.kind != .indirect { marked += quote.parts.map { ($0, .quote) } }
      }
      for mention in briefing.entities.mentions where mention.kind == .name {
        let type = briefing.entities[mention.entity].type
        marked.append((mention.range, type == .person ? .speaker : .entity))
      }
      marked.sort { ($0.range.start, $1.range.end) < ($1.range.start, $0.range.end) }
      var kept: [(range: TextRange, role: StyledText.Role)] = []
      for mark in marked where mark.range.start >= kept.last?.range.end ?? 0 { kept.append(mark) }
      ranges = kept
    }

    func append(_ range: TextRange, to page: inout StyledText) {
      var offset = range.start
      var low = 0
      var high = ranges.count
      while low < high {
        let middle = (low + high) / 2
        if ranges[middle].range.end <= offset { low = middle + 1 } else { high = middle }
      }
      while low < ranges.count, let part = ranges[low].range.intersection(range) {
        page.append(source[TextRange(offset, max(offset, part.start))])
        page.append(source[part], ranges[low].role)
        offset = part.end
        low += 1
      }
      page.append(source[TextRange(offset, max(offset, range.end))])
    }
  }
}
