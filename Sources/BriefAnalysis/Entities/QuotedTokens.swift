import BriefSource
import BriefText

/// Which tokens stand in double quotation marks, so that "he" inside is not the one who speaks.
///
/// A mark that is not closed before its sentence's paragraph ends holds no further than that.
struct QuotedTokens {
  /// The number of the quotation each token stands in, from 1; 0 outside.
  private(set) var quotation: [Int32]

  /// Reads the marks of `text`. Linear in the number of tokens.
  init(_ text: CasedText, structure: Structure) {
    quotation = Array(repeating: 0, count: text.tokens.count)
    var number: Int32 = 0
    var isOpen = false
    var block = 0
    for token in quotation.indices {
      let start = Int(text.tokens.starts[token])
      while block < structure.blocks.count, structure.blocks[block].range.end <= start {
        block += 1
        isOpen = false
      }
      if text.tokens.kinds[token] == .quotationMark {
        switch text.form(token) {
        case "“", "«", "„":
          number += 1
          isOpen = true
        case "”", "»": isOpen = false
        case "\"":
          isOpen.toggle()
          if isOpen { number += 1 }
        default: break
        }
      } else if isOpen {
        quotation[token] = number
      }
    }
  }
}
