import BriefAnalysis
import BriefScript
import BriefSource

/// Shows the text of briefings, marked up.
struct ReadCommand: Command {
  /// What of the text is shown.
  enum Part: String, CaseIterable { case quotes, statements, entities }

  var section: String?
  var part: Part?
  var by: String?
  var plain = false

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "read", .reading,
      "Shows the text with its sections and lines numbered, and quotations, cues and names marked.",
      discussion: """
        Every speaker has a letter, in the order in which they first speak, and a colour; the \
        letter stands behind their words. What introduces speech stands between ‹ and ›, and a \
        small letter behind a name says what it is of; names are underlined. A legend at the top \
        says all that, so that nothing is lost without colours. The numbers in the margin are \
        those of the lines of the file, by which it is cited. --only leaves the rest out; \
        statements are what is quoted and what is reported without marks. --by keeps what one \
        speaker says, or alone the paragraphs that hold it. --plain shows the words with no mark.
        """,
      input: .rows(.briefing), output: .fixed(.page),
      parameters: [
        .flag("in", \.section, "a section's number or heading", completing: .named("sections")),
        .flag("only", \.part, "only the quotations, all statements, or the names"),
        .flag(
          "by", \.by, "only what this speaker says: a name, alias or role",
          completing: .named("speakers")),
        .flag("plain", \.plain, "the words alone, without marks and numbers"),
      ],
      examples: [
        Example("read", "the whole text"),
        Example("read --in 2", "the second section"),
        Example("read --only quotes --by {speaker}", "one speaker’s words, in order"),
        Example("read --only entities", "who and what is named in each paragraph"),
      ])
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    var page = Page()
    var isFirst = true
    var isKnown = (section: section == nil, by: by == nil)
    for briefing in input.briefings {
      try context.checkInterruption(over: input)
      let place = section.map { SectionQuery($0, in: briefing) }
      if let place, !place.isKnown { continue }
      isKnown.section = true
      let speaker = by.map { SpeakerQuery($0, in: briefing) }
      let quotes = briefing.quotes.filter { speaker?.matches($0.speaker) ?? true }
      isKnown.by = isKnown.by || speaker?.isKnown == true || !quotes.isEmpty
      let marks = PassageMarks(briefing)
      if !isFirst { page.append("\n") }
      isFirst = false
      page.append(self.page(of: briefing, place, quotes, marks))
    }
    if let section, !isKnown.section { context.reportUnknownSection(section, in: input) }
    if let by, !isKnown.by { context.reportUnknownName(by, parameter: "by", in: input) }
    return .page(page)
  }

  private func page(
    of briefing: Briefing, _ place: SectionQuery?, _ quotes: [Quote], _ marks: PassageMarks
  ) -> ReadingPage {
    var items: [ReadingPage.Item] = []
    for (index, section) in briefing.structure.sections.enumerated() {
      if let place, !place.contains(section.range.start) { continue }
      let blocks = briefing.structure.blocks[section.blocks]
      let content = self.items(of: blocks, in: section, quotes, marks)
      // Of a section that has nothing to show, the heading is not worth showing.
      if content.isEmpty, part != nil || by != nil { continue }
      if let heading = heading(of: section, marks) {
        items.append(.section(index + 1, heading))
      }
      items += content
    }
    if items.isEmpty { items = [.note("nothing to show")] }
    return ReadingPage(
      name: briefing.source.name, speakers: marks.letters.names,
      lastLine: briefing.source.lineNumber(at: briefing.source.range.end), isPlain: plain,
      items: items)
  }

  private func heading(
    of section: Structure.Section, _ marks: PassageMarks
  ) -> MarkedText? {
    if let heading = section.heading {
      return MarkedText(
        marks.briefing.source[heading], .heading, line: marks.line(at: heading.start))
    }
    // It is no words of the text, and so on no line of it.
    return plain ? nil : MarkedText("(\(section.kind.rawValue))", .dim, line: 0)
  }

  private func items(
    of blocks: ArraySlice<Structure.Block>, in section: Structure.Section, _ quotes: [Quote],
    _ marks: PassageMarks
  ) -> [ReadingPage.Item] {
    switch part {
    case .quotes, .statements:
      let isWhole = part == .statements
      return quotes.filter {
        section.range.contains($0.range.start) && (isWhole || $0.kind != .indirect)
      }.enumerated().map { index, quote in
        .block(
          shown(marks.line(of: quote, isWhole ? quote.statement : quote.parts)),
          isTight: index > 0)
      }
    case .entities:
      return blocks.compactMap { block -> MarkedText? in
        let ranges =
          by == nil
          ? [block.range]
          : quotes.compactMap {
            $0.range.intersection(block.range)
          }
        return marks.names(in: ranges)
      }.enumerated().map { index, names in .block(shown(names), isTight: index > 0) }
    case nil:
      var wasItem = false
      return blocks.compactMap { block in
        let isItem = block.kind == .keyPoint || block.kind == .listItem
        defer { wasItem = isItem }
        let isHeading = block.kind == .heading || block.kind == .keyPointsLabel
        if isHeading, section.heading != nil { return nil }
        if by != nil, !quotes.contains(where: { $0.range.overlaps(block.range) }) { return nil }
        return .block(shown(text(of: block, marks)), isTight: isItem && wasItem)
      }
    }
  }

  private func text(of block: Structure.Block, _ marks: PassageMarks) -> MarkedText {
    let source = marks.briefing.source
    let line = marks.line(at: block.range.start)
    switch block.kind {
    case .heading, .keyPointsLabel, .headline:
      return MarkedText(source[block.content], .heading, line: line)
    case .byline, .dateline, .stageDirection, .furniture:
      return MarkedText(source[block.range], .dim, line: line)
    case .keyPoint, .listItem, .paragraph, .turn, .blockQuote:
      var text = MarkedText(
        source[TextRange(block.range.start, block.content.start)],
        block.label == nil ? .dim : .speaker, line: line)
      text.pieces += marks.text(block.content).pieces
      return text
    }
  }

  /// `text` as it is, or its words alone.
  private func shown(_ text: MarkedText) -> MarkedText {
    guard plain else { return text }
    var words = MarkedText()
    for case .text(let text, let role, let line) in text.pieces {
      words.append(text, role == .heading ? .heading : .plain, line: line)
    }
    return words
  }
}
