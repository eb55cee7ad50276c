import BriefSource
import BriefText
import Testing

@Suite("Tokens follow Universal Dependencies")
struct TokeniserTests {
  /// A text, and its tokens with spaces between them.
  typealias Case = (text: String, tokens: String)

  static func check(_ example: Case, _ location: SourceLocation = #_sourceLocation) {
    #expect(
      tokens(example.text) == example.tokens.split(separator: " ").map(String.init),
      sourceLocation: location)
  }

  @Test(
    "words are split off at apostrophes, straight and curly alike",
    arguments: [
      ("can't won't isn't", "ca n't wo n't is n't"),
      ("can’t won’t ISN'T", "ca n’t wo n’t IS N'T"),
      ("Pakistan’s and Kabul's", "Pakistan ’s and Kabul 's"),
      ("we're I'm she'll they've he'd", "we 're I 'm she 'll they 've he 'd"),
      ("the ministers' visit", "the ministers ' visit"),
      ("the ministers’ visit", "the ministers ’ visit"),
      ("I'd've", "I 'd 've"),
      ("“Dawn”’s report", "“ Dawn ” ’s report"),
      ("y'all c'mon", "y' all c'm on"),
    ] as [Case]) func apostrophes(_ example: Case)
  { Self.check(example) }

  @Test(
    "an apostrophe inside a name is no place to split",
    arguments: [
      ("O'Neil d'Ivoire al-Qa'ida", "O'Neil d'Ivoire al - Qa'ida"),
      ("O’Neil’s", "O’Neil ’s"),
      ("rock 'n' roll", "rock 'n' roll"),
      ("five o'clock", "five o'clock"),
      ("in the '90s and ’60s, or '98", "in the '90s and ’60s , or '98"),
      ("the 1980's", "the 1980's"),
      ("get 'em, 'til then", "get 'em , 'til then"),
      ("'Yes' he said", "' Yes ' he said"),
      ("‘the 2024 vote’", "‘ the 2024 vote ’"),
    ] as [Case]) func apostrophesInside(_ example: Case)
  { Self.check(example) }

  @Test(
    "contractions written as one word are two",
    arguments: [
      ("cannot Cannot CANNOT", "can not Can not CAN not".replacing("CAN not", with: "CAN NOT")),
      ("gonna wanna gotta", "gon na wan na got ta"),
      ("dont im youre thats", "do nt i m you re that s"),
      ("kinda outta", "kind a out ta"),
      ("IM cannots", "I M cannots"),
    ] as [Case]) func contractions(_ example: Case)
  { Self.check(example) }

  @Test(
    "an abbreviation keeps its full stop",
    arguments: [
      ("Dr. Khan and Mr. Aziz", "Dr. Khan and Mr. Aziz"),
      ("the U.S. and the U.K.-led force", "the U.S. and the U.K. - led force"),
      ("e.g. rice, i.e. food, etc.)", "e.g. rice , i.e. food , etc. )"),
      ("at 5 p.m. on Jan. 3", "at 5 p.m. on Jan. 3"),
      ("a Ph.D. student", "a Ph.D. student"),
      ("Acme Inc. said", "Acme Inc. said"),
      ("Resolution No. 1325", "Resolution No. 1325"),
      ("J. K. Adeyemi, J.K. Adeyemi", "J. K. Adeyemi , J.K. Adeyemi"),
      ("the U.S.'s view", "the U.S. 's view"),
      ("St. Petersburg vs. Oslo", "St. Petersburg vs. Oslo"),
      ("Acme Inc..", "Acme Inc. ."),
    ] as [Case]) func abbreviations(_ example: Case)
  { Self.check(example) }

  @Test(
    "any other full stop is a token",
    arguments: [
      ("He said no. 5 left.", "He said no. 5 left ."),
      ("He said no. They left.", "He said no . They left ."),
      ("So did I. The end.", "So did I . The end ."),
      ("rice, tea, etc. The rest", "rice , tea , etc . The rest"),
      ("the end.Then", "the end . Then"),
      ("he sat. Then", "he sat . Then"),
    ] as [Case]) func fullStops(_ example: Case)
  { Self.check(example) }

  @Test(
    "figures stay whole, units and signs do not stay with them",
    arguments: [
      ("1,250.50 and 3.5", "1,250.50 and 3.5"),
      ("at 12:49 or 1:05:30", "at 12:49 or 1:05:30"),
      ("5% or 5 %", "5 % or 5 %"),
      ("$5, €20, £3bn, US$7", "$ 5 , € 20 , £ 3 bn , US$ 7"),
      ("5pm 35mm 10km", "5 pm 35 mm 10 km"),
      ("5p.m. today", "5 p.m. today"),
      ("17th 1990s 2D 5th", "17th 1990s 2D 5th"),
      ("9/11 and 1/2 and 03/15/2001", "9/11 and 1/2 and 03/15/2001"),
      ("2025-11-14 and 713-853-3989", "2025-11-14 and 713-853-3989"),
      ("1990-1995 and 12-15", "1990 - 1995 and 12 - 15"),
      ("[17,18]", "[ 17 , 18 ]"),
      (".5 and +44", ".5 and +44"),
      ("20°C", "20 ° C"),
    ] as [Case]) func figures(_ example: Case)
  { Self.check(example) }

  @Test(
    "compounds are split at the hyphen, prefixes are not",
    arguments: [
      ("a first-rate, well-known man", "a first - rate , well - known man"),
      ("Tehreek-i-Taliban", "Tehreek - i - Taliban"),
      ("non-state anti-American co-operation", "non-state anti-American co-operation"),
      ("e-mail, mid-August", "e-mail , mid-August"),
      ("F-16s and SS-N-22", "F - 16s and SS-N-22"),
      ("the wh- the Foreign Office", "the wh- the Foreign Office"),
      ("yes -- no --- or—well—so", "yes -- no --- or — well — so"),
      ("Kafka\u{2010}esque", "Kafka\u{2010}esque"),
    ] as [Case]) func hyphens(_ example: Case)
  { Self.check(example) }

  @Test(
    "a slash parts words but for a few",
    arguments: [
      ("and/or he/she", "and / or he / she"),
      ("w/o s/he n/a", "w/o s/he n/a"),
    ] as [Case]) func slashes(_ example: Case)
  { Self.check(example) }

  @Test(
    "addresses are one token, without the marks after them",
    arguments: [
      ("See https://example.org/a?b=c&d=(e).", "See https://example.org/a?b=c&d=(e) ."),
      ("(www.example.com)", "( www.example.com )"),
      ("example.org/news, example.co.uk", "example.org/news , example.co.uk"),
      ("write to a.b-c@example.org.", "write to a.b-c@example.org ."),
      ("<mailto:x@example.org>", "< mailto:x@example.org >"),
      ("@ForeignOffice #talks #1", "@ForeignOffice #talks # 1"),
      ("report.pdf", "report.pdf"),
    ] as [Case]) func addresses(_ example: Case)
  { Self.check(example) }

  @Test(
    "marks in a row that mean one thing are one token",
    arguments: [
      ("Wait... what?! No!!", "Wait ... what ?! No !!"),
      ("so … on […] and [...]", "so … on [ … ] and [ ... ]"),
      ("''quoted'' ``so''", "'' quoted '' `` so ''"),
      ("\"He said 'no'\"", "\" He said ' no ' \""),
      ("“‘No,’ he said”", "“ ‘ No , ’ he said ”"),
      ("===== ---- ***", "===== ---- ***"),
      ("fine :-) thanks ;)", "fine :-) thanks ;)"),
      ("AT&T, R&D, p&l but Q & A", "AT&T , R&D , p&l but Q & A"),
      ("f**k", "f**k"),
      ("(TTP), [sic]; {x}: y", "( TTP ) , [ sic ] ; { x } : y"),
    ] as [Case]) func runs(_ example: Case)
  { Self.check(example) }

  @Test(
    "letters of all scripts make words, pictures stand alone",
    arguments: [
      ("Türkiye’s Łódź", "Türkiye ’s Łódź"),
      ("Tu\u{308}rkiye", "Tu\u{308}rkiye"),
      ("اسلام آباد، الیوم", "اسلام آباد ، الیوم"),
      ("ok👍🏽go 👩‍👩‍👧🇵🇰🇦🇫", "ok 👍🏽 go 👩‍👩‍👧 🇵🇰 🇦🇫"),
      ("5½ m²", "5½ m²"),
      ("hy\u{AD}phen", "hy\u{AD}phen"),
    ] as [Case]) func scripts(_ example: Case)
  { Self.check(example) }

  @Test("white space of every kind parts tokens and is part of none")
  func whiteSpace() {
    let spaces = "\u{FEFF}a\u{A0}b\u{2009}c\u{3000}d\u{0C}e\u{85}f\u{2028}g\u{1680}h\r\ni\rj"
    #expect(tokens(spaces) == "a b c d e f g h i j".split(separator: " ").map(String.init))
    #expect(tokens(" \u{FEFF}\u{A0}\n").isEmpty)
    #expect(tokens("").isEmpty)
  }

  @Test("a token says what it is")
  func kinds() {
    let document = Document(Source(name: "t", text: "In 1998 $5 “x” 12:49 17th ’90s 😀 ... Ali's"))
    #expect(
      document.tokens.kinds == [
        .word, .number, .symbol, .number, .quotationMark, .word, .quotationMark, .number, .number,
        .number, .symbol, .punctuation, .word, .word,
      ])
  }

  @Test("forms keep case, lower forms do not and have straight apostrophes")
  func forms() {
    let document = Document(Source(name: "t", text: "The THE İstanbul’s É"))
    #expect((0..<5).map(document.form) == ["The", "THE", "İstanbul", "’s", "É"])
    #expect((0..<5).map(document.lower) == ["the", "the", "i\u{307}stanbul", "'s", "é"])
    #expect(document.tokens.lowers[0] == document.tokens.lowers[1])
    #expect(document.tokens.forms[0] != document.tokens.forms[1])
  }
}
