import BriefTestSupport
import Testing

/// `brief test` as a process: scripts that say what they print.
@Suite struct TestProgramTests {
  private let directory = TemporaryDirectory()

  private func test(_ paths: String...) throws -> ProgramRun {
    try ProgramRun("brief", ["test"] + paths, in: directory.path)
  }

  /// What is said of one script.
  private func test(script: String) throws -> ProgramRun {
    directory.write(script, to: "a.brief")
    return try test("a.brief")
  }

  @Test(arguments: [
    "print (1 + 1)\n# expect: 2", "print 1  # expect: 1\nprint 2",
    "print \"a\"; print \"b\"  # expect: b",
    "for $n in 1..3 { print $n }\n# expect: 1\n# expect: 2\n\n# why\n# expect: 3",
    "print \"a  \\n\\nb\"\n# expect: a\n# expect:\n# expect: b",
    "def f() { print 1; print 2 }\nf\n# expect: 1\n# expect: 2",
    "param n: int = 3\nprint ($n)\n# expect: 3", "assert 1 < 2", "if true { print 1 }\n# expect: 1",
    "exercise \"a\" { ask \"b\"; check $answer == 1; solution { (1) } }",
    "print $x\n# expect-error: unknown-variable",
    "# expect-error: unknown-variable\nprint $x\nquots\n# expect-error: unknown-command",
    "print 1\n# expect: 1\nprint (1 % $(briefings | count))\n# expect-error: division-by-zero",
    "assert 1 > 2\n# expect-error: assertion-failed", "print 1\n  | print 2\n# expect: 2 1",
    "let t = $(briefings | select file)\n$t\n# expect: file", "print “ü”\n# expect: ü",
    "print 1\nquit  # expect-nothing\nprint 2",
    "print $n\nlet n = 1\n# expect-error: unknown-variable",
  ])
  func scriptsThatPass(script: String) throws {
    let run = try test(script: script)
    #expect(run.output == "ok a.brief\n1 passed, 0 failed\n")
    #expect(run.errors == "")
    #expect(run.exitCode == 0)
  }

  @Test(arguments: [
    ("print 1\n# expect: 2", "a.brief:2\n  expected: 2\n  found:    1"),
    ("print 1\n# expect: 1\n# expect: 2", "a.brief:3\n  expected: 2\n  found:    no more lines"),
    (
      "for $n in 1..2 { print $n }\n# expect: 1",
      "a.brief:2\n  expected: no more lines\n  found:    2"
    ),
    ("let x = 1\n# expect: 1\nprint $x", "a.brief:2\n  expected: 1\n  found:    no more lines"),
    ("assert 1 > 2 else \"why\"", "error[assertion-failed]: why"),
    (
      "exercise \"a\" { ask \"b\"; check $answer == 2; solution { (1) } }",
      "error[assertion-failed]"
    ),
    (
      "print 1\n# expect-error: unknown-variable",
      "expected: error unknown-variable\n  found:    no error"
    ),
  ])
  func scriptsThatFail(script: String, says: String) throws {
    let run = try test(script: script)
    #expect(run.output.hasPrefix("FAILED a.brief\n  "), "\(run.output)")
    #expect(run.output.contains(says), "\(run.output)")
    #expect(run.output.hasSuffix("\n0 passed, 1 failed\n"))
    #expect(run.exitCode == 1)
  }

  @Test(arguments: [
    ("print $x\n# expect: 1", "error[unknown-variable]"), ("# expect: 1\nprint 1", "a.brief:1"),
    (
      "for $n in [1] {\n  print $n\n  # expect: 1\n}",
      "a.brief:3\n  the comment stands inside a statement"
    ),
    ("print 1\n#expect: 1", "a.brief:2\n  the comment is not read: write `# expect: …`"),
    ("print 1\n# expects: 1", "a.brief:2\n  the comment is not read"),
    ("print 1\n# Expect: 1", "a.brief:2\n  the comment is not read"),
    ("print 1\n# expect 1", "a.brief:2\n  the comment is not read"),
    ("print 1\n# expect : 1", "a.brief:2\n  the comment is not read"),
    ("print 1\n#expect-error: unexpected", "a.brief:2\n  the comment is not read"),
    ("print (1 % $(briefings | count))\n# expect: 1", "error[division-by-zero]"),
    ("param n: int\nprint $n", "error[missing-parameter]"),
    ("print (\n# expect: 1", "error[unclosed-bracket]"),
    ("print $x\n# expect-error: unknown-command", "found:    error unknown-variable"),
    ("print $x\nquots\n# expect-error: unknown-variable", "error[unknown-command]"),
    ("load \"/etc/hostname\"\n# expect: 1", "error[file-not-named]"),
  ])
  func scriptsThatAreWrong(script: String, says: String) throws {
    let run = try test(script: script)
    #expect(run.output.contains(says), "\(run.output)")
    #expect(run.output.hasSuffix("\n0 passed, 1 failed\n"))
    #expect(run.exitCode == 2)
  }

