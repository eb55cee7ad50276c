import BriefSource

/// Makes blocks of lines.
struct LayoutReader {
  private let source: Source
  private var lines: [LayoutLine] = []
  private(set) var blocks: [Layout.Block] = []
  /// The column at which longer paragraphs are wrapped.
  private(set) var column: Int?

  init(_ source: Source) { self.source = source }

  /// Reads all lines and makes blocks of them.
  mutating func read() {
    readLines()
    let stretches = stretches()
    let columns = stretches.map { wrapColumn(lines[$0]) }
    column = columns.compactMap(\.self).max()
    for (stretch, own) in zip(stretches, columns) { makeBlocks(stretch, column: own) }
  }

  // MARK: - Lines

  private mutating func readLines() {
    let bytes = source.bytes
    let span = bytes.span
    var follows = true
    for index in 0..<source.lines.count {
      let range = source.lineRange(index)
      let start = LayoutLine.skipSpace(span, range.start, range.end)
      if start == range.end {
        follows = true
        continue
      }
      let end = Self.trimmedEnd(span, start, range.end)
      lines.append(
        LayoutLine(span, from: start, to: end, indent: start - range.start, follows: follows))
      follows = false
    }
  }

  private static func trimmedEnd(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start {
      var lead = end - 1
      while lead > start, bytes[lead] & 0xC0 == 0x80 { lead -= 1 }
      guard lead + TextScalar.spaceLength(bytes, at: lead) == end else { return end }
      end = lead
    }
    return end
  }

  /// The ranges of lines with no blank line between them, quoted and unquoted ones apart.
  private func stretches() -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    var start = 0
    for index in lines.indices.dropFirst()
    where lines[index].follows || lines[index].isQuoted != lines[index - 1].isQuoted {
      stretches.append(start..<index)
      start = index
    }
    if start < lines.count { stretches.append(start..<lines.count) }
    return stretches
  }

  // MARK: - Wrapping

  /// The column at which the lines of a stretch are wrapped; `nil` when they are not, or are too
  /// few to tell.
  ///
  /// Filling lines greedily leaves a trace: the first word of a line would not have fitted on the
  /// one before. Where lines that begin in the middle of a sentence bear it, they are wrapped.
  private func wrapColumn(_ lines: ArraySlice<LayoutLine>) -> Int? {
    guard lines.count >= 3, let column = usualColumn(lines), (40...140).contains(column) else {
      return nil
    }
    var pairs = 0
    var full = 0
    var inside = 0
    for index in lines.indices.dropLast() {
      let next = lines[index + 1]
      guard next.kind == .text, lines[index].kind != .ruler else { continue }
      pairs += 1
      if next.startsLower || (!next.hasLower && !lines[index].endsSentence) {
        inside += 1
        if isFull(lines[index], before: next, column: column) { full += 1 }
      }
    }
    guard pairs >= 2, inside * 4 >= pairs, full * 100 >= inside * 85 else { return nil }
    return column
  }

  /// The greatest width but for outliers such as addresses.
  private func usualColumn(_ lines: ArraySlice<LayoutLine>) -> Int? {
    var counts = Array(repeating: 0, count: 256)
    for line in lines { counts[min(line.width, 255)] += 1 }
    var allowed = lines.count / 20
    for width in counts.indices.reversed() where counts[width] > 0 {
      if width <= 140 { return width }
      allowed -= counts[width]
      if allowed < 0 { return nil }
    }
    return nil
  }

  /// Whether the first word of `next` would not have fitted on `line`.
  private func isFull(_ line: LayoutLine, before next: LayoutLine, column: Int) -> Bool {
    line.width + 1 + next.firstWord > column - max(2, column / 12)
  }

  /// Whether `next` goes on with the block that `line` belongs to.
  private func continues(
    _ line: LayoutLine, _ next: LayoutLine, own: Int?, item: LayoutLine?
  ) -> Bool {
    switch (line.kind, next.kind) {
    case (.ruler, _), (.heading, _), (_, .heading), (_, .ruler): return false
    default: break
    }
    let isInside = next.startsLower && !line.endsSentence
    if let item, next.kind == .text, next.indent > item.indent { return true }
    guard let column = own ?? column, line.width <= column + column / 8 else {
      // With nothing to compare, only a sentence that plainly goes on is joined.
      return next.kind == .text && isInside && (40...140).contains(line.width)
        && next.width <= line.width + 12
    }
    let isFull = isFull(line, before: next, column: column)
    if next.kind == .listItem {
      // A number or dash may also come to stand at the beginning of a wrapped line.
      return isFull && !line.endsSentence && item == nil
    }
    if next.indent > line.indent, item == nil, !isInside { return false }
    if own == nil, next.width > column + column / 8 { return false }
    return isFull || (isInside && line.width >= column / 2)
  }

  /// Whether the line at `index` is a short one between paragraphs, such as a heading.
  private func standsAlone(_ index: Int, in stretch: Range<Int>, column: Int?) -> Bool {
    guard let column, index + 1 < stretch.upperBound else { return false }
    let (line, next) = (lines[index], lines[index + 1])
    return !line.endsSentence && !line.startsLower && !next.startsLower
      && !isFull(line, before: next, column: column)
  }

  // MARK: - Blocks

  private mutating func makeBlocks(_ stretch: Range<Int>, column own: Int?) {
    var first = stretch.lowerBound
    while first < stretch.upperBound {
      var last = first
      let item = lines[first].kind == .listItem ? lines[first] : nil
      while last + 1 < stretch.upperBound,
        lines[last].contentStart < lines[last].end,
        lines[last + 1].contentStart < lines[last + 1].end,
        continues(lines[last], lines[last + 1], own: own, item: item),
        !(lines[last].endsSentence
          && standsAlone(last + 1, in: stretch, column: own ?? column))
      {
        last += 1
      }
      if last == first, last + 1 < stretch.upperBound, let level = underlined(first) {
        append(first, through: last + 1, marker: .heading(level: level), wordsIn: last)
        last += 1
      } else {
        append(first, through: last, marker: marker(lines[first]), wordsIn: last)
      }
      first = last + 1
    }
  }

  private func marker(_ line: LayoutLine) -> Layout.Marker {
    if line.isQuoted { return .blockQuote }
    switch line.kind {
    case .heading(let level): return .heading(level: level)
    case .listItem: return .listItem
    case .text, .ruler: return .none
    }
  }

  /// The level of the heading that the line at `index` is by the line drawn under it.
  private func underlined(_ index: Int) -> Int? {
    let line = lines[index]
    guard line.kind == .text, !line.isQuoted, line.width <= 120 else {
      return nil
    }
    switch lines[index + 1].underline {
    case UInt8(ascii: "="): return 1
    // Dashes also separate what has nothing to do with headings.
    case UInt8(ascii: "-") where lines[index + 1].kind == .ruler && !line.endsSentence: return 2
    default: return nil
    }
  }

  private mutating func append(
    _ first: Int, through last: Int, marker: Layout.Marker, wordsIn words: Int
  ) {
    blocks.append(
      Layout.Block(
        range: TextRange(lines[first].start, lines[last].end),
        contentStart: lines[first].contentStart, contentEnd: lines[words].contentEnd,
        marker: marker, follows: lines[first].follows))
  }
}
