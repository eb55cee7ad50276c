import BriefAnalysis
import BriefSource
import BriefText

/// Texts whose reported speech is annotated.
struct SpeechCorpus {
  /// One statement: where its source, cue and content stand, in bytes.
  struct Statement {
    var source: [TextRange] = []
    var cue: [TextRange] = []
    var content: [TextRange] = []
  }

  /// One text.
  struct Text {
    let source: Source
    let statements: [Statement]
  }

  /// The texts.
  private(set) var texts: [Text] = []

  /// Adds the pieces of the project's own press prose in a directory.
  mutating func appendPress(below directory: String) throws {
    for path in try FileBytes.texts(below: directory) {
      for piece in try PressCorpus.pieces(path) {
        var statements: [Int: Statement] = [:]
        for mark in piece.speech {
          let range = TextRange(mark.range.lowerBound, mark.range.upperBound)
          switch mark.part {
          case .source: statements[mark.number, default: Statement()].source.append(range)
          case .cue: statements[mark.number, default: Statement()].cue.append(range)
          case .content: statements[mark.number, default: Statement()].content.append(range)
          }
        }
        texts.append(
          Text(
            source: Source(name: path, text: piece.text),
            statements: statements.keys.sorted().compactMap { statements[$0] }))
      }
    }
  }

  /// Adds the texts of a directory, each with a file of JSON beside it whose offsets are Unicode
  /// scalars.
  mutating func appendJSON(below directory: String) throws {
    for path in try FileBytes.texts(below: directory) {
      let source = try Source.reading(path)
      let text = String(decoding: source.bytes, as: UTF8.self)
      // The byte at which each scalar begins.
      var offsets: [Int] = []
      var offset = 0
      for scalar in text.unicodeScalars {
        offsets.append(offset)
        offset += UTF8.width(scalar)
      }
      offsets.append(offset)
      let json = try readText(path.dropLast(4) + ".json")
      let statements = Self.statements(json).map { scalars in
        func ranges(_ pairs: [(Int, Int)]) -> [TextRange] {
          pairs.compactMap { first, last in
            guard first < last, last < offsets.count else { return nil }
            return TextRange(offsets[first], offsets[last])
          }
        }
        return Statement(
          source: ranges(scalars.source), cue: ranges(scalars.cue),
          content: ranges(scalars.content))
      }
      texts.append(Text(source: source, statements: statements))
    }
  }

  private typealias Scalars = (
    source: [(Int, Int)], cue: [(Int, Int)], content: [(Int, Int)]
  )

  /// The statements of a file: each begins with the pairs of its source.
  private static func statements(_ json: String) -> [Scalars] {
    var statements: [Scalars] = []
    for part in json.components(separatedBy: "\"source\":").dropFirst() {
      var statement: Scalars = (pairs(part[...]), [], [])
      if let cue = part.firstRange(of: "\"cue\":") {
        statement.cue = pairs(part[cue.upperBound...])
      }
      if let content = part.firstRange(of: "\"content\":") {
        statement.content = pairs(part[content.upperBound...])
      }
      statements.append(statement)
    }
    return statements
  }

  /// The pairs of numbers in the list that `text` begins with.
  private static func pairs(_ text: Substring) -> [(Int, Int)] {
    var pairs: [(Int, Int)] = []
    var numbers: [Int] = []
    var number: Int?
    var depth = 0
    for byte in text.utf8 {
      if (0x30...0x39).contains(byte) {
        number = (number ?? 0) * 10 + Int(byte - 0x30)
        continue
      }
      if let known = number { numbers.append(known) }
      number = nil
      switch byte {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"):
        depth -= 1
        if numbers.count == 2 { pairs.append((numbers[0], numbers[1])) }
        numbers = []
        if depth == 0 { return pairs }
      case UInt8(ascii: "n") where depth == 0: return pairs
      default: break
      }
    }
    return pairs
  }
}

extension String {
  /// The parts between the occurrences of `separator`.
  fileprivate func components(separatedBy separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    parts.append(String(rest))
    return parts
  }
}
