import BriefScript
import BriefSource
import BriefTestSupport
import Testing

/// What runs stops when it takes too much, or when the user wants it to.
@Suite(.serialized) struct LimitTests {
  private static let doubled = """
    let t0 = "0123456789 abcdefghijklmnopqrstuvwxyz"
    let t1 = $t0 + $t0 + $t0 + $t0 + $t0 + $t0 + $t0 + $t0 + $t0 + $t0
    let t2 = $t1 + $t1 + $t1 + $t1 + $t1 + $t1 + $t1 + $t1 + $t1 + $t1
    let t3 = $t2 + $t2 + $t2 + $t2 + $t2 + $t2 + $t2 + $t2 + $t2 + $t2
    let big = $t3 + $t3 + $t3 + $t3 + $t3 + $t3 + $t3 + $t3 + $t3 + $t3

    """

  @Test(arguments: [
    "print (replace($big, r\".\", $big))", "print (length(replace($big, \"a\", $big)))",
    "print (length(join($((1..10000) | each $_n { ($big) }), \", \")))",
    "print (length(join(split($big, \"a\"), $big)))", "(1..10000) | each $_n { ($big) }",
    "print $((1..10000) | each $_n { ($big) })",
    "(1..1000) | each $_n { quotes | derive text = $big }",
    "print (length(text($((1..10000) | each $_n { ($big) }))))",
    "print (count(matches($big + $big + $big + $big + $big + $big + $big, r\".\")))",
  ])
  func textsThatExplode(line: String) {
    let session = TestSession()
    session.engine.limits.memory = ProcessMemory.resident + (100 << 20)
    let said = session.run(Self.doubled + line)
    #expect(said.hasPrefix("error[memory-limit]"), "\(said.prefix(300))")
  }

  @Test func textsThatAreOnlyLongAreMade() {
    let session = TestSession()
    session.engine.limits.memory = ProcessMemory.resident + (200 << 20)
    #expect(
      session.run(Self.doubled + "print (length(replace($big, r\"a\", \"aa\")))") == "380000\n")
    #expect(session.run("print (length(join(split($big, \"a\"), \"aa\")))") == "380000\n")
    #expect(session.run("print (length(replace($big, \"zz\", $big)))") == "370000\n")
  }

  @Test func listsOfListsAreCounted() {
    let session = TestSession()
    var text = "let l0 = [1, 2]\n"
    for index in 1...40 { text += "let l\(index) = [$l\(index - 1), $l\(index - 1)]\n" }
    #expect(session.run(text + "print $l40").contains("error[list-too-long]"))
    session.engine.limits.rows = 100
    #expect(
      session.run("(1..20) | each $n { (1..$n) }").contains("error[list-too-long]"))
    #expect(session.run("let two = [[1, 2], [3]]\nprint (count($two))") == "2\n")
  }

  @Test func tablesOfEachAreCountedTogether() {
    let session = TestSession()
    session.engine.limits.rows = 7
    #expect(session.run("quotes | count") == "6\n")
    #expect(
      session.run("briefings | each $_b { quotes } | count").contains("error[row-limit]"))
  }

  // MARK: Interrupting

  /// What is run until somebody asks for the `count`th time whether to stop.
  private func outcome(_ text: String, after count: Int) -> (isInterrupted: Bool, asked: Int) {
    let session = TestSession()
    session.run("let kept = 7")
    var asked = 0
    session.engine.isInterrupted = {
      asked += 1
      return asked >= count
    }
    let outcome = session.engine.run(Source(name: "test", text: text))
    session.engine.isInterrupted = { false }
    // What was bound before is there still, and nothing else.
    #expect(session.engine.variables.map(\.name) == ["kept"])
    if case .interrupted = outcome { return (true, asked) }
    return (false, asked)
  }

  @Test(arguments: [
    "let x = 1\nfor $_i in 1..1000000 { }", "for $_i in 1..1000000 { for $_j in 1..1000000 { } }",
    "(1..1000000) | each $n { ($n) }", "for $i in 1..1000000 { let _y = $i }",
    "def f(n: int) { ($n) }\nfor $i in 1..1000000 { let _y = f($i) }",
    "let all = 1..1000000\nquotes | where 0 in $all or 0 in $all or 0 in $all",
    "quotes | where length(speaker ?? \"\") >= 0 and length(quote) > 2 and length(quote) > 3",
    "quotes | derive long = upper(quote), n = length(quote)",
  ])
  func longWorkIsInterrupted(text: String) {
    let (isInterrupted, asked) = outcome(text, after: 10)
    #expect(isInterrupted)
    #expect(asked == 10)
  }

  @Test func callsOfCallsAreInterrupted() {
    var text = "def f0(n: int) { ($n) }\n"
    for index in 1...30 {
      text += "def f\(index)(n: int) { (f\(index - 1)($n) + f\(index - 1)($n)) }\n"
    }
    #expect(outcome(text + "let x = f30(1)", after: 1000).isInterrupted)
  }

  @Test func aLongTextIsNotSearchedToItsEnd() {
    let session = TestSession()
    var asked = 0
    session.run(Self.doubled + "let long = join($((1..10) | each $_n { ($big) }), \"\")")
    session.engine.isInterrupted = {
      asked += 1
      return asked > 6
    }
    for formula in ["$long ~ r\"[xyz]9\"", "count(matches($long, r\"x\")) > 0"] {
      asked = 0
      let outcome = session.engine.run(Source(name: "test", text: "assert \(formula)"))
      guard case .interrupted = outcome else {
        Issue.record("\(formula) was not interrupted")
        continue
      }
    }
  }
}
