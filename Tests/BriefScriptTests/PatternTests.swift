import BriefScript
import BriefSource
import BriefTestSupport
import Testing

@testable import BriefScript

@Suite("Regular expressions")
struct PatternTests {
  /// What is matched, with brackets around it.
  private func marked(_ pattern: String, _ text: String) -> String {
    guard let pattern = try? Pattern(pattern) else { return "wrong pattern" }
    let bytes = Array(text.utf8)
    let range = bytes.withUnsafeBufferPointer { bytes in
      pattern.match { $0.firstMatch(in: bytes, from: 0, wantsRange: true) }
    }
    guard let range else { return "no match" }
    func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    return part(0..<range.start) + "[" + part(range.offsets) + "]" + part(range.end..<bytes.count)
  }

  @Test(
    arguments: [
      ("b", "abc", "a[b]c"), ("", "abc", "[]abc"), ("x", "abc", "no match"),
      ("a.c", "xabc", "x[abc]"), ("a.c", "a\nc", "no match"), ("(?s)a.c", "a\nc", "[a\nc]"),
      ("ab*", "abbb", "[abbb]"), ("ab*?", "abbb", "[a]bbb"), ("ab+?b", "abbb", "[abb]b"),
      ("ab?", "abb", "[ab]b"), ("ab??", "abb", "[a]bb"), ("a{2}", "aaaa", "[aa]aa"),
      ("a{2,}", "aaaa", "[aaaa]"), ("a{2,3}", "aaaa", "[aaa]a"), ("a{0}b", "ab", "a[b]"),
      ("a{,3}", "a{,3}", "[a{,3}]"), ("a|ab", "ab", "[a]b"), ("ab|a", "ab", "[ab]"),
      ("(a|ab)(c|bcd)", "abcd", "[abcd]"), ("(?:a|b)+c", "xababc", "x[ababc]"),
      ("[a-c]+", "xxabcd", "xx[abc]d"), ("[^a-c]+", "abxyc", "ab[xy]c"), ("[]a]+", "x]a", "x[]a]"),
      ("[a\\]-]+", "x]-a", "x[]-a]"), ("[\\d.]+", "v2.10", "v[2.10]"),
      ("\\d+", "year 2025", "year [2025]"),
      ("\\w+", "«Ünïcode_9»", "«[Ünïcode_9]»"), ("\\W+", "a – b", "a[ – ]b"),
      ("\\S+\\s", "ab\u{A0}c", "[ab\u{A0}]c"), ("\\bno\\b", "know no", "know [no]"),
      ("\\Bno", "no know", "no k[no]w"), ("^a", "ba", "no match"), ("a$", "aba", "ab[a]"),
      ("(?m)^b$", "a\nb\nc", "a\n[b]\nc"), ("(?i)nato", "NaTo", "[NaTo]"), ("(?i)é", "É", "[É]"),
      ("(?i)[a-z]+", "ABC", "[ABC]"), ("a(?i)b", "aB", "[aB]"), ("(?i:a)b", "AB", "no match"),
      ("(a(?i)b)c", "aBC", "no match"), ("\\p{Lu}+", "abCD", "ab[CD]"), ("\\P{L}", "ab1", "ab[1]"),
      ("\\u{2019}s", "Dell’s", "Dell[’s]"), ("\\.", "a.b", "a[.]b"), ("\\[x\\]", "[x]", "[[x]]"),
      ("(?<name>a)b", "ab", "[ab]"), ("(a*)*b", "aab", "[aab]"), ("(a*)*", "b", "[]b"),
      ("(?:)*a", "a", "[a]"), ("(|a)+", "aa", "[]aa"), ("e\u{301}", "é", "[é]"),
      ("“.*?”", "“a” “b”", "[“a”] “b”"), ("\\t", "a\tb", "a[\t]b"), ("[\\w-]+", "- a-b", "[-] a-b"),
      ("x{2", "x{2", "[x{2]"), ("😀+", "a😀😀", "a[😀😀]"),
    ])
  func matches(pattern: String, text: String, result: String) {
    #expect(marked(pattern, text) == result)
  }

