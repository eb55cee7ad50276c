import BriefSource
import BriefTestSupport
import Testing

@testable import BriefServer

@Suite struct PositionMapTests {
  private static let pieces = ["a", "é", "“", "日", "😀", "👩‍👩‍👧", "\n", "\r\n", "\r", " ", "e\u{301}"]

  /// A text with everything that is counted differently.
  private static func text(_ random: inout Random, _ count: Int) -> String {
    (0..<count).map { _ in random.pick(pieces) ?? "" }.joined()
  }

  private static func width(_ scalar: Unicode.Scalar, _ encoding: PositionEncoding) -> Int {
    switch encoding {
    case .utf8: UTF8.width(scalar)
    case .utf16: UTF16.width(scalar)
    case .utf32: 1
    }
  }

  @Test func charactersAreCountedInTheUnitsAgreedOn() {
    let source = Source(name: "", text: "ab\r\ne\u{301}😀”x\n")
    let offset = 4 + 1 + 2 + 4 + 3
    for (encoding, character) in [
      (PositionEncoding.utf8, 10), (.utf16, 5), (.utf32, 4),
    ] {
      let map = PositionMap(source: source, encoding: encoding)
      #expect(map.position(of: offset) == Position(line: 1, character: character))
      #expect(map.offset(of: Position(line: 1, character: character)) == offset)
      #expect(map.position(of: source.bytes.count) == Position(line: 2, character: 0))
    }
  }

  @Test func positionsThatAreNoneAreMoved() {
    let source = Source(name: "", text: "ab\r\n😀x\r\n")
    let map = PositionMap(source: source, encoding: .utf16)
    // Beyond the end of a line, whose end does not belong to it.
    #expect(map.offset(of: Position(line: 0, character: 9)) == 2)
    #expect(map.offset(of: Position(line: 1, character: .max)) == 9)
    // Between the halves of a surrogate pair.
    #expect(map.offset(of: Position(line: 1, character: 1)) == 4)
    #expect(map.offset(of: Position(line: 1, character: 2)) == 8)
    #expect(map.offset(of: Position(line: 2, character: 5)) == 11)
    #expect(map.offset(of: Position(line: .max, character: .max)) == 11)
    #expect(
      map.range(from: Position(line: 1, character: 3), to: Position(line: 0, character: 1))
        == TextRange(1, 9))
    let bytes = PositionMap(source: source, encoding: .utf8)
    for character in 1...3 {
      #expect(bytes.offset(of: Position(line: 1, character: character)) == 4)
    }
  }

  @Test(arguments: 0..<10)
  func everyCodePointIsFoundAgain(seed: Int) {
    var random = Random(seed: UInt64(seed))
    let text = Self.text(&random, 200)
    let source = Source(name: "", text: text)
    for encoding in [PositionEncoding.utf8, .utf16, .utf32] {
      let map = PositionMap(source: source, encoding: encoding)
      var offset = 0
      var line = 0
      var character = 0
      let scalars = Array(text.unicodeScalars)
      for (index, scalar) in scalars.enumerated() {
        let position = Position(line: line, character: character)
        #expect(map.position(of: offset) == position)
        let isInLineEnd = scalar == "\n" && index > 0 && scalars[index - 1] == "\r"
        if !isInLineEnd { #expect(map.offset(of: position) == offset) }
        offset += UTF8.width(scalar)
        let isReturn =
          scalar == "\r" && (index + 1 == scalars.count || scalars[index + 1] != "\n")
        if scalar == "\n" || isReturn {
          (line, character) = (line + 1, 0)
        } else {
          character += Self.width(scalar, encoding)
        }
      }
    }
  }

  @Test func utf8IsTakenWhereItIsOffered() {
    #expect(PositionEncoding(offered: []) == .utf16)
    #expect(PositionEncoding(offered: ["utf-16"]) == .utf16)
    #expect(PositionEncoding(offered: ["utf-16", "utf-8"]) == .utf8)
    #expect(PositionEncoding(offered: ["utf-7", "utf-32", "utf-16"]) == .utf32)
    #expect(PositionEncoding(offered: ["UTF-8"]) == .utf16)
  }

  // MARK: Editing

  @Test(arguments: 0..<20)
  func editsGiveTheTextThatTheEditorHas(seed: Int) {
    var random = Random(seed: UInt64(seed))
    let encoding = random.pick([PositionEncoding.utf8, .utf16, .utf32]) ?? .utf16
    var expected = Array(Self.text(&random, 60).unicodeScalars)
    var text = ""
    text.unicodeScalars.append(contentsOf: expected)
    var document = TextDocument(uri: "x", version: 0, text: text, encoding: encoding)
    for version in 1...40 {
      var changes: [TextDocument.Change] = []
      for _ in 0..<random.number(in: 1...3) {
        // The editor knows the places by counting itself.
        let places = Self.places(expected, encoding)
        let first = random.below(places.count)
        let last = min(places.count - 1, first + random.below(6))
        let new = Self.text(&random, random.below(4))
        changes.append(.init(range: (places[first].position, places[last].position), text: new))
        expected.replaceSubrange(
          places[first].index..<places[last].index, with: Array(new.unicodeScalars))
      }
      document.apply(changes, version: version)
      var whole = ""
      whole.unicodeScalars.append(contentsOf: expected)
      #expect(document.source.bytes == Array(whole.utf8))
      #expect(document.version == version)
    }
    document.apply([.init(range: nil, text: "new")], version: 99)
    #expect(document.source.bytes == Array("new".utf8))
  }

  /// The positions an editor can put its cursor at, and how many code points stand before each.
  private static func places(
    _ scalars: [Unicode.Scalar], _ encoding: PositionEncoding
  ) -> [(position: Position, index: Int)] {
    var places: [(position: Position, index: Int)] = []
    var line = 0
    var character = 0
    var index = 0
    while index <= scalars.count {
      places.append((Position(line: line, character: character), index))
      guard index < scalars.count else { break }
      let scalar = scalars[index]
      if scalar == "\n" || scalar == "\r" {
        (line, character) = (line + 1, 0)
        // A cursor never stands between CR and LF.
        if scalar == "\r", index + 1 < scalars.count, scalars[index + 1] == "\n" { index += 1 }
      } else {
        character += Self.width(scalar, encoding)
      }
      index += 1
    }
    return places
  }
}
