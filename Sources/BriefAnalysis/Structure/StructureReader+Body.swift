import BriefSource
import BriefText

extension StructureReader {
  /// Reads the text: paragraphs, headings, lists, turns and what stands between them.
  mutating func readBody() {
    var turn: Int?
    var isFirstParagraph = true
    while next < layout.count {
      let index = next
      if let label = labels[index] {
        turn = structure.turns.count
        structure.turns.append(
          Structure.Turn(
            label: label.range, key: label.key, blocks: index..<index + 1))
        structure.boundaries.append(label.contentStart)
        give(
          .turn,
          content: TextRange(
            min(label.contentStart, layout[index].range.end),
            layout[index].range.end),
          label: label.range, turn: turn)
        isFirstParagraph = false
        continue
      }
      if endsText(index) {
        turn = nil
        give(isFurniture(index) ? .furniture : .dateline)
        continue
      }
      if isFurniture(index) {
        give(.furniture)
        continue
      }
      if turn == nil, readKeyPoints() { continue }
      if isStageDirection(index) {
        give(.stageDirection, turn: turn)
      } else if layout[index].marker == .blockQuote {
        give(.blockQuote, turn: turn)
      } else if isHeading(index, inTurn: turn != nil) {
        turn = nil
        give(.heading)
        continue
      } else if isListItem(index) {
        give(.listItem, turn: turn)
      } else {
        giveParagraph(mayOpenReport: turn == nil, isFirst: isFirstParagraph, turn: turn)
        isFirstParagraph = false
      }
      if let turn { structure.turns[turn].blocks = structure.turns[turn].blocks.lowerBound..<next }
    }
  }

  /// Gives a paragraph, with its dateline taken off when it has one.
  private mutating func giveParagraph(mayOpenReport: Bool, isFirst: Bool, turn: Int?) {
    let content = layout[next].content
    guard mayOpenReport, let found = datelines.dateline(in: content),
      isFirst || found.agency != nil
    else {
      give(.paragraph, turn: turn)
      return
    }
    if structure.dateline == nil {
      structure.dateline = found.place
      if structure.outlet == nil { structure.outlet = found.agency }
      if structure.date == nil { structure.date = found.date }
    }
    structure.boundaries.append(found.contentStart)
    give(.paragraph, content: TextRange(found.contentStart, content.end))
  }

  /// Whether the text ends with block `index`: "END", or the time at which a briefing closed.
  private func endsText(_ index: Int) -> Bool {
    if isDateLine(index), isShortLine(index, words: 8) || shapes[index].hasFinalStop {
      return true
    }
    guard shapes[index].words <= 3 else { return false }
    let text = line(index)
    return ["end", "ends", "###", "-end-", "-30-", "(end)", "[end]", "end transcript"]
      .contains(text)
  }

  // MARK: Headings

  private func isHeading(_ index: Int, inTurn: Bool) -> Bool {
    if isHeadingMark(index) { return true }
    // What a speaker says may be short and break off; only a marked line is a heading there.
    if inTurn { return false }
    let shape = shapes[index]
    guard index + 1 < layout.count else { return false }
    if isListItem(index) { return isNumberedHeading(index) }
    let isQuestion =
      shape.last == 0x3F && (2...10).contains(shape.words)
      && !LineShape.isQuotationMark(shape.first) && layout[index].marker == .none
    guard isShortLine(index) || isQuestion || isEmphasised(index) else { return false }
    if isShortLine(index), shape.words > 10, !shape.isTitleCase, !shape.isAllCapitals,
      !isAlone(index)
    {
      return false
    }
    // The next block that is no heading has to be text.
    var below = index + 1
    while below < layout.count, below <= index + 2 {
      if isRunningText(below) || isListItem(below) || labels[below] != nil { return true }
      if layout[below].marker == .blockQuote || layout[below].content.count > 60 { return true }
      guard isShortLine(below) else { return false }
      below += 1
    }
    return false
  }

  /// Whether blank lines stand around block `index`.
  private func isAlone(_ index: Int) -> Bool {
    layout[index].follows && (index + 1 >= layout.count || layout[index + 1].follows)
  }

  /// Whether the whole line is set in Markdown emphasis: `**Trade and transit**`.
  private func isEmphasised(_ index: Int) -> Bool {
    let content = layout[index].content
    guard shapes[index].words <= 14, content.count > 4 else { return false }
    let bytes = source.bytes
    return bytes[content.start] == 0x2A && bytes[content.start + 1] == 0x2A
      && bytes[content.end - 1] == 0x2A && bytes[content.end - 2] == 0x2A
  }

  /// Whether a numbered line is a heading: short, without stop, alone, and text follows.
  private func isNumberedHeading(_ index: Int) -> Bool {
    let shape = shapes[index]
    guard (1...10).contains(shape.words), !shape.hasFinalStop, !shape.breaksOff,
      LineShape.letterCase(shape.first) == .upper,
      (0x30...0x39).contains(source.bytes[layout[index].range.start]),
      index + 1 < layout.count, isRunningText(index + 1)
    else { return false }
    return index == 0 || !isListItem(index - 1)
  }
}

extension Structure {
  /// Puts the blocks into sections. Linear in the number of blocks.
  mutating func gatherSections() {
    var kinds: [SectionKind] = []
    var current: SectionKind?
    var starts: [Int] = []
    for (index, block) in blocks.enumerated() {
      let previous = current
      var opensNew = false
      switch block.kind {
      case .headline, .byline: if previous == nil { current = .head }
      case .dateline, .furniture:
        if previous == nil || previous == .keyPoints && isHead(after: index) { current = .head }
      case .keyPointsLabel:
        current = .keyPoints
        opensNew = true
      case .keyPoint: current = .keyPoints
      case .heading:
        current = .section
        opensNew = true
      default:
        if previous == nil || previous == .head || previous == .keyPoints { current = .lead }
      }
      if opensNew || current != previous {
        starts.append(index)
        kinds.append(current ?? .lead)
      }
      blocks[index].section = starts.count - 1
    }
    for (number, start) in starts.enumerated() {
      let end = number + 1 < starts.count ? starts[number + 1] : blocks.count
      let first = blocks[start]
      let isTitled = first.kind == .heading || first.kind == .keyPointsLabel
      sections.append(
        Section(
          kind: kinds[number], range: first.range.union(blocks[end - 1].range),
          heading: isTitled ? first.content : nil, blocks: start..<end))
    }
  }

  /// Whether more of the head follows the block at `index`.
  private func isHead(after index: Int) -> Bool {
    guard let next = blocks[(index + 1)...].prefix(20).first(where: { $0.kind != .furniture })
    else {
      return false
    }
    return next.kind == .dateline || next.kind == .byline || next.kind == .headline
  }
}
