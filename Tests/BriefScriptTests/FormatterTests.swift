import BriefScriptTestSupport
import BriefSource
import BriefTestSupport
import Testing

@testable import BriefScript

@Suite("Formatter")
struct FormatterTests {
  private func formatted(_ text: String) throws -> String {
    try Formatter.format(Source(name: "test", text: text))
  }

  // MARK: Properties

  /// What must stay the same, and that formatting twice is formatting once.
  private func expectFaithful(_ text: String) throws {
    let before = Parser.parse(Source(name: "before", text: text))
    try #require(!before.findings.hasErrors, "\(text)\n\(before.findings.inOrder)")
    let result = try formatted(text)
    let after = Parser.parse(Source(name: "after", text: result))
    #expect(after.findings.all.isEmpty, "\(text)\n→\n\(result)")
    #expect(TreeDump(before).text == TreeDump(after).text, "\(text)\n→\n\(result)")
    #expect(comments(before) == comments(after), "\(text)\n→\n\(result)")
    #expect(blocks(before) == blocks(after))
    #expect(try formatted(result) == result, "\(text)\n→\n\(result)")
    expectTidy(result, blocks(after))
  }

  private func comments(_ script: Script) -> [String] {
    script.comments.map { comment in
      let text = script.source[comment]
      return String(text[...(text.lastIndex { !$0.isWhitespace } ?? text.startIndex)])
    }
  }

  /// Strings, text blocks and regular expressions as they are written.
  private func blocks(_ script: Script) -> [String] {
    script.tokens.filter { [.string, .textBlock, .regex].contains($0.kind) }.map {
      script.source[$0.range]
    }
  }

  /// No space at line ends, no two empty lines, one line end at the end; in text blocks all is free.
  private func expectTidy(_ text: String, _ strings: [String]) {
    var text = text
    for string in strings where string.contains("\n") || string.contains("\r") {
      text = text.split(separator: string, maxSplits: 1, omittingEmptySubsequences: false)
        .joined(separator: "x")
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(!lines.contains { $0.last?.isWhitespace ?? false }, "\(text)")
    #expect(!text.contains("\n\n\n") && !text.hasPrefix("\n") && !text.contains("\r"), "\(text)")
    #expect(text.isEmpty || (text.hasSuffix("\n") && !text.hasSuffix("\n\n")), "\(text)")
  }

  @Test(arguments: 0..<12)
  func generatedProgramsKeepTheirMeaning(seed: Int) throws {
    var generator = ProgramGenerator(seed: UInt64(seed))
    for _ in 0..<50 { try expectFaithful(generator.program()) }
  }

  @Test func generatedProgramsUseTheWholeGrammar() {
    var kinds: Set<String> = []
    var tokens: Set<Token.Kind> = []
    var generator = ProgramGenerator(seed: 99)
    for _ in 0..<400 {
      let script = Parser.parse(Source(name: "test", text: generator.program()))
      let dump = TreeDump(script)
      kinds.formUnion(dump.kinds.map(String.init))
      kinds.formUnion(
        dump.lines.map { $0.drop { $0 == " " } }.filter { $0.hasPrefix("binary") }.map(String.init))
      tokens.formUnion(script.tokens.map(\.kind))
    }
    let nodes = [
      "edition", "param", "standard", "needs", "use", "let", "def", "formal", "for", "if", "else",
      "assert", "exercise", "title", "ask", "hint", "given", "check", "solution", "pipeline",
      "block",
      "command", "value", "explain", "where", "derive", "group", "figures", "each", "flag", "tied",
      "argument",
      "word", "words", "literal", "regex", "name", "variable", "list", "unary", "field", "call",
    ]
    for kind in nodes + BinaryOperator.allCases.map({ "binary \($0.rawValue)" }) {
      #expect(kinds.contains(kind), "no \(kind)")
    }
    for kind: Token.Kind in [
      .semicolon, .newline, .textBlock, .date, .arrow, .dollarParen, .dotDot,
    ] {
      #expect(tokens.contains(kind), "no \(kind)")
    }
    #expect(!kinds.contains("broken"))
  }

  @Test(arguments: ScriptFuzzer.rightPrograms)
  func rightProgramsKeepTheirMeaning(text: String) throws { try expectFaithful(text) }

  @Test func exampleScriptsKeepTheirMeaning() throws {
    let directory = ProjectFiles.root + "/Scripts/examples/"
    for name in [
      "before-publishing", "name-in-context", "what-it-is-about", "who-spoke", "without-a-name",
    ] {
      try expectFaithful(TextFile.read(directory + name + ".brief"))
    }
  }

  @Test func examplesOfTheReferenceKeepTheirMeaning() throws {
    let path = ProjectFiles.root + "/Sources/BriefScript/BriefScript.docc/Language.md"
    var programs = [""]
    var isFenced = false
    for line in try TextFile.read(path).split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") { isFenced.toggle() }
      if !isFenced, line.hasPrefix("    ") {
        programs[programs.count - 1] += line.dropFirst(4) + "\n"
      } else if programs.last != "" {
        programs.append("")
      }
    }
    #expect(programs.count > 20)
    for program in programs { try expectFaithful(program) }
  }

