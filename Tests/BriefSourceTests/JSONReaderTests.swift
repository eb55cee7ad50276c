import BriefSource
import BriefTestSupport
import Testing

@Suite struct JSONReaderTests {
  private func read(_ text: String) throws(JSONError) -> JSONValue {
    try JSONReader.read(Array(text.utf8))
  }

  // MARK: What is JSON

  @Test(arguments: [
    ("null", JSONValue.null), ("true", .bool(true)), ("false", .bool(false)),
    ("0", .int(0)), ("-1", .int(-1)), ("12", .int(12)),
    ("9223372036854775807", .int(.max)), ("-9223372036854775808", .int(.min)),
    ("9223372036854775808", .number(9_223_372_036_854_775_808)),
    ("-9223372036854775809", .number(-9_223_372_036_854_775_808)),
    ("100000000000000000000000000000000", .number(1e32)),
    ("1.0", .number(1)), ("1e2", .number(100)), ("1E+2", .number(100)),
    ("2.5e-1", .number(0.25)), ("0.1", .number(0.1)), ("1e-999", .number(0)),
    ("\"\"", .string("")), (" \t\r\n[ ]\n", .array([])), ("{ }", .object(JSONObject())),
    ("\u{FEFF}1", .int(1)),
  ])
  func valuesAreRead(_ text: String, _ expected: JSONValue) throws {
    #expect(try read(text) == expected)
  }

  @Test func minusZeroKeepsItsSign() throws {
    #expect(try read("-0").number?.sign == .minus)
    #expect(try read("-0").int == nil)
  }

  @Test(arguments: [
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
    (#""a\u00e9b""#, "aéb"), (#""\u0000""#, "\u{0}"), (#""\uD83D\uDE00""#, "😀"),
    (#""\ud83d\ude00!""#, "😀!"), (#""\uDBFF\uDFFF""#, "\u{10FFFF}"),
    (#""\uFFFF""#, "\u{FFFF}"), ("\"“Türkiye” 日本 😀\u{7F}\"", "“Türkiye” 日本 😀\u{7F}"),
  ])
  func stringsAreRead(_ text: String, _ expected: String) throws {
    let string = try #require(try read(text).string)
    #expect(Array(string.utf8) == Array(expected.utf8))
  }

  @Test func membersKeepTheirOrder() throws {
    let value = try read(#"{"b": 1, "a": [1, 2.0, {"c": null}], "": "x"}"#)
    #expect(value.object?.members.map(\.name) == ["b", "a", ""])
    #expect(value["b"]?.int == 1)
    #expect(value["a"]?.array?.last?["c"]?.isNull == true)
    #expect(value[""]?.string == "x")
    #expect(value["d"] == nil)
    #expect(value["b"]?["c"] == nil)
  }

  @Test func namesOfOtherCodePointsAreOtherNames() throws {
    let value = try read("{\"\u{E9}\": 1, \"e\u{301}\": 2}")
    #expect(value["\u{E9}"]?.int == 1)
    #expect(value["e\u{301}"]?.int == 2)
  }

  @Test func manyMembersAreFoundByName() throws {
    let count = 20_000
    let members = (0..<count).map { "\"n\($0)\":\($0)" }.joined(separator: ",")
    let value = try read("{\(members)}")
    #expect(value.object?.members.count == count)
    #expect((0..<count).allSatisfy { value["n\($0)"]?.int == $0 })
  }

  // MARK: What is none

  @Test(arguments: [
    ("", 0, "a value", "the end"),
    ("  ", 2, "a value", "the end"),
    ("nul", 0, "a value", "'n'"),
    ("True", 0, "a value", "'T'"),
    ("NaN", 0, "a value", "'N'"),
    ("'a'", 0, "a value", "'''"),
    ("// c\n1", 0, "a value", "'/'"),
    ("\u{A0}1", 0, "a value", "byte 0xC2"),
    ("1 2", 2, "the end", "'2'"),
    ("1,", 1, "the end", "','"),
    ("1\u{FEFF}", 1, "the end", "byte 0xEF"),
    ("[1", 2, "',' or ']'", "the end"),
    ("[1 2]", 3, "',' or ']'", "'2'"),
    ("[1,]", 3, "a value", "']'"),
    ("[,1]", 1, "a value", "','"),
    ("]", 0, "a value", "']'"),
    ("[1}", 2, "',' or ']'", "'}'"),
    ("{", 1, "the name of a member, in '\"'", "the end"),
    ("{a:1}", 1, "the name of a member, in '\"'", "'a'"),
    ("{\"a\"}", 4, "':'", "'}'"),
    ("{\"a\":}", 5, "a value", "'}'"),
    ("{\"a\":1,}", 7, "the name of a member, in '\"'", "'}'"),
    ("{\"a\":1 \"b\":2}", 7, "',' or '}'", "'\"'"),
    ("{\"a\":1,\"b\":2,\"a\":3}", 13, "another name than one before it", "'\"'"),
    ("{\"a\":1,\"\\u0061\":3}", 7, "another name than one before it", "'\"'"),
    ("01", 1, "the end", "'1'"),
    ("-", 1, "a digit", "the end"),
    ("-x", 1, "a digit", "'x'"),
    ("+1", 0, "a value", "'+'"),
    (".5", 0, "a value", "'.'"),
    ("1.", 2, "a digit", "the end"),
    ("1.e2", 2, "a digit", "'e'"),
    ("1e", 2, "a digit", "the end"),
    ("1e+", 3, "a digit", "the end"),
    ("1e+-1", 3, "a digit", "'-'"),
    ("0x10", 1, "the end", "'x'"),
    ("1_000", 1, "the end", "'_'"),
    ("1e999", 0, "a number that can be reckoned with", "'1'"),
    ("\"a", 2, "'\"'", "the end"),
    ("\"a\\", 3, "one of \" \\ / b f n r t u after '\\'", "the end"),
    ("\"\\x41\"", 2, "one of \" \\ / b f n r t u after '\\'", "'x'"),
    ("\"\\u12\"", 5, "four hexadecimal digits after '\\u'", "'\"'"),
    ("\"\\u00G0\"", 5, "four hexadecimal digits after '\\u'", "'G'"),
    ("\"\\uD83D\"", 1, "both halves of a surrogate pair", "'\\'"),
    ("\"\\uDE00\\uD83D\"", 1, "both halves of a surrogate pair", "'\\'"),
    ("\"\\uD83D\\u0041\"", 1, "both halves of a surrogate pair", "'\\'"),
    ("\"\\uD83Dx\"", 1, "both halves of a surrogate pair", "'\\'"),
    (
      "\"a\nb\"", 2, "an escape, since control characters have to be escaped",
      "the end of the line"
    ),
    ("\"\u{0}\"", 1, "an escape, since control characters have to be escaped", "byte 0x00"),
  ])
  func mistakesHaveAPlace(
    _ text: String, _ offset: Int, _ expected: String, _ found: String
  ) throws {
    let error = try #require(throws: JSONError.self) { try read(text) }
    #expect(error.offset == offset)
    #expect(error.expected == expected)
    #expect(error.found == found)
    #expect(error.description == "expected \(expected) at byte \(offset), found \(found)")
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0x80], [0xC3], [0xE0, 0x80, 0x80], [0xE2, 0x82], [0xED, 0xA0, 0x80],
      [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF],
      [0xE2, 0x28, 0xA1], [0xF0, 0x9F, 0x98],
    ] as [[UInt8]])
  func stringsOfBrokenUTF8AreRefused(_ broken: [UInt8]) throws {
    let error = try #require(throws: JSONError.self) {
      try JSONReader.read([0x22, 0x61] + broken + [0x22])
    }
    #expect(error.offset == 2)
    #expect(error.expected == "UTF-8")
  }

  @Test func nestingHasALimit() throws {
    func nested(_ levels: Int) -> [UInt8] {
      Array((String(repeating: "[", count: levels) + String(repeating: "]", count: levels)).utf8)
    }
    #expect(try JSONReader.read(nested(JSONReader.nestingLimit)).array?.count == 1)
    let error = try #require(throws: JSONError.self) {
      try JSONReader.read(nested(JSONReader.nestingLimit + 1))
    }
    #expect(error.offset == JSONReader.nestingLimit)
    #expect(throws: JSONError.self) { try JSONReader.read(nested(3), nestingLimit: 2) }
    #expect(throws: JSONError.self) { try JSONReader.read(nested(500_000), nestingLimit: .max) }
    #expect(throws: JSONError.self) { try JSONReader.read(nested(1), nestingLimit: -1) }
    // Brackets that were closed again do not count.
    #expect(try JSONReader.read(Array("[[],[],[[]]]".utf8), nestingLimit: 3).array?.count == 3)
  }

