import BriefSource
import BriefText

extension StructureReader {
  /// Reads what stands before the text: headline, byline, date, place, key points.
  mutating func readHead() {
    while next < layout.count {
      if readKeyPoints() { continue }
      if isFurniture(next) {
        give(.furniture)
      } else if readDateLine() || readByline() || readHeadline() || readVenue() {
        continue
      } else if isListItem(next), readLeadingList() {
        continue
      } else {
        return
      }
    }
  }

  // MARK: Key points

  /// Reads a label such as "Key Points" and the items below it.
  mutating func readKeyPoints() -> Bool {
    guard shapes[next].words <= 6, LinePhrases.isKeyPointsLabel(line(next)) else { return false }
    var end = next + 1
    while end < layout.count, isListItem(end) { end += 1 }
    if end == next + 1 {
      // Items that lost their marks: short lines up to the dateline or the first paragraph.
      while end < layout.count, isShortLine(end, words: 30), !isHeadingMark(end),
        datelines.dateline(in: layout[end].content) == nil
      {
        end += 1
      }
      guard end - next >= 3, end < layout.count, isRunningText(end) else { return false }
    }
    give(.keyPointsLabel)
    while next < end { give(.keyPoint) }
    return true
  }

  /// Reads list items that stand before any paragraph: a summary without a label.
  private mutating func readLeadingList() -> Bool {
    var end = next
    while end < layout.count, isListItem(end) { end += 1 }
    guard end - next >= 2, end < layout.count, labels[end] == nil, isRunningText(end),
      !structure.blocks.contains(where: { $0.kind == .keyPoint })
    else { return false }
    // Below nothing but a headline a long list is a document of its own, not a summary.
    guard end - next <= 8 else { return false }
    while next < end { give(.keyPoint) }
    return true
  }

  // MARK: Date, place, author

  /// Reads a line that gives a date or a time and nothing else, or both with a place.
  private mutating func readDateLine() -> Bool {
    guard isDateLine(next) else { return false }
    let reader = DateReader(source, layout[next].content)
    if structure.date == nil { structure.date = reader.fullDate }
    give(.dateline)
    return true
  }

  /// Whether block `index` gives a date or time and nothing but.
  func isDateLine(_ index: Int) -> Bool {
    guard index < layout.count, shapes[index].words <= 14, layout[index].content.count <= 120,
      shapes[index].digits > 0, labels[index] == nil
    else { return false }
    return DateReader(source, layout[index].content).isDateOrTime
  }

  private mutating func readByline() -> Bool {
    let shape = shapes[next]
    guard structure.byline == nil, (1...14).contains(shape.words), !isHeadingMark(next) else {
      return false
    }
    let text = line(next)
    let content = layout[next].content
    if LinePhrases.isDeskByline(text) {
      structure.byline = content
      give(.byline)
      return true
    }
    if LinePhrases.isOutlet(text), structure.outlet == nil, !structure.blocks.isEmpty {
      structure.outlet = content
      give(.byline)
      return true
    }
    guard text.hasPrefix("by "), shape.words >= 2, shape.words - shape.capitalised <= 3,
      !text.hasSuffix("?")
    else { return false }
    var start = content.start + 2
    while start < content.end, source.bytes[start] <= 0x20 { start += 1 }
    let (first, _) = LineShape.scalar(source.bytes, start, content.end)
    guard LineShape.letterCase(first) == .upper else { return false }
    let end = source.bytes[content.end - 1] == UInt8(ascii: ".") ? content.end - 1 : content.end
    structure.byline = TextRange(start, max(start, end))
    give(.byline)
    return true
  }

  /// Reads the line that names the room, house or city: it stands beside a date or time.
  private mutating func readVenue() -> Bool {
    guard isShortLine(next, words: 12), labels[next] == nil, !isHeadingMark(next) else {
      return false
    }
    guard isVenue(next) else { return false }
    if structure.dateline == nil, datelines.isPlace(source[layout[next].content]) {
      structure.dateline = layout[next].content
    }
    give(.dateline)
    return true
  }

