import BriefSource

/// What a token is, as far as its bytes tell.
public enum TokenKind: UInt8, Sendable, CaseIterable {
  /// Letters, perhaps with digits, hyphens or apostrophes inside.
  case word
  /// Begins with a digit, or is written in digits throughout: `1998`, `3.5`, `17th`, `12:49`.
  case number
  /// A full stop, comma, dash, bracket and the like.
  case punctuation
  /// A mark that may open or close a quotation; an apostrophe inside a word is none.
  case quotationMark
  /// A currency sign, an emoji, a bullet.
  case symbol
}

/// The tokens of one text, as parallel arrays that share an index.
///
/// Ranges ascend, never overlap, and cover every byte that is not white space.
public struct Tokens: Sendable {
  /// The offset of each token's first byte.
  public internal(set) var starts: [UInt32] = []
  /// The offset after each token's last byte.
  public internal(set) var ends: [UInt32] = []
  /// What each token is.
  public internal(set) var kinds: [TokenKind] = []
  /// Each token's form in the document's ``Vocabulary``, case kept.
  public internal(set) var forms: [WordID] = []
  /// Each token's form without case, curly apostrophes made straight, in the same vocabulary.
  public internal(set) var lowers: [WordID] = []

  mutating func reserve(_ count: Int) {
    starts.reserveCapacity(count)
    ends.reserveCapacity(count)
    kinds.reserveCapacity(count)
    forms.reserveCapacity(count)
    lowers.reserveCapacity(count)
  }

  mutating func append(
    _ start: Int, _ end: Int, _ kind: TokenKind, _ form: WordID, _ lower: WordID
  ) {
    starts.append(UInt32(truncatingIfNeeded: start))
    ends.append(UInt32(truncatingIfNeeded: end))
    kinds.append(kind)
    forms.append(form)
    lowers.append(lower)
  }

  /// The number of tokens.
  public var count: Int { starts.count }

  /// The place of the token at `index`.
  public func range(_ index: Int) -> TextRange { TextRange(Int(starts[index]), Int(ends[index])) }

  /// The place from the first to the last token of a non-empty range of indices.
  public func range(_ indices: Range<Int>) -> TextRange {
    TextRange(Int(starts[indices.lowerBound]), Int(ends[indices.upperBound - 1]))
  }

  /// Whether white space stands before the token at `index`; the first token has none.
  public func hasSpaceBefore(_ index: Int) -> Bool {
    index > 0 && ends[index - 1] != starts[index]
  }

  /// The index of the first token that ends after `offset`; `count` when there is none.
  ///
  /// Logarithmic in the number of tokens.
  public func index(at offset: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if Int(ends[middle]) <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The indices of the tokens that share at least one byte with `range`.
  public func indices(in range: TextRange) -> Range<Int> {
    let first = index(at: range.start)
    var last = first
    while last < count, Int(starts[last]) < range.end { last += 1 }
    return first..<last
  }
}
