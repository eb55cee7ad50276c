import BriefScript
import BriefSource
import BriefTestSupport
import Testing

@Suite("Blocks, functions and modules")
struct BlockTests {
  // MARK: for, if, each

  @Test func aLoopRunsForEveryElement() {
    #expect(TestSession().run("for $n in 1..3 { print ($n * 2) }") == "2\n4\n6\n")
    #expect(TestSession().run("for $n in [] { print $n }") == "")
    #expect(
      TestSession().run("for $b in $(briefings) { $b | quotes | count }") == "3\n2\n1\n")
    #expect(
      TestSession().run("for $a in 1..2 { for $b in 1..$a { print $a $b } }")
        == "1 1\n2 1\n2 2\n")
  }

  @Test(arguments: [
    ("if 1 < 2 { print \"yes\" }", "yes\n"), ("if 1 > 2 { print \"yes\" }", ""),
    ("if 1 > 2 { print \"a\" } else { print \"b\" }", "b\n"),
    ("if 1 > 2 { print \"a\" } else if 2 > 1 { print \"b\" } else { print \"c\" }", "b\n"),
    ("if 1 > 2 { print \"a\" }\nelse { print \"b\" }", "b\n"),
    ("if int(\"x\") > 2 { print \"a\" } else { print \"b\" }", "b\n"),
    ("if true { if false { print 1 } else { print 2 } }", "2\n"),
  ])
  func branches(text: String, result: String) {
    #expect(TestSession().run(text) == result)
  }

  @Test func eachPutsTablesTogether() {
    #expect(
      TestSession().run("briefings | each $b { $b | quotes | take 1 } | select speaker, place")
        == """
        speaker | place
        Mara Dell | monday.txt:2
        Mara Dell | friday.txt:2
        Ivo Renn | undated.txt:2

        """)
  }

  @Test(arguments: [
    ("briefings | each $b { $b | quotes | count }", "3; 2; 1\n"),
    ("print (sum($(briefings | each $b { $b | quotes | count })))", "6\n"),
    ("quotes | column words | each $n { ($n + 1) }", "8; 6; 2; 15; 6; 3\n"),
    ("quotes | where words > 100 | each $q { $q.words }", "\n"),
    (
      "quotes | take 3 | each $q { if $q.words > 6 { (\"long\") } else { (\"short\") } }",
      "long; short; short\n"
    ),
    ("quotes | take 2 | each $q { print $q.words }", "7\n5\n"),
  ])
  func eachListsValues(text: String, result: String) {
    #expect(TestSession().run(text) == result)
  }

  @Test func rowsOfEachAreStillWhatTheyWere() {
    #expect(TestSession().run("briefings | each $b { $b } | quotes | count").contains("error["))
    #expect(
      TestSession().run("for $b in $(briefings) { let all = $($b | quotes); $all | count }")
        == "3\n2\n1\n")
  }

  // MARK: def

  private static let longest =
    "def longest(of: table, n: int = 1) -> table \"the longest\" { $of | sort words --desc | take $n }\n"

  @Test(arguments: [
    ("longest $(quotes) | column words", "14\n"), ("quotes | longest | column words", "14\n"),
    ("quotes | longest 2 | column words", "14; 7\n"),
    ("quotes | longest --n 2 | column words", "14; 7\n"),
    ("longest $(quotes) 2 | column words", "14; 7\n"),
    ("longest --n=2 $(quotes) | column words", "14; 7\n"),
    ("print (count(longest($(quotes), 3)))", "3\n"),
    ("briefings | each $b { $b | quotes | longest } | column words", "7; 14; 2\n"),
    ("quotes | one | longest | column words", "7\n"),
    ("quotes | each $q { longest $q } | count", "6\n"),
    ("print $(quotes | each $q { (count(longest($q))) })", "1; 1; 1; 1; 1; 1\n"),
  ])
  func functionsAreCommands(call: String, result: String) {
    #expect(TestSession().run(Self.longest + call) == result)
  }

  @Test(arguments: [
    (
      "def half(n: int) -> number { ($n / 2) }\nquotes | where half(words) > 3 | column words",
      "7; 14\n"
    ),
    ("def f(n: int) { ($n + 1) }\ndef g(n: int) { (f(f($n)) * 10) }\nprint (g(f(1)))", "40\n"),
    ("let k = 5\ndef plus(n: int) { ($n + $k) }\nprint (plus(1))", "6\n"),
    ("def f(k: int) { ($k) }\nlet k = 5\nprint (f(1)) $k", "1 5\n"),
    (
      "def greet(name: text = \"you\") { (\"hello \" + $name) }\ngreet\ngreet Mara",
      "hello you\nhello Mara\n"
    ),
    ("def all() { quotes | count }\nall", "6\n"),
    ("def twice(n: int) { print $n; ($n * 2) }\nlet x = $(twice 4)\nprint $x", "4\n8\n"),
    (
      "def size(n: int) { if $n > 9 { (\"many\") } else if $n > 3 { (\"some\") } else { (\"few\") } }\n"
        + "print (size(10)) (size(5)) (size(1))", "many some few\n"
    ),
    ("def m(n: int) { (int(\"x\") ?? $n) }\nprint (m(2))", "2\n"),
  ])
  func functionsGiveValues(text: String, result: String) {
    #expect(TestSession().run(text) == result)
  }

  @Test func functionsStayAtThePrompt() {
    let session = TestSession()
    session.run(Self.longest)
    #expect(session.run("quotes | longest | column words") == "14\n")
    session.run("def half(n: int) { ($n / 2) }")
    #expect(session.run("print (half(3))") == "1.5\n")
    // A later definition takes its place.
    session.run("def half(n: int) { ($n / 2 + 100) }")
    #expect(session.run("print (half(3))") == "101.5\n")
    session.run("let k = 1")
    session.run("def plus(n: int) { ($n + $k) }")
    #expect(session.run("print (plus(1))") == "2\n")
    session.run("let k = 10")
    #expect(session.run("print (plus(1))") == "11\n")
  }

  @Test func longChainsOfFunctionsAreAMistakeAndNothingWorse() {
    var text = "def f0(n: int) { ($n) }\n"
    for index in 1...3000 { text += "def f\(index)(n: int) { (f\(index - 1)($n) + 1) }\n" }
    #expect(TestSession().run(text + "print (f3000(0))").contains("error[too-deep]"))
    #expect(
      TestSession().run(
        text.split(separator: "\n").prefix(40).joined(separator: "\n")
          + "\nprint (f39(0))") == "39\n")
  }

  @Test func manyCallsAreCheckedOnce() {
    // Each function calls the one before twice: unshared, that would be 2^30 checks.
    var text = "def f0(of: table) { $of | take 1 }\n"
    for index in 1...30 {
      text += "def f\(index)(of: table) { f\(index - 1) $of; f\(index - 1) $of }\n"
    }
    let session = TestSession()
    #expect(
      session.engine.check(Source(name: "test", text: text + "if false { f30 $(quotes) }"))
        .isEmpty)
  }

  // MARK: Parameters

  private func script(
    _ text: String, _ arguments: [String: String]?, _ session: TestSession = TestSession()
  ) -> String {
    session.run(text, from: .script(arguments: arguments))
  }

  @Test(arguments: [
    ("param n: int = 3\nprint ($n + 1)", [:], "4\n"),
    ("param n: int = 3\nprint ($n + 1)", ["n": "5"], "6\n"),
    ("param n: number = 3\nprint ($n / 2)", ["n": "5.5"], "2.75\n"),
    ("param since: date\nprint (year($since))", ["since": "2024-02"], "2024\n"),
    ("param who: text = \"Dell\"\nquotes --by $who | count", ["who": "Ivo"], "2\n"),
    ("param long: bool = false\nif $long { print 1 } else { print 2 }", ["long": "true"], "1\n"),
    ("param who: list = [\"a\"]\nprint (\"b\" in $who)", ["who": "a, b"], "true\n"),
    ("param who: list = [\"a\"]\nprint (\"b\" in $who)", [:], "false\n"),
  ])
  func parametersAreSet(text: String, arguments: [String: String], result: String) {
    #expect(script(text, arguments) == result)
  }

  @Test func parametersThatCannotBeSet() {
    #expect(script("param n: int\nprint $n", [:]).contains("error[missing-parameter]"))
    #expect(script("param n: int\nprint $n", ["n": "x"]).contains("error[bad-value]"))
    let source = Source(name: "test", text: "param n: int\nprint $n")
    #expect(TestSession().engine.check(source, from: .script(arguments: nil)).isEmpty)
  }

  // MARK: Warnings

  @Test(arguments: [
    "let x = 3\nquotes", "param n: int = 3", "def f(n: int) { ($n) }\nquotes",
    "def f(n: int) { (1) }\nprint (f(1))", "for $i in 1..2 { print 1 }",
    "quotes | each $q { print 1 }",
  ])
  func namesThatNobodyUses(text: String) {
    let source = Source(name: "test", text: text)
    let engine = TestSession().engine
    #expect(engine.check(source, from: .script(arguments: nil)).map(\.id) == ["unused"])
    #expect(engine.check(source).isEmpty)
  }

  @Test(arguments: [
    "let _x = 3", "for $_i in 1..2 { print 1 }", "let x = 3\nprint ($x)",
    "let x = 3\ndef f(n: int) { ($n + $x) }\nprint (f(1))",
  ])
  func namesThatAreUsed(text: String) {
    let source = Source(name: "test", text: text)
    #expect(TestSession().engine.check(source, from: .script(arguments: nil)).isEmpty)
  }

  // MARK: Exercises

  @Test func exercisesCheckTheirOwnSolution() {
    let session = TestSession()
    let text = """
      exercise "count" {
        title "Counting"
        ask "How many quotations are there?"
        hint "every row is one"
        given { let all = $(quotes) }
        check $answer == 6 else "count again"
        solution { $all | count }
      }
      """
    #expect(session.run(text) == "")
    #expect(
      session.run(text.split(separator: "== 6").joined(separator: "== 7")).contains("count again"))
    // What is given ends with the exercise.
    #expect(session.run("print $all").contains("unknown-variable"))
  }

  // MARK: Modules

  private func withModules(_ files: [String: String], _ body: (String) throws -> Void) throws {
    let directory = TemporaryDirectory()
    for (name, text) in files {
      try AtomicFile.write(Array(text.utf8), to: directory.path + "/" + name)
    }
    try body(directory.path)
  }

  @Test func modulesGiveNames() throws {
    let module = "let least = 5\ndef long(of: table) { $of | where words > $least }\n"
    try withModules(["speech.brief": "brief 1\n" + module]) { directory in
      func run(_ text: String) -> String {
        TestSession().run(text, name: directory + "/main.brief")
      }
      #expect(run("use \"speech.brief\"\nquotes | long | count") == "2\n")
      #expect(run("use \"speech.brief\" as s\nquotes | s.long | count") == "2\n")
      #expect(
        run("use \"speech.brief\" as s\nprint $s.least (count(s.long($(quotes))))") == "5 2\n")
      #expect(run("use \"speech.brief\" as s\nprint $least").contains("unknown-variable"))
      #expect(run("use \"speech.brief\" as s\nbriefings | s.long").contains("speech.brief:3"))
    }
  }

  @Test func modulesThatCannotBeUsed() throws {
    let files = [
      "a.brief": "use \"b.brief\"", "b.brief": "use \"a.brief\"", "loud.brief": "quotes\nquotes",
      "wrong.brief": "let x = \nlet y = $z", "deep.brief": "use \"loud.brief\"",
    ]
    try withModules(files) { directory in
      func run(_ text: String) -> String {
        TestSession().run(text, name: directory + "/main.brief")
      }
      #expect(run("use \"a.brief\"").contains("error[circular-use]"))
      let loud = run("use \"loud.brief\"")
      #expect(loud.split(separator: "not-in-module").count == 2, "\(loud)")
      let wrong = run("use \"wrong.brief\"\nprint $q")
      for id in ["unexpected", "unknown-variable"] { #expect(wrong.contains(id), "\(wrong)") }
      #expect(wrong.contains("main.brief:2"))
      #expect(run("use \"deep.brief\"").contains("loud.brief:1"))
    }
  }

  // MARK: Limits

  @Test func aScriptIsStoppedBeforeItTakesTooMuch() {
    let session = TestSession()
    session.engine.limits.rows = 5
    #expect(session.run("quotes | count").contains("error[row-limit]"))
    session.engine.limits.rows = 6
    #expect(session.run("quotes | count") == "6\n")
    session.engine.limits.memory = ProcessMemory.resident + (200 << 20)
    var text = "let t0 = \"0123456789\"\n"
    for index in 1...40 { text += "let t\(index) = $t\(index - 1) + $t\(index - 1)\n" }
    #expect(session.run(text).contains("error[memory-limit]"))
  }
}
