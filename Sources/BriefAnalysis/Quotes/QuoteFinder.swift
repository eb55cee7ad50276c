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
      document, structure: structure, entities: entities,
      marks: marks.withoutTitles(in: document).endedAtSpeakers(in: document))
    let attributor = QuoteAttributor(text)
    var assembler = QuoteAssembler(text, attributor)
    let problems = QuoteProblems(document.source, structure, marks).diagnostics()
    let quotes = assembler.quotes()
    let talk = unlabelledTalk(in: document, structure, hasMarks: !marks.stretches.isEmpty)
    return (quotes.outer, quotes.nested, problems + (talk.map { [$0] } ?? []))
  }

  /// Says so when a text reads like a conversation and nothing tells who speaks: at least two
  /// paragraphs that are questions among at least four, "I", "we" and "you", no marks, no labels.
  private static func unlabelledTalk(
    in document: Document, _ structure: Structure, hasMarks: Bool
  ) -> Diagnostic? {
    guard !hasMarks, structure.turns.isEmpty else { return nil }
    // A short question in a paragraph of its own looks like a heading.
    let paragraphs = structure.blocks.filter { $0.kind == .paragraph || $0.kind == .heading }
    let questions = paragraphs.count {
      $0.content.end > 0 && document.source.bytes[$0.content.end - 1] == UInt8(ascii: "?")
    }
    guard paragraphs.count >= 4, questions >= 2, let first = paragraphs.first else { return nil }
    let speaking: Set = ["i", "we", "you", "our", "my", "your"]
    let personal = (0..<document.tokens.count).count { speaking.contains(document.lower($0)) }
    guard personal * 60 >= document.tokens.count else { return nil }
    return Diagnostic(
      id: "unlabelled-speech", severity: .warning,
      "this reads like a conversation, but nothing tells who speaks", source: document.source,
      range: first.content,
      help: "no words are given to anybody; put a label such as “Q:” before each turn")
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
