import BriefSource
import BriefTestSupport
import BriefText
import Testing

@Suite("What holds for any bytes")
struct TextPropertyTests {
  /// A source for bytes that need be no text.
  static func source(_ bytes: [UInt8]) -> Source {
    (try? Source.decoding(bytes, name: "mutated"))
      ?? Source(name: "mutated", text: String(decoding: bytes, as: UTF8.self))
  }

  /// For each byte whether it is part of a code point that is no white space.
  static func inked(_ bytes: [UInt8]) -> [Bool] {
    var inked: [Bool] = []
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let isInk = !scalar.properties.isWhitespace && scalar != "\u{FEFF}"
      inked += Array(repeating: isInk, count: UTF8.width(scalar))
    }
    return inked
  }

  /// What is wrong with the layers of `source`, or `nil`.
  static func fault(_ source: Source) -> String? {
    let document = Document(source)
    let inked = inked(source.bytes)
    return tokenFault(document, inked) ?? sentenceFault(document) ?? blockFault(document, inked)
  }

  static func tokenFault(_ document: Document, _ inked: [Bool]) -> String? {
    let bytes = document.source.bytes
    let tokens = document.tokens
    var covered = Array(repeating: false, count: bytes.count)
    var last = 0
    for index in 0..<tokens.count {
      let (start, end) = (Int(tokens.starts[index]), Int(tokens.ends[index]))
      if start < last || end <= start || end > bytes.count { return "token \(index) out of order" }
      if bytes[start] & 0xC0 == 0x80 { return "token \(index) cuts a code point" }
      if end < bytes.count, bytes[end] & 0xC0 == 0x80 { return "token \(index) cuts a code point" }
      if bytes[start..<end].contains(where: { $0 == 0x0A || $0 == 0x0D }) {
        return "token \(index) crosses a line end"
      }
      for offset in start..<end { covered[offset] = true }
      let text = document.source[tokens.range(index)]
      if document.form(index) != text { return "token \(index) has another form" }
      let lower = text.lowercased().replacing("’", with: "'")
      if document.lower(index) != lower { return "token \(index) has another lower form" }
      last = end
    }
    return covered == inked ? nil : "tokens leave bytes out, or hold white space"
  }

  static func sentenceFault(_ document: Document) -> String? {
    let bounds = document.sentences.bounds
    if bounds.first != 0 || bounds.last != document.tokens.count { return "sentences do not cover" }
    for (start, end) in zip(bounds, bounds.dropFirst()) where start >= end {
      return "an empty sentence"
    }
    return nil
  }

  static func blockFault(_ document: Document, _ inked: [Bool]) -> String? {
    var covered = Array(repeating: false, count: inked.count)
    var last = 0
    for block in document.layout.blocks {
      if block.range.start < last || block.range.isEmpty { return "blocks out of order" }
      if block.contentStart < block.range.start || block.contentEnd > block.range.end
        || block.contentStart > block.contentEnd
      {
        return "content outside its block"
      }
      if !inked[block.range.start] || !inked[block.range.end - 1] {
        return "white space at an edge"
      }
      for offset in block.range.offsets { covered[offset] = true }
      last = block.range.end
    }
    for (offset, isInk) in inked.enumerated() where isInk && !covered[offset] {
      return "a byte in no block"
    }
    // No sentence goes beyond its block.
    var block = 0
    let blocks = document.layout.blocks
    for index in 0..<document.sentences.count {
      let range = document.tokens.range(document.sentences[index])
      while block < blocks.count, blocks[block].range.end <= range.start { block += 1 }
      if block == blocks.count || !blocks[block].range.contains(range) {
        return "a sentence beyond its block"
      }
    }
    return nil
  }

  @Test("texts damaged at random", arguments: 0..<20)
  func damaged(seed: Int) {
    var random = Random(seed: UInt64(seed))
    for round in 0..<60 {
      var bytes = Array(seedTexts[random.below(seedTexts.count)].utf8)
      for _ in 0...random.below(3) { bytes = TextMutator.mutate(bytes, with: &random) }
      if let fault = Self.fault(Self.source(bytes)) {
        Issue.record("round \(round): \(fault) in \(String(decoding: bytes, as: UTF8.self))")
        return
      }
    }
  }

  @Test("marks and bytes in random order", arguments: 100..<120)
  func noise(seed: Int) {
    var random = Random(seed: UInt64(seed))
    for round in 0..<120 {
      let bytes = TextMutator.noise(fragments: random.number(in: 1...40), with: &random)
      if let fault = Self.fault(Self.source(bytes)) {
        Issue.record("round \(round): \(fault) in \(bytes)")
        return
      }
    }
  }

  @Test("the texts themselves", arguments: seedTexts)
  func undamaged(text: String) {
    #expect(Self.fault(Source(name: "seed", text: text)) == nil)
  }

  @Test(
    "long runs of one thing take time in proportion",
    arguments: [
      "a", "A.", "1.", "1,", "a-", "a'", "\"", "(", "”", "…", ".", " . ", "a@", "a.b@", "www.a",
      "http://", "://", "é", "😀", "\u{200D}", "\n", "> ", "- ", "#", "1. ", "¿", "a_", "a*", "x/",
      "a.b ", "’s", "a)", "!\" ", "\u{FEFF}",
    ])
  func runs(piece: String) {
    // Anything worse than linear would take minutes.
    let text = String(repeating: piece, count: 40_000 / piece.utf8.count)
    let document = Document(Source(name: "run", text: text))
    #expect(document.sentences.bounds.last == document.tokens.count)
    #expect(Self.sentenceFault(document) == nil || document.tokens.count == 0)
  }

  @Test("reading the same text twice gives the same")
  func repeatable() {
    for text in seedTexts {
      let (first, second) = (
        Document(Source(name: "a", text: text)), Document(Source(name: "b", text: text))
      )
      #expect(first.tokens.forms == second.tokens.forms)
      #expect(first.tokens.starts == second.tokens.starts)
      #expect(first.sentences.bounds == second.sentences.bounds)
      #expect(first.layout.blocks == second.layout.blocks)
    }
  }
}
