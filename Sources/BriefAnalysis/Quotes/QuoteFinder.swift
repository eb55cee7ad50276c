import BriefSource
import BriefText

/// Finds quotations and who speaks.
enum QuoteFinder {
  /// The quotes of a briefing in text order, those inside others apart. Linear in the number of tokens.
  static func quotes(
    in document: Document, structure: Structure, entities: Entities
  ) -> (quotes: [Quote], nested: [Quote], problems: [Diagnostic]) {
    let marks = QuotationMarks(document.source, structure)
    let text = QuoteText(
      document, structure: structure, entities: entities, marks: marks.withoutTitles(in: document))
    let attributor = QuoteAttributor(text)
    var assembler = QuoteAssembler(text, attributor)
    let problems = QuoteProblems(document.source, structure, marks).diagnostics()
    let quotes = assembler.quotes()
    return (quotes.outer, quotes.nested, problems)
  }
}

extension QuotationMarks {
  /// Reads the marks of all blocks. Linear in the number of bytes.
  init(_ source: Source, _ structure: Structure) {
    for (number, block) in structure.blocks.enumerated() where block.kind != .furniture {
      let reader = QuotationMarkReader(source, block.content, block: number)
      stretches += reader.found.stretches
      unmatched += reader.found.unmatched
      reopened += reader.found.reopened
    }
  }
}
