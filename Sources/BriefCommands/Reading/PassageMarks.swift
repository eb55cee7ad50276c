import BriefAnalysis
import BriefSource

/// What is marked in the text of a briefing: words in quotation marks, cues, and names.
struct PassageMarks {
  /// The briefing.
  let briefing: Briefing
  /// The letters of its speakers.
  let letters: SpeakerLetters
  private let quotes: [(range: TextRange, speaker: Quote.Speaker?)]
  private let cues: [TextRange]
  private let names: [(range: TextRange, type: EntityType)]

  init(_ briefing: Briefing) {
    self.briefing = briefing
    letters = SpeakerLetters(briefing)
    quotes = briefing.quotes.filter { $0.kind != .indirect }
      .flatMap { quote in quote.parts.map { ($0, quote.speaker) } }
      .sorted { $0.0 < $1.0 }
    var cues: [TextRange] = []
    for cue in briefing.quotes.compactMap(\.cue?.range).sorted()
    where cue.start >= cues.last?.end ?? 0 {
      cues.append(cue)
    }
    self.cues = cues
    names = briefing.entities.mentions.filter { $0.kind == .name }
      .map { ($0.range, briefing.entities[$0.entity].type) }
  }

  /// The number of the line at `offset`, from 1.
  func line(at offset: Int) -> Int { briefing.source.lineNumber(at: offset) }

  /// The text in `range` with its marks.
  ///
  /// Takes time in the number of marks of the whole briefing and the length of `range`.
  func text(_ range: TextRange) -> MarkedText {
    let quotes = quotes.filter { $0.range.overlaps(range) }
    let cues = cues.filter { $0.overlaps(range) }
    let names = names.filter { $0.range.overlaps(range) }
    var cuts: Set<Int> = [range.start, range.end]
    for mark in quotes.map(\.range) + cues + names.map(\.range) {
      if let part = mark.intersection(range) { cuts.formUnion([part.start, part.end]) }
    }
    let offsets = cuts.sorted()
    var text = MarkedText()
    for (start, end) in zip(offsets, offsets.dropFirst()) {
      let quote = quotes.last { $0.range.contains(start) }
      let name = names.first { $0.range.contains(start) }
      let cue = cues.first { $0.contains(start) }
      if let cue, cue.start == start { text.pieces.append(.cueStart) }
      let role: StyledText.Role
      if let quote, let letter = letters[quote.speaker] {
        role = name == nil ? .voice(letter.number) : .voicedName(letter.number)
      } else if let name {
        role = name.type.role
      } else {
        role = cue == nil ? .plain : .cue
      }
      text.append(briefing.source[TextRange(start, end)], role, line: line(at: start))
      if let name, name.range.end == end { text.pieces.append(.type(name.type)) }
      if let cue, cue.end == end { text.pieces.append(.cueEnd) }
      // Words that go on in the next paragraph have their mark in each.
      if let quote, quote.range.end == end || end == range.end {
        text.pieces.append(.speaker(letters[quote.speaker]))
      }
    }
    return text
  }

  /// The words of `quote` behind the one who says them; `ranges` are those of its words or of the
  /// whole statement.
  func line(of quote: Quote, _ ranges: [TextRange]) -> MarkedText {
    let letter = letters[quote.speaker]
    let number = line(at: quote.range.start)
    var text = MarkedText()
    text.pieces.append(.speaker(letter))
    let name = quote.speaker?.name ?? "nobody named"
    text.append(" " + name, letter.map { .voice($0.number) } ?? .dim, line: number)
    if let cue = quote.cue {
      text.append(" ", .plain, line: number)
      text.pieces += [
        .cueStart, .text(briefing.source[cue.range], .cue, line: number), .cueEnd,
      ]
    }
    text.append(": ", .dim, line: number)
    for (index, range) in ranges.enumerated() {
      if index > 0 { text.append(" … ", .dim, line: line(at: range.start)) }
      // Whose words they are stands before them.
      text.pieces += self.text(range).pieces.filter {
        if case .speaker = $0 { false } else { true }
      }
    }
    return text
  }

  /// The names in `ranges`, each of an entity once, with how often it comes; `nil` without a name.
  func names(in ranges: [TextRange]) -> MarkedText? {
    var order: [EntityID] = []
    var found: [EntityID: (range: TextRange, count: Int)] = [:]
    for mention in briefing.entities.mentions
    where mention.kind == .name && ranges.contains(where: { $0.contains(mention.range) }) {
      if let known = found[mention.entity] {
        found[mention.entity] = (known.range, known.count + 1)
      } else {
        found[mention.entity] = (mention.range, 1)
        order.append(mention.entity)
      }
    }
    guard !order.isEmpty else { return nil }
    var text = MarkedText()
    for id in order {
      guard let (range, count) = found[id] else { continue }
      let number = line(at: range.start)
      if !text.pieces.isEmpty { text.append(", ", .dim, line: number) }
      let type = briefing.entities[id].type
      text.append(briefing.source[range], type.role, line: number)
      text.pieces.append(.type(type))
      if count > 1 { text.append(" (\(count) times)", .dim, line: number) }
    }
    return text
  }
}