  @Test(
    arguments: [
      ("(a", "'(' is never closed", 0), ("a)", "')' closes nothing", 1),
      ("[a", "'[' is never closed", 0), ("*a", "nothing stands before '*' to be repeated", 0),
      ("a**", "two repetitions in a row", 2), ("a{2}{3}", "two repetitions in a row", 4),
      ("[z-a]", "the range is the wrong way round", 1),
      ("[a-\\d]", "a range has single characters at its ends", 1),
      ("a\\", "nothing stands after the last '\\'", 1), ("\\q", "'\\q' stands for nothing", 0),
      ("(a)\\1", "a pattern cannot refer to one of its groups", 3),
      ("(?=a)", "a group that looks ahead or behind is not part of these patterns", 0),
      ("(?<!a)", "a group that looks ahead or behind is not part of these patterns", 0),
      ("(?y)", "there is no option 'y'; there are i, s and m", 2),
      ("a{3,2}", "the greater count stands first", 1),
      ("a{2000}", "no more than 1000 repetitions are counted", 2),
      ("\\p{Xx}", "there is no category 'Xx' of characters", 0),
      ("\\u{110000}", "this is no code point; write its number as \\u{2019}", 0),
      ("[[:alpha:]]", "a set has no other set in it; write '\\[' for the character", 1),
      ("((a{1000}){1000}){1000}", "the pattern is too large", 0),
      ("(((){1000}){1000}){1000}", "the pattern is too large", 0),
    ])
  func mistakes(pattern: String, reason: String, offset: Int) {
    do {
      _ = try Pattern(pattern)
      Issue.record("\(pattern) was read")
    } catch {
      #expect(error.reason == reason)
      #expect(error.offset == offset)
    }
  }

  @Test func replacing() throws {
    func replaced(_ pattern: String, _ text: String, _ new: String) throws -> String {
      try Pattern(pattern).replacing(Text(text), with: new).string
    }
    #expect(try replaced("\\d+", "1 and 22", "n") == "n and n")
    #expect(try replaced("x*", "ab", "-") == "-a-b-")
    #expect(try replaced("é*", "éa😀", "-") == "--a-😀-")
    #expect(try replaced("z", "ab", "-") == "ab")
    #expect(try replaced("^", "ab", "> ") == "> ab")
    #expect(try replaced("a|b", "cab", "$1") == "c$1$1")
  }

  /// The standard library's engine is the slow twin: it tries one way after the other.
  @Test(arguments: 0..<6)
  func agreesWithTheStandardLibrary(seed: Int) throws {
    let pieces = [
      "a", "b", "[ab]", "[^a]", ".", "\\w", "\\b", "^", "$", "(?:a|b)", "(?:ab|a)", "(?:b|)", "a*",
      "b+", "c?", "a*?", "(?:|a)*", "(?:a*)+", "(?:ab)*", "(?:a|ab){1,2}", "\\s", "(?:a+b)+?",
    ]
    var random = Random(seed: UInt64(seed))
    for _ in 0..<300 {
      var pattern = ""
      for _ in 0..<(1 + random.below(4)) { pattern += random.pick(pieces) ?? "" }
      if random.once(in: 3) { pattern += "|" + (random.pick(pieces) ?? "") }
      let twin = try Regex(pattern).matchingSemantics(.unicodeScalar).wordBoundaryKind(.simple)
      var text = ""
      for _ in 0..<random.below(9) { text += random.pick(["a", "b", "c", " ", "ab"]) ?? "" }
      let expected: String
      if let match = text.firstMatch(of: twin) {
        expected =
          text[..<match.range.lowerBound] + "[" + text[match.range] + "]"
          + text[match.range.upperBound...]
      } else {
        expected = "no match"
      }
      #expect(marked(pattern, text) == expected, "\(pattern) in \(text)")
    }
  }

  @Test func noPatternTakesForEver() throws {
    let text = Text(String(repeating: "a", count: 400) + "c")
    for pattern in [
      "(a+)+$", "(a|aa)+$", "(.*)*x", "((a*)*)*b", "(?:a{0,20}){0,20}b", "(a?){40}a{40}b",
    ] {
      #expect(try !Pattern(pattern).matches(text))
    }
  }

  @Test(arguments: ["(", "[", "(?:", "a|", "a*", "(a", "[a-z]", "\\", "{", "(?i", "{2}"])
  func deepAndLongPatternsDoNoHarm(piece: String) {
    _ = try? Pattern(String(repeating: piece, count: 100_000))
  }

  @Test(arguments: 0..<4)
  func damagedPatternsNeverTrap(seed: Int) {
    var random = Random(seed: UInt64(seed))
    let pieces = [
      "(", ")", "[", "]", "{", "}", "{2,3}", "\\", "\\d", "\\b", "\\p{", "\\u{41}", "*", "+", "?",
      "|",
      "^", "$", ".", "(?i)", "(?:", "(?<n>", "a", "é", "-", "]", "😀", "\u{301}",
    ]
    for _ in 0..<500 {
      var pattern = ""
      for _ in 0..<random.below(12) { pattern += random.pick(pieces) ?? "" }
      guard let compiled = try? Pattern(pattern) else { continue }
      for text in ["", "abé😀", "a\nb\r\n", "e\u{301}\u{0}"] {
        _ = compiled.matches(Text(text))
        _ = compiled.replacing(Text(text), with: "x")
      }
    }
  }
}
