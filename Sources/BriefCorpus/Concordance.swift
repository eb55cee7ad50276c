import BriefAnalysis
import BriefSource
import BriefText

/// A key word in context (KWIC): one place where a phrase stands, with the words around it.
public struct ConcordanceLine {
  /// The briefing.
  public let briefing: Briefing
  /// The words that matched.
  public let match: TextRange
  /// The words before, up to the number asked for, of the same block of text.
  public let left: TextRange
  /// The words after, likewise.
  public let right: TextRange
}

/// Finds a word or phrase in briefings, in any case.
///
/// A word may end in `*`, which stands for any ending: `terror*`. The words of a phrase are split
/// as the texts are, so `can't` finds `can’t`.
public struct Concordance {
  /// The words of one pattern, in order.
  private struct Pattern {
    struct Word {
      let text: String
      let isPrefix: Bool
    }
    let words: [Word]
  }

  private let pattern: Pattern
  private let context: Int

  /// Prepares a search.
  ///
  /// - Parameters:
  ///   - phrase: The words, separated by spaces.
  ///   - context: The most words shown on either side.
  /// - Returns: `nil` when the phrase holds no word.
  public init?(_ phrase: String, context: Int = 6) {
    var words: [Pattern.Word] = []
    for part in phrase.split(whereSeparator: \.isWhitespace) {
      let isPrefix = part.count > 1 && part.hasSuffix("*")
      let document = Document(Source(name: "", text: String(isPrefix ? part.dropLast() : part)))
      let count = document.tokens.count
      for token in 0..<count {
        words.append(
          Pattern.Word(text: document.lower(token), isPrefix: isPrefix && token == count - 1))
      }
    }
    if words.isEmpty { return nil }
    pattern = Pattern(words: words)
    self.context = max(0, context)
  }

  /// Every place in `briefing`, in text order; matches do not overlap.
  ///
  /// Linear in the number of tokens times the number of words of the phrase.
  public func lines(in briefing: Briefing) -> [ConcordanceLine] {
    let document = briefing.document
    let tokens = document.tokens
    // Which word of the phrase each form of the text can be, looked up once per form.
    let fits = pattern.words.map { word in
      document.vocabulary.flags { form in
        word.isPrefix ? form.hasPrefix(word.text) : form == word.text
      }
    }
    var lines: [ConcordanceLine] = []
    var token = 0
    while token + fits.count <= tokens.count {
      let isMatch = fits.indices.allSatisfy { offset in
        fits[offset][Int(tokens.lowers[token + offset].index)]
      }
      if isMatch {
        lines.append(line(of: token..<token + fits.count, in: briefing))
        token += fits.count
      } else {
        token += 1
      }
    }
    return lines
  }

  private func line(of match: Range<Int>, in briefing: Briefing) -> ConcordanceLine {
    let tokens = briefing.document.tokens
    let range = tokens.range(match)
    let block = briefing.structure.block(at: range.start).map {
      briefing.structure.blocks[$0].range
    }
    let bounds = block ?? range
    var first = match.lowerBound
    while first > 0, match.lowerBound - first < context,
      Int(tokens.starts[first - 1]) >= bounds.start
    {
      first -= 1
    }
    var last = match.upperBound
    while last < tokens.count, last - match.upperBound < context,
      Int(tokens.ends[last]) <= bounds.end
    {
      last += 1
    }
    return ConcordanceLine(
      briefing: briefing, match: range,
      left: first < match.lowerBound ? tokens.range(first..<match.lowerBound) : .at(range.start),
      right: match.upperBound < last ? tokens.range(match.upperBound..<last) : .at(range.end))
  }
}
