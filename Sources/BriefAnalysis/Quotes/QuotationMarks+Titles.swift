import BriefSource
import BriefText

extension QuotationMarks {
  /// The marks without those around the title of a work or the name of a thing: “Morning Joe” in
  /// “told MSNBC’s “Morning Joe””, “13th” in “her documentary “13th””.
  ///
  /// All words of a title but the small ones begin with a capital letter, and right before it stands
  /// whose it is or what kind of work. Linear in the number of marked bytes, and logarithmic in that
  /// of the tokens.
  func withoutTitles(in document: Document) -> QuotationMarks {
    var kept = self
    kept.stretches = stretches.filter { !Self.isTitle($0, in: document) }
    return kept
  }

  private static func isTitle(_ stretch: QuotedStretch, in document: Document) -> Bool {
    guard stretch.isClosed, stretch.inner.count <= 60 else { return false }
    let tokens = document.tokens
    let inside = tokens.indices(in: stretch.inner)
    let first = tokens.indices(in: stretch.range).lowerBound
    guard !inside.isEmpty, inside.count <= 10, first > 0,
      tokens.range(first - 1).end + 1 == stretch.range.start
    else { return false }
    let before = document.lower(first - 1)
    let isOwned =
      (before == "'s" || before == "'") && first > 1
      && isCapitalised(first - 2, in: document)
    guard isOwned || works.contains(before) else { return false }
    var words = 0
    for token in inside where tokens.kinds[token] == .word || tokens.kinds[token] == .number {
      words += 1
      if isCapitalised(token, in: document) || tokens.kinds[token] == .number { continue }
      guard words > 1, smallWords.contains(document.lower(token)) else { return false }
    }
    return words > 0
  }

  private static func isCapitalised(_ token: Int, in document: Document) -> Bool {
    let range = document.tokens.range(token)
    let (scalar, _) = LineShape.scalar(document.source.bytes, range.start, range.end)
    return LineShape.letterCase(scalar) == .upper || (0x30...0x39).contains(scalar)
  }

  /// Nouns for works that have a title, and the participles that give one.
  private static let works: Set<String> = [
    "album", "anthem", "ballad", "book", "bestseller", "broadcast", "comedy", "documentary",
    "drama", "entitled", "essay", "exhibition", "film", "hit", "magazine", "memoir", "movie",
    "musical", "novel", "novella", "opera", "painting", "play", "podcast", "poem", "program",
    "programme", "satire", "series", "show", "sitcom", "single", "song", "thriller", "titled",
    "trilogy",
  ]

  /// Words that are written small in titles.
  private static let smallWords: Set<String> = [
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "vs.",
    "with", "'s",
  ]
}
