import BriefSource
import BriefText

/// Reports quotation marks without a counterpart, and quotations that are not the speaker's
/// unbroken words.
struct QuoteProblems {
  private let source: Source
  private let structure: Structure
  private let marks: QuotationMarks

  init(_ source: Source, _ structure: Structure, _ marks: QuotationMarks) {
    self.source = source
    self.structure = structure
    self.marks = marks
  }

  /// The findings, in text order. Linear in the number of bytes quoted.
  func diagnostics() -> [Diagnostic] {
    var found: [Diagnostic] = []
    for (index, stretch) in marks.stretches.enumerated() {
      // One that another opens inside of is reported where that one opens.
      if !stretch.isClosed, !stretch.isReopened { found.append(unclosed(index)) }
      if isReopened(index) { found.append(reopened(index)) }
      if let ellipsis = ellipsis(in: stretch.inner) { found.append(abridged(stretch, ellipsis)) }
      if let heading = headingQuotation(stretch) { found.append(heading) }
    }
    for place in marks.reopened {
      found.append(
        Diagnostic(
          id: "reopened-quotation", severity: .warning,
          "a quotation opens inside another that is still open", source: source, range: place,
          help: "the earlier quotation is taken to end here"))
    }
    for place in marks.unmatched {
      found.append(
        Diagnostic(
          id: "unmatched-closing-mark", severity: .warning,
          "this closing quotation mark closes nothing", source: source, range: place,
          help: "it is read as punctuation; no quotation is lost"))
    }
    return found.sorted { left, right in
      let (first, second) = (left.range ?? .at(0), right.range ?? .at(0))
      return first == second ? left.id < right.id : first < second
    }
  }

  private func opening(_ stretch: QuotedStretch) -> TextRange {
    TextRange(stretch.range.start, max(stretch.range.start, stretch.inner.start))
  }

  private func unclosed(_ index: Int) -> Diagnostic {
    let stretch = marks.stretches[index]
    let isContinued = index + 1 < marks.stretches.count && isReopened(index + 1)
    var labels: [Diagnostic.Label] = []
    if isContinued {
      labels.append(
        Diagnostic.Label(
          opening(marks.stretches[index + 1]), "the mark is opened again in the next paragraph"))
    }
    return Diagnostic(
      id: "unclosed-quotation", severity: isContinued ? .note : .warning,
      isContinued
        ? "the quotation is not closed in this paragraph; it goes on in the next"
        : "the quotation is opened and never closed",
      source: source, range: stretch.range, labels: labels,
      help: "it is taken to end where the speaker is named, or else with its paragraph")
  }

  /// Whether the stretch opens a paragraph while the one of the paragraph before is still open.
  private func isReopened(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let stretch = marks.stretches[index]
    let before = marks.stretches[index - 1]
    return !before.isClosed && !before.isReopened && before.style == stretch.style
      && before.block + 1 == stretch.block
      && stretch.range.start == structure.blocks[stretch.block].content.start
  }

  private func reopened(_ index: Int) -> Diagnostic {
    Diagnostic(
      id: "reopened-quotation", severity: .note,
      "a quotation that was left open in the paragraph before is opened again", source: source,
      range: opening(marks.stretches[index]),
      labels: [
        Diagnostic.Label(opening(marks.stretches[index - 1]), "it was opened here")
      ],
      help: "the two are read as one statement by one speaker")
  }

  private func abridged(_ stretch: QuotedStretch, _ ellipsis: TextRange) -> Diagnostic {
    Diagnostic(
      id: "abridged-quotation", severity: .note, "words were left out of this quotation",
      source: source, range: stretch.range,
      labels: [Diagnostic.Label(ellipsis, "here, as the ellipsis says")])
  }

  private func headingQuotation(_ stretch: QuotedStretch) -> Diagnostic? {
    let block = structure.blocks[stretch.block]
    guard block.kind == .heading || block.kind == .headline, stretch.range == block.content else {
      return nil
    }
    return Diagnostic(
      id: "heading-quotation", severity: .note,
      "this heading is given as a quotation; headings are the desk's wording", source: source,
      range: stretch.range)
  }

  /// The first editorial ellipsis in `range`: with a space, a bracket or a mark on either side.
  private func ellipsis(in range: TextRange) -> TextRange? {
    var offset = range.start
    while offset < range.end {
      var end = offset
      switch source.bytes[offset] {
      case 0xE2 where source.bytes[offset...].starts(with: [0xE2, 0x80, 0xA6]): end = offset + 3
      case 0x2E:
        // "..." and ". . ."
        var dots = 0
        var last = offset
        while last < range.end,
          source.bytes[last] == 0x2E || (source.bytes[last] == 0x20 && dots > 0)
        {
          if source.bytes[last] == 0x2E {
            dots += 1
            end = last + 1
          } else if last + 1 >= range.end || source.bytes[last + 1] != 0x2E {
            break
          }
          last += 1
        }
        if dots < 3 {
          offset = max(end, offset + 1)
          continue
        }
      default:
        offset += 1
        continue
      }
      // At the very end a speaker trails off; in the middle words were cut.
      let isInside = end < range.end && offset > range.start
      if isInside, isSeparate(offset, end) { return TextRange(offset, end) }
      offset = end
    }
    return nil
  }

  private func isSeparate(_ start: Int, _ end: Int) -> Bool {
    let after = source.bytes[end]
    let before = source.bytes[start - 1]
    return after <= 0x20 || after == 0xC2 || after == UInt8(ascii: "]") || before == 0x20
      || before == UInt8(ascii: "[")
  }
}
