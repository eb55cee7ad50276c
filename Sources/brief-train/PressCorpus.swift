import BriefSource
import BriefText

/// The project's own press prose, with names and speech marked in the text.
///
/// A name stands in brackets, `[person: Tahir Andrabi]`; a source, cue or content of reported speech
/// in braces with the number of its statement, `{cue 1: said}`; a line `---` ends a piece.
enum PressCorpus {
  /// A mark that is not closed, or of no known kind.
  struct Malformed: Error, CustomStringConvertible {
    let file: String
    let line: Int
    let found: String

    var description: String {
      "\(file):\(line): a mark such as [person: …] or {cue 1: …} was expected, found: \(found)"
    }
  }

  /// A piece without its marks, and the names in it.
  struct Piece {
    var text = ""
    var names: [(range: Range<Int>, type: NameType)] = []
  }

  /// The pieces of a file.
  static func pieces(_ path: String) throws -> [Piece] {
    var pieces: [Piece] = []
    var bytes: [UInt8] = []
    var names: [(range: Range<Int>, type: NameType)] = []
    func close() {
      if bytes.contains(where: { $0 > 0x20 }) {
        pieces.append(Piece(text: String(decoding: bytes, as: UTF8.self), names: names))
      }
      bytes = []
      names = []
    }
    for (number, line) in try readText(path)
      .split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.hasPrefix("#") { continue }
      if line == "---" {
        close()
        continue
      }
      // What each open mark is: a name with its start, or a part of speech.
      var open: [(type: NameType?, start: Int, isName: Bool)] = []
      var rest = line[...]
      while let character = rest.first {
        switch character {
        case "[", "{":
          guard let colon = rest.firstIndex(of: ":") else {
            throw Malformed(file: path, line: number + 1, found: String(rest.prefix(30)))
          }
          let word = rest[rest.index(after: rest.startIndex)..<colon]
          open.append((type(word), bytes.count, character == "["))
          rest = rest[rest.index(after: colon)...].drop { $0 == " " }
        case "]", "}":
          guard let mark = open.popLast(), mark.isName == (character == "]") else {
            throw Malformed(file: path, line: number + 1, found: String(rest.prefix(30)))
          }
          if let type = mark.type { names.append((mark.start..<bytes.count, type)) }
          rest = rest.dropFirst()
        default:
          bytes += Array(String(character).utf8)
          rest = rest.dropFirst()
        }
      }
      guard open.isEmpty else {
        throw Malformed(file: path, line: number + 1, found: "a mark that is not closed")
      }
      bytes.append(0x0A)
    }
    close()
    return pieces
  }

  /// The type that a mark's word stands for; dates, numbers and parts of speech have none.
  private static func type(_ word: Substring) -> NameType? {
    NameType.learnt.first { "\($0)" == word }
  }

  /// The sentences of all files in a directory.
  static func sentences(below directory: String) throws -> NameCorpus {
    var corpus = NameCorpus()
    for path in try FileBytes.texts(below: directory) {
      for piece in try pieces(path) {
        let source = Source(name: path, text: piece.text)
        let document = Document(source, layout: Layout(source), engine: nil)
        let tokens = document.tokens
        for number in 0..<document.sentences.count {
          let range = document.sentences[number]
          let words = range.map {
            GivenTokens.Token(
              document.form($0),
              hasSpaceAfter: $0 + 1 < tokens.count && tokens.hasSpaceBefore($0 + 1))
          }
          var spans: [(tokens: Range<Int>, types: [NameType])] = []
          for name in piece.names {
            let held = tokens.indices(in: TextRange(name.range.lowerBound, name.range.upperBound))
              .clamped(to: range)
            if !held.isEmpty {
              spans.append(
                (
                  held.lowerBound - range.lowerBound..<held.upperBound - range.lowerBound,
                  [name.type]
                ))
            }
          }
          spans.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
          corpus.append(words, spans, unmarked: [])
        }
      }
    }
    return corpus
  }
}