  // MARK: Style

  @Test(arguments: [
    ("quotes|count", "quotes | count\n"),
    ("quotes   --by   \"a  b\"  ,x ", "quotes --by \"a  b\", x\n"),
    ("quotes --least=3 --by=(1+2)", "quotes --least=3 --by=(1 + 2)\n"),
    ("print (1+2*-3) - -4", "print (1 + 2 * -3) - -4\n"),
    ("print (5-3) (a-b) (2025 -11) (- - 3)", "print (5 - 3) (a - b) (2025 - 11) (- -3)\n"),
    ("print (1 .. 5) ($a+1..9) ((1)..(2+3))", "print (1..5) ($a + 1 .. 9) ((1)..(2 + 3))\n"),
    ("print [ a ,b ] ( [1,2 ] )", "print [a, b] ([1, 2])\n"),
    (
      "quotes|group a,b [n=count( ),m = max( x , y )]",
      "quotes | group a, b [ n = count(), m = max(x, y) ]\n"
    ),
    ("quotes|derive a=1,b=not(x)or y", "quotes | derive a = 1, b = not (x) or y\n"),
    (
      "def f ( a:int=3 ,b : text )->table\"what\"{ $a }",
      "def f(a: int = 3, b: text) -> table \"what\" { $a }\n"
    ),
    ("let x:int=3", "let x: int = 3\n"),
    ("param a:list=[\"x\"]\"why\"", "param a: list = [\"x\"] \"why\"\n"),
    ("if(a){b}else if c{d}\nelse{e}", "if (a) { b } else if c { d } else { e }\n"),
    ("for $x in(1..3){}", "for $x in (1..3) {}\n"),
    (
      "print $x.title (a.b) ($(quotes).c) (s.long( 1 ))",
      "print $x.title (a.b) ($(quotes).c) (s.long(1))\n"
    ),
    ("quotes|where x~r\"a|b\"and y??2", "quotes | where x ~ r\"a|b\" and y ?? 2\n"),
    ("a;b ; c;", "a; b; c\n"), (";;a;\n;b", "a\nb\n"),
    ("\n\n\na\n\n\n\nb\n\n", "a\n\nb\n"), ("a\r\nb\rc", "a\nb\nc\n"), ("", ""), ("\n \n", ""),
    ("\u{FEFF}a\u{A0}\u{A0}b", "a b\n"),
    ("print “a \"b\"”", "print “a \"b\"”\n"),
  ])
  func space(text: String, result: String) throws { #expect(try formatted(text) == result) }

  @Test(arguments: [
    ("a#b", "a#b\n"),
    ("print (5)#c", "print (5)  #c\n"),
    ("# one\n\n\n  # two   \na # three\n", "# one\n\n# two\na  # three\n"),
    ("def f() {\n# in\n a # end\n\n\n# last\n}", "def f() {\n  # in\n  a  # end\n\n  # last\n}\n"),
    ("def f() { # why\na }", "def f() {  # why\n  a\n}\n"),
    ("if a {\n b }\n# other\nelse { c }", "if a {\n  b\n}\n# other\nelse {\n  c\n}\n"),
    (
      "quotes |\n # long\n where a | # two\n count",
      "quotes\n  # long\n  | where a  # two\n  | count\n"
    ),
    ("quotes # all\n\n\n| count", "quotes  # all\n  | count\n"),
    ("print [ # list\n a, # first\n b\n]", "print [  # list\n  a,  # first\n  b\n]\n"),
    ("let x = # three\n3", "let x =  # three\n  3\n"), ("#", "#\n"), ("a; # b\nc", "a  # b\nc\n"),
  ])
  func commentsStay(text: String, result: String) throws { #expect(try formatted(text) == result) }

  @Test(arguments: [
    ("quotes\n| where a | count", "quotes\n  | where a\n  | count\n"),
    ("quotes |\nwhere a\n\n| count", "quotes\n  | where a\n  | count\n"),
    ("let x = $(quotes\n| count)", "let x = $(quotes\n  | count)\n"),
    ("let x = $(\nquotes | count\n)", "let x = $(\n  quotes | count\n)\n"),
    (
      "quotes\n| where a in $(b\n| c)\n| d [1,\n2]",
      "quotes\n  | where a in $(b\n    | c)\n  | d [1,\n    2]\n"
    ),
    ("def f() { a; b\nc }", "def f() {\n  a; b\n  c\n}\n"),
    ("quotes | each $q {\nprint $q\n} | count", "quotes | each $q {\n  print $q\n} | count\n"),
    ("quotes\n| each $q {\nprint $q\n}", "quotes\n  | each $q {\n    print $q\n  }\n"),
    (
      "exercise \"a\" {\ntitle \"b\";ask \"c\"\n\ngiven{let x=1}\nsolution{\na}}",
      "exercise \"a\" {\n  title \"b\"; ask \"c\"\n\n  given { let x = 1 }\n  solution {\n    a\n  }\n}\n"
    ),
    ("a; quotes\n| b; c", "a\nquotes\n  | b\nc\n"),
    (
      "if a and\nb { c }", "if a and\n  b { c }\n"
    ),
    ("print \"\"\"\n   x  \n\n\n\n \"\"\"   |  b", "print \"\"\"\n   x  \n\n\n\n \"\"\" | b\n"),
    ("group a [\nn = count(),\n\n\nm = 1\n\n]", "group a [\n  n = count(),\n\n  m = 1\n]\n"),
    ("def f() {\n\n\na\n\n\n}", "def f() {\n  a\n}\n"),
  ])
  func linesStay(text: String, result: String) throws { #expect(try formatted(text) == result) }

  private static let long = String(repeating: "x", count: 40)

  @Test(arguments: [
    ("\(long)|\(long)|\(long)", "\(long)\n  | \(long)\n  | \(long)\n"),
    // One hundred columns fit, one more does not; wide characters take two columns.
    (
      "print \"\(String(repeating: "x", count: 82))\"|count",
      "print \"\(String(repeating: "x", count: 82))\" | count\n"
    ),
    (
      "print \"\(String(repeating: "北", count: 43))\"|count",
      "print \"\(String(repeating: "北", count: 43))\"\n  | count\n"
    ),
    ("def f() { \(long); \(long); \(long) }", "def f() {\n  \(long)\n  \(long)\n  \(long)\n}\n"),
    ("\(long); \(long); \(long)", "\(long)\n\(long)\n\(long)\n"),
    (
      "for $x in $(\(long) | \(long)) { a | \(long) }",
      "for $x in $(\(long) | \(long)) {\n  a | \(long)\n}\n"
    ),
    (
      "if a { \(long) } else if b { \(long) } else { \(long) }",
      "if a {\n  \(long)\n} else if b {\n  \(long)\n} else {\n  \(long)\n}\n"
    ),
    // What follows an inner line end can be too long as well.
    (
      "print [\n1] | \(long) | \(long) | \(long)",
      "print [\n  1]\n  | \(long)\n  | \(long)\n  | \(long)\n"
    ),
  ])
  func longLinesAreBroken(text: String, result: String) throws {
    #expect(try formatted(text) == result)
    #expect(try formatted(result) == result)
  }

  @Test(arguments: ["print (", "quotes | | count", "def f() {", "print \"a", "let = 3", "a }"])
  func whatCannotBeReadIsLeftAlone(text: String) {
    let error = #expect(throws: Formatter.Unreadable.self) { try formatted(text) }
    #expect(error?.mistakes.contains { $0.severity == .error } == true)
  }

  @Test func wrongProgramsOfFormAreFormatted() throws {
    // What is wrong in meaning only has a form all the same.
    #expect(try formatted("quots|where  wrods>1") == "quots | where wrods > 1\n")
  }

  @Test func longAndDeepProgramsAreFormatted() throws {
    let deep = String(repeating: "(", count: 90) + "1" + String(repeating: ")", count: 90)
    let many = "print [" + String(repeating: "$(a|b|\(deep)),", count: 300) + "1]"
    try expectFaithful(many)
    try expectFaithful("a" + String(repeating: "|b \(deep)", count: 300))
    try expectFaithful(String(repeating: "a;", count: 5000))
  }
}
