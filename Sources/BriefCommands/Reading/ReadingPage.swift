import BriefAnalysis
import BriefSource

/// A briefing as it is read: wrapped, with the numbers of its lines in the margin, and a legend of
/// its marks.
struct ReadingPage: Figure {
  /// What stands under one another.
  enum Item: Sendable {
    /// A paragraph, or another block; `isTight` when no empty line sets it off from the one before.
    case block(MarkedText, isTight: Bool)
    /// The number of a section from 1, and its heading.
    case section(Int, MarkedText)
    /// A remark of ours.
    case note(String)
  }

  /// The name of the file.
  let name: String
  /// The names of the speakers, in the order of their letters.
  let speakers: [String]
  /// The highest number in the margin.
  let lastLine: Int
  /// Whether only the words stand there, without margin, legend and marks.
  let isPlain: Bool
  /// What is read.
  let items: [Item]

  func drawn(on medium: Medium) -> StyledText {
    // Longer lines are hard to read on from one to the next.
    let medium = Medium(width: min(medium.width, 100), alphabet: medium.alphabet)
    var result = StyledText()
    if !isPlain {
      result.appendLines(DisplayText.harmless(name), .strong, width: medium.width)
      appendLegend(medium, to: &result)
    }
    for item in items {
      switch item {
      case .note(let note):
        if !result.isEmpty { result.append("\n") }
        result.appendLines(note, .dim, width: medium.width)
      case .section(let number, let heading):
        if !result.isEmpty { result.append("\n") }
        append(heading, isPlain ? "" : "[\(number)] ", medium, to: &result)
      case .block(let text, let isTight):
        if !isTight, !result.isEmpty { result.append("\n") }
        append(text, "", medium, to: &result)
      }
    }
    return result
  }

  /// Says what the marks mean that are there, and no others.
  private func appendLegend(_ medium: Medium, to result: inout StyledText) {
    let texts = items.compactMap { item -> MarkedText? in
      if case .block(let text, _) = item { text } else { nil }
    }
    let letters = texts.reduce(into: Set<SpeakerLetters.Letter?>()) { $0.formUnion($1.speakers) }
    let types = texts.reduce(into: Set<EntityType>()) { $0.formUnion($1.types) }
    var units = speakers.indices.map { SpeakerLetters.Letter(number: $0) }
      .filter { letters.contains($0) }
      .map { letter in
        StyledText(
          "[\(letter.name)] \(DisplayText.harmless(speakers[letter.number]))",
          .voice(letter.number))
      }
    if letters.contains(nil) { units.append(StyledText("[?] nobody named", .dim)) }
    result.appendUnits(units, "Speakers:", width: medium.width)
    var marks: [String] = []
    if texts.contains(where: \.hasCue) {
      marks.append(medium.choose("‹said›", "<said>") + " introduces speech")
    }
    marks += EntityType.allCases.filter { types.contains($0) }
      .map { "\($0.mark(medium)) \($0.rawValue)" }
    result.appendUnits(
      marks.map { StyledText($0, .dim) }, "Marks:", width: medium.width)
  }

  /// Adds a block with the numbers of its lines: that of the first, and of each later line of the
  /// file that begins within a line drawn, beside the first such.
  private func append(
    _ block: MarkedText, _ head: String, _ medium: Medium, to result: inout StyledText
  ) {
    let digits = String(lastLine).count
    // A narrow terminal has no room for a rule.
    let rule = medium.width < 36 ? " " : medium.choose(" │ ", " | ")
    let margin = isPlain ? 0 : digits + DisplayText.width(rule)
    let drawn = block.drawn(on: medium)
    let text = StyledText(head, .dim) + drawn.text
    var characters = StyledCharacters(text)
    var last = 0
    for line in LineWrapper(width: medium.width - margin).lines(of: text.plain) {
      characters.skipSpaces()
      let position = max(0, characters.position - head.count)
      if !isPlain {
        let number = position < drawn.lines.count ? drawn.lines[position] : last
        let shown = number > last ? String(number) : ""
        last = max(last, number)
        result.append(shown.padded(to: digits, isTrailing: true) + rule, .dim)
      }
      characters.take(line, to: &result)
      result.append("\n")
    }
  }
}
