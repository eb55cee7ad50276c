import BriefText
import Testing

/// The rows that are read where they lie are the rows of the list.
@Suite struct LexiconReaderTests {
  @Test(arguments: Lexicon.File.allCases) func itReadsTheSameRows(_ file: Lexicon.File) {
    var reader = LexiconReader(file)
    for row in Lexicon.table(file) {
      guard reader.advance() else {
        Issue.record("rows are missing")
        return
      }
      #expect(reader.count == row.count)
      for number in row.indices where reader.string(number) != row[number] {
        Issue.record("\(reader.string(number)) is no \(row[number])")
      }
    }
    let hasMore = reader.advance()
    #expect(!hasMore)
    #expect(reader.count == 0)
  }

  @Test func itParts() {
    var reader = LexiconReader(.bodies)
    for row in Lexicon.table(.bodies) {
      let hasRow = reader.advance()
      #expect(hasRow)
      var parts: [String] = []
      reader.forEachPart(of: 2, separator: "|") { part in
        parts.append(String(decoding: reader.bytes(part), as: UTF8.self))
      }
      #expect(row.count > 2 ? parts == row[2].split(separator: "|").map(String.init) : parts == [])
      #expect(reader.holds(1, "media") == (row[1] == "media"))
      #expect(reader.string(99).isEmpty)
    }
  }
}
