import BriefSource
import BriefTestSupport
import BriefText
import Testing

@Suite("Vocabulary")
struct VocabularyTests {
  @Test("forms are numbered in order of first occurrence, each with its lower form")
  func order() {
    let document = Document(Source(name: "t", text: "the Talks the talks The"))
    let vocabulary = document.vocabulary
    #expect(document.tokens.forms.map(\.index) == [0, 1, 0, 2, 3])
    #expect(vocabulary.flags { $0 } == ["the", "Talks", "talks", "The"])
    #expect(vocabulary.count == 4)
    #expect(vocabulary.id(of: "talks") == WordID(2))
    #expect(vocabulary.id(of: "war") == nil)
    #expect(vocabulary.id(of: "") == nil)
    #expect(vocabulary.lower(WordID(1)) == WordID(2))
    #expect(vocabulary.lower(WordID(3)) == WordID(0))
  }

  @Test("forms that share their first bytes, or differ only in length, are told apart")
  func likeForms() {
    // Eight bytes are compared as they stand, more of them by a hash.
    let forms = ["abcdefg", "abcdefgh", "abcdefghi", "abcdefghj", "bcdefgh", "aaaaaaaaaaaaaaaa"]
    let document = Document(
      Source(name: "t", text: (forms + forms).joined(separator: " ")))
    #expect((0..<forms.count * 2).map(document.form) == forms + forms)
    #expect(document.vocabulary.count == forms.count)
  }

  @Test("a table that grows finds what it held before", arguments: [3, 4] as [UInt64])
  func growth(seed: UInt64) {
    var random = Random(seed: seed)
    var words: [String] = []
    for _ in 0..<6000 {
      let length = random.number(in: 1...14)
      words.append(
        String(
          decoding: (0..<length).map { _ in UInt8(ascii: "a") + UInt8(random.below(4)) },
          as: UTF8.self))
    }
    let document = Document(Source(name: "t", text: words.joined(separator: "\n")))
    let distinct = Set(words)
    #expect(document.vocabulary.count == distinct.count)
    #expect((0..<document.tokens.count).map(document.form) == words)
    for word in distinct {
      let id = document.vocabulary.id(of: word)
      #expect(id.map { document.vocabulary[$0] } == word)
    }
  }
}
