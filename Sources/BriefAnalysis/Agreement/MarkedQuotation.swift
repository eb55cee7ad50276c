import BriefSource

/// A quotation as one annotator has it: a person, or the program.
public struct MarkedQuotation: Sendable {
  /// Its pieces, in text order.
  public let parts: [TextRange]
  /// Whose words are given how.
  public let kind: Quote.Kind
  /// Who speaks; `nil` for nobody who is named.
  public let speaker: String?
  /// The word that introduces it, as the text has it.
  public let cue: String?
  /// The program's own quotation; `nil` for what a person marked.
  public let quote: Quote?

  /// From the first to the last byte.
  public var range: TextRange { parts.dropFirst().reduce(parts[0]) { $0.union($1) } }

  /// What a person marked in `source`; `nil` when the text has no such places.
  ///
  /// Linear in the length of the text.
  public init?(_ mark: HandMark, in source: Source) {
    var parts: [TextRange] = []
    for piece in mark.pieces {
      guard let range = source.range(ofScalars: piece) else { return nil }
      parts.append(range)
    }
    guard !parts.isEmpty else { return nil }
    self.parts = parts
    kind = mark.kind
    speaker = mark.speaker
    cue = mark.cue
    quote = nil
  }

  /// What the program found in `source`.
  public init(_ quote: Quote, in source: Source) {
    parts = quote.parts.isEmpty ? [quote.range] : quote.parts
    kind = quote.kind
    speaker = quote.speaker?.name
    cue = quote.cue.map { source[$0.range] }
    self.quote = quote
  }
}

extension Source {
  /// The bytes of a stretch of code points; `nil` when the text is shorter.
  ///
  /// Linear in the length of the text.
  public func range(ofScalars scalars: Range<Int>) -> TextRange? {
    var count = 0
    var start: Int?
    for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
      if count == scalars.lowerBound { start = offset }
      if count == scalars.upperBound { return start.map { TextRange($0, offset) } }
      count += 1
    }
    if count == scalars.upperBound, let start { return TextRange(start, bytes.count) }
    return nil
  }
}

extension Briefing {
  /// What the program holds for quotations: those of the body that the text itself reports, without
  /// the words in marks that only name a thing.
  ///
  /// Linear in the number of quotes.
  public var machineMarks: [MarkedQuotation] {
    let outer = quotes.enclosingQuotes()
    return quotes.indices.filter {
      outer[$0] == nil && quotes[$0].isInBody && quotes[$0].rule != .term
    }.map { MarkedQuotation(quotes[$0], in: source) }
  }

  /// The stretches in quotation marks, as the marks alone show them, in text order.
  ///
  /// Linear in the length of the text.
  public var stretchesInMarks: [TextRange] {
    QuotationMarks(source, structure).stretches.map(\.range)
  }
}
