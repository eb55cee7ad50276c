import BriefAnalysis
import BriefSource

/// Compares what is found in a passage with what is marked in it.
struct PassageComparison {
  private let expected: MarkedText
  private let source: Source
  private let quotes: [Quote]

  init(_ expected: MarkedText) {
    self.expected = expected
    source = Source(name: "passage.txt", text: expected.plain)
    quotes = Briefing(source).quotes
  }

  /// What is compared.
  enum Aspect: String, CaseIterable {
    /// The speakers' own words, and whose they are.
    case quotations
    /// What is reported, and whose it is.
    case contents
    /// The cues of what is rightly found.
    case cues
  }

  /// What differs, in plain words; empty when all is as marked.
  func differences(_ aspect: Aspect) -> [String] {
    let quotations = pieces(expected.marks.filter { $0.kind == .quotation })
    let found = quotes.filter { $0.kind != .indirect }
      .flatMap { quote in quote.parts.map { Piece(range: $0, quote: quote) } }
    switch aspect {
    case .quotations: return differences(quotations, found)
    case .contents:
      // Where the quotation is the whole content, it need not be given twice.
      return differences(
        pieces(expected.marks.filter { $0.kind == .content })
          .filter { content in !quotations.contains { trimmed($0.range) == content.range } },
        quotes.filter { $0.kind != .direct }
          .flatMap { quote in quote.statement.map { Piece(range: trimmed($0), quote: quote) } }
          .filter { content in !found.contains { trimmed($0.range) == content.range } })
    case .cues: return cueDifferences
    }
  }

  /// A stretch of what somebody says.
  private struct Piece {
    let range: TextRange
    let speaker: TextRange?
    let isOptional: Bool

    init(range: TextRange, speaker: TextRange?, isOptional: Bool) {
      self.range = range
      self.speaker = speaker
      self.isOptional = isOptional
    }

    init(range: TextRange, quote: Quote) {
      self.init(range: range, speaker: quote.speaker?.mention, isOptional: false)
    }
  }

  private func pieces(_ marks: [MarkedText.Mark]) -> [Piece] {
    marks.map { mark in
      Piece(
        range: mark.kind == .content ? trimmed(mark.range) : mark.range,
        speaker: mark.label.number.flatMap { expected.source($0) },
        isOptional: mark.label.isOptional)
    }
  }

  private func differences(_ expected: [Piece], _ found: [Piece]) -> [String] {
    var differences: [String] = []
    for piece in expected {
      let same = found.filter { $0.range == piece.range }
      if same.isEmpty, !piece.isOptional {
        differences.append("not found: \(source[piece.range])")
      }
      for other in same where other.speaker != piece.speaker {
        differences.append(
          "of \(words(piece.speaker)), given to \(words(other.speaker)): "
            + source[piece.range])
      }
    }
    var reported: Set<TextRange> = []
    for piece in found where !expected.contains(where: { $0.range == piece.range }) {
      guard reported.insert(piece.range).inserted else { continue }
      differences.append(
        "not marked, given to \(words(piece.speaker)): \(source[piece.range])")
    }
    return differences
  }

  /// A cue is right when it shares a word with the one marked for its statement.
  private var cueDifferences: [String] {
    var differences: [String] = []
    var unseen = expected.marks.filter { $0.kind == .cue }
    for quote in quotes {
      let ranges = quote.parts + quote.statement.map { trimmed($0) }
      guard
        let said = expected.marks.first(where: { mark in
          switch mark.kind {
          case .content: ranges.contains(trimmed(mark.range))
          case .quotation: ranges.contains(mark.range)
          case .cue, .source: false
          }
        }), let cue = quote.cue, source[cue.range].contains(where: \.isLetter)
      else { continue }
      let marked = expected.marks.filter { $0.kind == .cue && $0.label == said.label }
      if !marked.contains(where: { $0.range.overlaps(cue.range) }) {
        differences.append("not marked: \(source[cue.range])")
      }
      unseen.removeAll { $0.label == said.label && $0.range.overlaps(cue.range) }
    }
    return differences + unseen.map { "not found: \(source[$0.range])" }
  }

  private func words(_ mention: TextRange?) -> String { mention.map { source[$0] } ?? "nobody" }

  /// A content without the punctuation after it, about which annotators differ.
  private func trimmed(_ range: TextRange) -> TextRange {
    var end = range.end
    while end > range.start, [0x20, 0x2C, 0x2E, 0x3A, 0x3B].contains(source.bytes[end - 1]) {
      end -= 1
    }
    return TextRange(range.start, end)
  }
}