  /// Whether a short line at the head names a place: a date line stands near it in the head, or
  /// its words are those of rooms and journeys.
  private func isVenue(_ index: Int) -> Bool {
    let text = line(index)
    if datelines.isPlace(text) { return true }
    // "Geneva, Switzerland", "Via Teleconference", "Aboard Air Force One".
    if let city = text.split(separator: ",").first, text.contains(","),
      datelines.isPlace(String(city)),
      shapes[index].words <= 6
    {
      return true
    }
    if shapes[index].words <= 6,
      ["via ", "aboard ", "en route "].contains(where: { text.hasPrefix($0) })
    {
      return true
    }
    let words = text.split(whereSeparator: { $0 == " " || $0 == "," })
    if words.contains(where: { LinePhrases.isTitleWord(String($0)) }),
      !words.contains(where: { $0 == "room" })
    {
      return false
    }
    let hasVenueWord = words.contains { LinePhrases.isVenueWord(String($0)) }
    var isBesideDate = structure.blocks.last.map { $0.kind == .dateline } ?? false
    var after = index + 1
    while !isBesideDate, after < layout.count, after < index + 4 {
      // Titles have authors, rooms have none.
      if namesAuthor(after) { return false }
      if isDateLine(after) {
        isBesideDate = true
      } else if !isShortLine(after, words: 12) || labels[after] != nil {
        break
      }
      after += 1
    }
    guard isBesideDate else { return false }
    // What stands above a report without a title is its title, unless its words say otherwise.
    return hasVenueWord
      || (shapes[index].words <= 6 && (structure.headline != nil || labels.count > 0))
  }

  // MARK: Title

  private mutating func readHeadline() -> Bool {
    guard structure.headline == nil, isHeadline(next) else { return false }
    structure.headline = layout[next].content
    give(.headline)
    return true
  }

  /// Whether block `index` is the title of the text.
  ///
  /// It has to be the first line that is not furniture or a date, short, without final stop, and
  /// has to have running text or speakers below it. A line that ends with a stop is a title only
  /// when it is set in title case or a byline or dateline follows.
  private func isHeadline(_ index: Int) -> Bool {
    let shape = shapes[index]
    // Titles stand at the top.
    guard structure.blocks.count < 20 else { return false }
    for block in structure.blocks where block.kind != .furniture && block.kind != .dateline {
      return false
    }
    guard labels[index] == nil, (1...30).contains(shape.words), index + 1 < layout.count,
      !isListItem(index), layout[index].marker != .blockQuote, !isStageDirection(index)
    else { return false }
    let text = line(index)
    guard !LinePhrases.isKeyPointsLabel(text) else { return false }
    guard hasTextBelow(index) else { return false }
    if isHeadingMark(index) { return true }
    guard datelines.dateline(in: layout[index].content) == nil else { return false }
    // A room or city beside the date is the place of the briefing and no title.
    if isVenue(index) { return false }
    if !shape.hasFinalStop {
      // In a transcript the first line may be said by somebody: it needs the look of a title.
      if shape.breaksOff { return false }
      if labels.count > 0 {
        return shape.isTitleCase || shape.isAllCapitals
          || text.split(separator: " ").contains { LinePhrases.isTitleWord(String($0)) }
      }
      return isShortLine(index, words: 30)
    }
    guard shape.words <= 20, shape.words >= 3 else { return false }
    if shape.isTitleCase, !LineShape.isQuotationMark(shape.first) { return true }
    return opensReport(index + 1)
  }

  private func hasTextBelow(_ index: Int) -> Bool {
    var below = index + 1
    while below < layout.count, below < index + 24 {
      if isRunningText(below) || labels[below] != nil { return true }
      below += 1
    }
    return false
  }

  /// Whether block `index` is a byline, a date line or begins with a dateline.
  private func opensReport(_ index: Int) -> Bool {
    isDateLine(index) || datelines.dateline(in: layout[index].content) != nil || namesAuthor(index)
  }

  /// Whether block `index` is a byline.
  private func namesAuthor(_ index: Int) -> Bool {
    let text = line(index)
    return LinePhrases.isDeskByline(text)
      || (text.hasPrefix("by ") && shapes[index].words <= 10
        && shapes[index].capitalised >= 2 && !shapes[index].hasFinalStop)
  }
}