  @Test func directoriesStandForTheScriptsThatSaySomething() throws {
    directory.makeDirectory("in")
    directory.makeDirectory("in/deep")
    directory.makeDirectory("empty")
    directory.write("print 1\n# expect: 1", to: "in/b.brief")
    directory.write("assert true", to: "in/deep/c.brief")
    directory.write("print 1", to: "in/a.brief")
    directory.write("", to: "in/d.brief")
    directory.write("# expect: 1", to: "in/notes.txt")
    let run = try test("in")
    #expect(run.output == "ok in/b.brief\nok in/deep/c.brief\n2 passed, 0 failed\n")
    #expect(run.exitCode == 0)
    directory.write("assert false", to: "in/deep/c.brief")
    directory.write("print $x", to: "in/a.brief")
    let failed = try test("in", "in/a.brief")
    #expect(failed.output.hasSuffix("1 passed, 2 failed\n"))
    #expect(failed.exitCode == 2)
    let nothing = try test("empty")
    #expect(nothing.exitCode == 2)
    #expect(nothing.errors.contains("error[no-tests]"))
    let missing = try test("nowhere")
    #expect(missing.exitCode == 3)
    #expect(missing.errors.contains("nowhere"))
  }

  @Test(arguments: [
    "# expected", "# expects the worst", "# we expect: 2", "# expectation: 2", "# expect-nothing",
  ])
  func commentsOfOtherWordsAreForPeople(comment: String) throws {
    let run = try test(script: "print 1\n\(comment)\n")
    #expect(run.output == "ok a.brief\n1 passed, 0 failed\n")
  }

  @Test func anEmptyScriptDoesNothing() throws {
    let run = try test(script: "")
    #expect(run.output == "ok a.brief\n1 passed, 0 failed\n")
    for word in ["check", "run", "fmt", "doc"] {
      #expect(try ProgramRun("brief", [word, "a.brief"], in: directory.path).exitCode == 0)
    }
    directory.write("use \"a.brief\"\n", to: "b.brief")
    #expect(try ProgramRun("brief", ["check", "b.brief"], in: directory.path).exitCode == 0)
  }

  @Test func aScriptIsUTF8() throws {
    directory.write(
      bytes: Array("print \"caf".utf8) + [0xE9] + Array("\"\n".utf8), to: "a.brief")
    for word in ["check", "run", "fmt", "doc", "test"] {
      let run = try ProgramRun("brief", [word, "a.brief"], in: directory.path)
      #expect(run.exitCode == 3)
      #expect(run.errors.contains("error[not-utf-8]"), "\(run.errors)")
      #expect(run.errors.contains("a.brief:1:11"), "\(run.errors)")
    }
    directory.write("use \"a.brief\"\n", to: "b.brief")
    let user = try ProgramRun("brief", ["check", "b.brief"], in: directory.path)
    #expect(user.errors.contains("error[unreadable-module]: the script is not UTF-8"))
  }

  @Test func everyProgramEndsTheSameWayForAFileThatIsNotThere() throws {
    directory.write("needs read \".\"\nopen none.csv\n", to: "a.brief")
    directory.write("needs read \".\"\nopen none.csv\nquots\n", to: "b.brief")
    directory.write("needs read \".\"\nprint \"before\"\nload none.txt\n", to: "c.brief")
    for word in ["check", "run", "doc", "test"] {
      for (script, code) in [("a", 3), ("b", 2), ("c", 3)] {
        let run = try ProgramRun("brief", [word, script + ".brief"], in: directory.path)
        #expect(run.exitCode == Int32(code), "\(word) \(script): \(run.errors)")
        #expect(!run.output.contains("before"))
      }
    }
    let both = try ProgramRun("brief", ["check", "b.brief", "a.brief"], in: directory.path)
    #expect(both.exitCode == 2)
  }

  @Test func everyScriptBeginsAnew() throws {
    directory.write("Mara Dell said she was “content with it”.", to: "talks.txt")
    let load = "needs read \".\"\nload talks.txt\nbriefings | count\n# expect: 1\n"
    directory.write(load, to: "a.brief")
    directory.write(load + "let x = 1\nprint $x\n", to: "b.brief")
    #expect(try test("a.brief", "b.brief").output == "ok a.brief\nok b.brief\n2 passed, 0 failed\n")
  }

  @Test func whatAScriptPrintsCannotDriveATerminal() throws {
    let run = try test(script: "print \"\\u{1B}[31mred\"\n# expect: red")
    #expect(run.output.contains("found:    ␛[31mred"), "\(run.output)")
  }

  @Test func theExamplesPass() throws {
    let run = try ProgramRun("brief", ["test", "Scripts/examples"])
    #expect(run.output.contains("ok Scripts/examples/before-publishing.brief\n"), "\(run.output)")
    #expect(run.output.hasSuffix(" passed, 0 failed\n"))
    #expect(run.exitCode == 0)
  }
}
