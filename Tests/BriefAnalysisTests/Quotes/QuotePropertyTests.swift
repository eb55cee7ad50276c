import BriefAnalysis
import BriefSource
import BriefTestSupport
import BriefText
import Testing

@Suite struct QuotePropertyTests {
  /// What must hold of the quotes and the structure of any text at all.
  private func check(_ text: String) {
    let source = Source(name: "any.txt", text: text)
    let briefing = Briefing(source)
    var last = 0
    for block in briefing.structure.blocks {
      #expect(block.range.start >= last)
      #expect(block.range.contains(block.content))
      last = block.range.end
    }
    let held = briefing.structure.sections.flatMap { Array($0.blocks) }
    #expect(held == Array(briefing.structure.blocks.indices))
    var start = 0
    for (index, quote) in briefing.quotes.enumerated() {
      #expect(quote.id == index)
      #expect(quote.range.start >= start)
      start = quote.range.start
      #expect(quote.range.end <= source.bytes.count)
      #expect(quote.unit <= index)
      #expect(quote.parts.allSatisfy { quote.range.contains($0) && !$0.isEmpty })
      #expect((quote.speaker == nil) == quote.rule.namesNobody)
      if let speaker = quote.speaker, quote.rule != .turn {
        #expect(!quote.parts.contains { $0.contains(speaker.mention) })
      }
      for part in quote.parts {
        let block = block(at: part.start, in: briefing.document.layout.blocks)
        #expect(block?.range.contains(part) == true)
      }
    }
    for problem in briefing.problems {
      if let range = problem.range { #expect(range.end <= source.bytes.count) }
    }
  }

  /// The last of `blocks`, which are in text order, that begins at `offset` or before.
  private func block(at offset: Int, in blocks: [Layout.Block]) -> Layout.Block? {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].range.start <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? blocks[low - 1] : nil
  }

  @Test(arguments: 0..<24) func mutatedTextsKeepTheirShape(_ seed: Int) {
    var random = Random(seed: UInt64(seed))
    let passages = Passage.all.map(\.plain)
    for _ in 0..<40 {
      var text = ""
      for _ in 0..<Int(random.next() % 6) + 1 {
        text += passages[Int(random.next() % UInt64(passages.count))]
        text += random.next() % 3 == 0 ? "\r\n\r\n" : "\n"
      }
      var bytes = Array(text.utf8)
      for _ in 0..<Int(random.next() % 12) {
        guard !bytes.isEmpty else { break }
        let place = Int(random.next() % UInt64(bytes.count))
        switch random.next() % 4 {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(contentsOf: Array("“".utf8), at: place)
        case 2: bytes.insert(UInt8(truncatingIfNeeded: random.next()), at: place)
        default: bytes.insert(contentsOf: Array("\n’\"”:— ".utf8), at: place)
        }
      }
      check(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test(arguments: [
    "“", "”", "\"", "‘", "’", "'", "«", "„", "「", "``", "“a ”b ", "“said ", "(", ", ",
  ])
  func longRunsOfMarksAreRead(_ mark: String) {
    check(String(repeating: mark, count: 20_000))
    check(String(repeating: mark + " ", count: 20_000))
  }

  @Test(arguments: [
    "a, ", "Khan ", "who ", "said ", "of ", "and ", "Q: ", "A:\n", "KHAN: ", "- ", "Mr. ",
  ])
  func longRunsOfWordsAreRead(_ word: String) {
    check(String(repeating: word, count: 20_000))
  }
}
