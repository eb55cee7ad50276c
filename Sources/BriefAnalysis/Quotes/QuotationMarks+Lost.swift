import BriefSource
import BriefText

extension QuotationMarks {
  /// The marks with those whose closing mark was lost ended where the text names who speaks:
  /// `“We will not sign, said Nadia Karim.` Others go on to the end of their paragraph.
  ///
  /// Linear in the number of tokens that stand in unclosed marks.
  func endedAtSpeakers(in document: Document) -> QuotationMarks {
    var mended = self
    mended.stretches = stretches.map { stretch in
      guard !stretch.isClosed, let end = Self.end(of: stretch, in: document) else { return stretch }
      return QuotedStretch(
        range: TextRange(stretch.range.start, end),
        inner: TextRange(stretch.inner.start, max(stretch.inner.start, end)),
        block: stretch.block, style: stretch.style, isClosed: false,
        isReopened: stretch.isReopened)
    }
    return mended
  }

  /// Where the comma ends behind which a verb of speech and its subject stand.
  private static func end(of stretch: QuotedStretch, in document: Document) -> Int? {
    let tokens = document.tokens
    let inside = tokens.indices(in: stretch.inner)
    guard inside.count > 4 else { return nil }
    for comma in (inside.lowerBound + 1)..<(inside.upperBound - 2)
    where document.lower(comma) == "," {
      let (first, second) = (document.lower(comma + 1), document.lower(comma + 2))
      let isInverted = isPastCue(first) && isSubject(comma + 2, second, in: document)
      let isPronoun = ["he", "she", "they"].contains(first) && isPastCue(second)
      if isInverted || isPronoun { return tokens.range(comma).end }
    }
    return nil
  }

  private static func isPastCue(_ word: String) -> Bool {
    guard let verb = CueLexicon.shared.verb(word) else { return false }
    return verb.forms.contains(.past) && CueLexicon.shared.entries[verb.entry].isInvertible
  }

  private static func isSubject(_ token: Int, _ word: String, in document: Document) -> Bool {
    let range = document.tokens.range(token)
    let (scalar, _) = LineShape.scalar(document.source.bytes, range.start, range.end)
    return LineShape.letterCase(scalar) == .upper || ["a", "an", "the"].contains(word)
  }
}
