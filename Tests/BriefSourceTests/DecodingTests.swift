import BriefSource
import Testing

@Suite struct DecodingTests {
  private func decode(_ bytes: [UInt8]) throws -> Source {
    try Source.decoding(bytes, name: "a.txt")
  }

  @Test func plainUTF8IsUnchanged() throws {
    let source = try decode(Array("Türkiye “said”".utf8))
    #expect(source.encoding == .utf8)
    #expect(source[source.range] == "Türkiye “said”")
  }

  @Test func aByteOrderMarkStaysAsTheFirstCodePoint() throws {
    let source = try decode([0xEF, 0xBB, 0xBF] + Array("abc".utf8))
    #expect(source.encoding == .utf8WithByteOrderMark)
    #expect(source.scalarRange(TextRange(3, 4)) == 1..<2)
  }

  @Test func bytesThatAreNoUTF8AreLatin1() throws {
    let source = try decode(Array("T".utf8) + [0xFC] + Array("rkiye, 5 ".utf8) + [0xA3])
    #expect(source.encoding == .latin1)
    #expect(source[source.range] == "Türkiye, 5 £")
    // One byte of the file is one code point, so offsets address the unmodified file.
    #expect(source.scalarRange(source.range) == 0..<12)
  }

  @Test func curlyMarksInOneByteAreWindows1252() throws {
    let source = try decode([0x93] + Array("offer".utf8) + [0x94, 0x20, 0x96])
    #expect(source.encoding == .windows1252)
    #expect(source[source.range] == "“offer” –")
  }

  @Test func everyByteOfWindows1252IsOneCodePoint() throws {
    let bytes = [UInt8](0x80...0xFF) + Array(repeating: 0x61, count: 10)
    let source = try decode(bytes)
    #expect(source.scalarRange(source.range) == 0..<bytes.count)
  }

  @Test func damagedUTF8IsRepaired() throws {
    let source = try decode(Array("“a” “b” ".utf8) + [0xE2, 0x80] + Array(" c".utf8))
    #expect(source.encoding == .damagedUTF8(replacements: 1))
    #expect(source[source.range] == "“a” “b” \u{FFFD} c")
  }

  @Test func utf16IsReadByItsMark() throws {
    let units = Array("“Hi” 🇵🇰".utf16)
    var little: [UInt8] = [0xFF, 0xFE]
    var big: [UInt8] = [0xFE, 0xFF]
    for unit in units {
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      little += [low, high]
      big += [high, low]
    }
    for bytes in [little, big] {
      let source = try decode(bytes)
      #expect(source.encoding == .utf16)
      #expect(source[source.range] == "\u{FEFF}“Hi” 🇵🇰")
    }
  }

  @Test func noByteIsEmpty() {
    #expect(throws: TextDecodingError.empty) { try decode([]) }
  }

  @Test func controlBytesAreBinary() {
    #expect(throws: TextDecodingError.binary(offset: 2)) { try decode([0x61, 0x62, 0, 0x63]) }
    #expect(throws: TextDecodingError.binary(offset: 0)) {
      try decode(Array(repeating: 0x01, count: 50))
    }
  }

  @Test(arguments: [
    [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF], [0xE0, 0x80, 0x80],
  ])
  func illFormedSequencesAreNotTakenForUTF8(_ bytes: [UInt8]) throws {
    let source = try decode([0x61] + bytes)
    #expect(source.encoding != .utf8)
    #expect(String(validating: source.bytes, as: UTF8.self) != nil)
  }
}
