import BriefSource

extension GivenTokens {
  /// Why a file of given tokens could not be read: a line that is not as its form wants it.
  public struct Malformed: Error, CustomStringConvertible, Equatable {
    /// The file and the line.
    public let place: String
    /// What was expected.
    public let expected: String
    /// What the line holds.
    public let found: String

    /// One clause that names place, expectation and finding.
    public var description: String {
      "\(place): expected \(expected), found '\(found.prefix(60))'"
    }
  }

  /// Reads the tokens and sentences of CoNLL-U; its annotation is passed over.
  ///
  /// Syntactic words are the tokens; ranges such as `3-4` only tell where spaces are. Linear in the
  /// length of the file.
  public static func conllu(_ source: Source) throws(Malformed) -> GivenTokens {
    var sentences: [[Token]] = [[]]
    var range = (end: 0, hasSpaceAfter: true)
    for line in Lines(source) {
      if line.text.isEmpty {
        sentences.append([])
        range = (0, true)
        continue
      }
      if line.text.hasPrefix("#") { continue }
      let fields = line.text.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 10 else {
        throw line.malformed("the ten columns of CoNLL-U, parted by tabs")
      }
      if fields[0].contains(".") { continue }
      let hasSpaceAfter = !fields[9].contains("SpaceAfter=No")
      if let dash = fields[0].firstIndex(of: "-") {
        guard let end = Int(fields[0][fields[0].index(after: dash)...]) else {
          throw line.malformed("a range of words such as 3-4")
        }
        range = (end, hasSpaceAfter)
        continue
      }
      guard let id = Int(fields[0]), id == (sentences.last?.count ?? 0) + 1 else {
        throw line.malformed("the number \((sentences.last?.count ?? 0) + 1) of the next word")
      }
      let isJoined = id < range.end
      sentences[sentences.count - 1].append(
        Token(
          String(fields[1]),
          hasSpaceAfter: isJoined ? false : id == range.end ? range.hasSpaceAfter : hasSpaceAfter))
    }
    return GivenTokens(sentences, name: source.name)
  }

  /// Reads the tokens and sentences of a file whose lines begin with a token and a tab; what follows
  /// is passed over.
  public static func columns(_ source: Source) throws(Malformed) -> GivenTokens {
    var sentences: [[Token]] = [[]]
    for line in Lines(source) {
      guard let tab = line.text.firstIndex(of: "\t") else {
        guard line.text.allSatisfy({ $0.isWhitespace }) else {
          throw line.malformed("a token, a tab and a label")
        }
        sentences.append([])
        continue
      }
      sentences[sentences.count - 1].append(Token(String(line.text[..<tab])))
    }
    return GivenTokens(sentences, name: source.name)
  }

  /// The lines of a source with their numbers.
  private struct Lines: Sequence, IteratorProtocol {
    let source: Source
    private var number = 0

    init(_ source: Source) { self.source = source }

    mutating func next() -> Line? {
      guard number < source.lines.count else { return nil }
      defer { number += 1 }
      return Line(
        text: source[source.lineRange(number)], place: "\(source.name):\(number + 1)")
    }
  }

  private struct Line {
    let text: String
    let place: String

    func malformed(_ expected: String) -> Malformed {
      Malformed(place: place, expected: expected, found: text)
    }
  }
}