  // MARK: Properties

  /// A value of any kind, with whatever strings and numbers make trouble.
  private func anyValue(_ random: inout Random, levels: Int) -> JSONValue {
    switch random.below(levels > 0 ? 8 : 6) {
    case 0: return .null
    case 1: return .bool(random.once(in: 2))
    case 2: return .int(Int(truncatingIfNeeded: random.next() >> UInt64(random.below(64))))
    case 3:
      let number = Double(bitPattern: random.next())
      return .number(number.isFinite ? number : 0.5)
    case 4, 5: return .string(anyString(&random))
    case 6:
      return .array((0..<random.below(6)).map { _ in anyValue(&random, levels: levels - 1) })
    default:
      var object = JSONObject()
      for _ in 0..<random.below(14) {
        _ = object.append(anyString(&random), anyValue(&random, levels: levels - 1))
      }
      return .object(object)
    }
  }

  private func anyString(_ random: inout Random) -> String {
    var string = ""
    for _ in 0..<random.below(8) {
      let bound = random.pick([0x20, 0x80, 0x800, 0x10000, 0x110000]) ?? 0x80
      if let scalar = Unicode.Scalar(UInt32(random.below(bound))) {
        string.unicodeScalars.append(scalar)
      }
    }
    return string
  }

  @Test(arguments: 0..<20)
  func whatIsWrittenReadsBackTheSame(seed: Int) throws {
    var random = Random(seed: UInt64(seed))
    for _ in 0..<50 {
      let value = anyValue(&random, levels: 5)
      var json = JSONWriter()
      json.value(value)
      let again = try JSONReader.read(json.bytes)
      #expect(again == value)
      var second = JSONWriter()
      second.value(again)
      #expect(second.bytes == json.bytes)
    }
  }

  @Test(arguments: 0..<20)
  func damagedJSONIsReadOrRefusedAtAPlaceInIt(seed: Int) throws {
    var random = Random(seed: UInt64(1000 + seed))
    for _ in 0..<50 {
      var json = JSONWriter()
      json.value(anyValue(&random, levels: 4))
      var bytes = json.bytes
      for _ in 0..<random.number(in: 1...3) where !bytes.isEmpty {
        let index = random.below(bytes.count)
        switch random.below(3) {
        case 0: bytes.remove(at: index)
        case 1: bytes[index] = UInt8(random.below(256))
        default: bytes.insert(random.pick(Array(#"[]{}",:\u-0eE."#.utf8)) ?? 0, at: index)
        }
      }
      do {
        let value = try JSONReader.read(bytes)
        var again = JSONWriter()
        again.value(value)
        #expect(try JSONReader.read(again.bytes) == value)
      } catch {
        #expect((0...bytes.count).contains(error.offset))
      }
    }
  }
}
