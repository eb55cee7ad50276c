import BriefCommands
import BriefScript
import BriefSource
import BriefTestSupport
import Testing

/// Lines that are kept give as a script what they gave at the prompt.
@Suite struct KeepTests {
  private let shell: TestShell
  private let file: String

  init() throws {
    shell = try TestShell()
    file = TestShell.path("harbour-ministry-week-1")
  }

  private func keep(_ numbers: String) throws -> String {
    try shell.run("keep \(numbers) as \"\(shell.directory.path)/kept.brief\" --force")
    return try #require(shell.directory.text(of: "kept.brief"))
  }

  /// What the script prints, and the warnings that checking it gives.
  private func run(_ script: String) throws -> (results: [String], findings: [String]) {
    let other = try TestShell()
    let source = Source(name: "kept.brief", text: script)
    let findings = other.engine.check(source, from: .script(arguments: nil)).map(\.id)
    _ = other.engine.run(source, from: .script(arguments: [:]))
    return (other.results.map(\.plainText), findings)
  }

  @Test func whatALineNeedsComesAlong() throws {
    try shell.run("load \"\(file)\"")
    try shell.run("let unused = 1")
    try shell.run("let hers = $(quotes --by Varnaky)")
    try shell.run("def longest(of: table) -> table { $of | sort words --desc | take 1 }")
    let answer = try shell.texts("$hers | longest | column quote")
    let script = try keep("5")
    #expect(
      script == """
        # Line 5 of a session, and what it depends on.
        needs read "\(file)"

        load "\(file)"
        let hers = $(quotes --by Varnaky)
        def longest(of: table) -> table { $of | sort words --desc | take 1 }
        $hers | longest | column quote

        """)
    let (results, findings) = try run(script)
    #expect(findings == [])
    #expect(results.last == answer[0])
  }

  @Test func focusAndOrderStay() throws {
    try shell.run("load \"\(file)\"")
    try shell.run("let before = $(briefings | count)")
    try shell.run("load \"\(TestShell.path("river-basin-wire"))\"")
    try shell.run("focus 2")
    let after = try shell.texts("print $before $(briefings | count) $(quotes | count)")
    let (results, findings) = try run(try keep("5"))
    #expect(findings == [])
    #expect(results.last == after[0])
  }

  @Test func aNameThatWasBoundAnewIsToldApart() throws {
    try shell.run("let n = 2")
    try shell.run("let m = ($n + 1)")
    try shell.run("let n = ($n * 10)")
    #expect(try shell.texts("print $n $m") == ["20 3"])
    let script = try keep("4")
    #expect(script.contains("let n_1 = 2\nlet m = ($n_1 + 1)\nlet n = ($n_1 * 10)\nprint $n $m"))
    #expect(try run(script).results == ["20 3"])
    #expect(try run(script).findings == [])
  }

  @Test func rangesAndTheTableThatShowMeans() throws {
    try shell.run("load \"\(file)\"")
    try shell.run("quotes | take 2")
    try shell.run("print 1")
    #expect(throws: TestShell.Failure.self) { try shell.run("print $nothing") }
    let shown = try shell.texts("show 2")
    let script = try keep("3-5")
    #expect(shell.reports.map(\.id) == ["left-out-line"])
    #expect(script.hasSuffix("quotes | take 2\nprint 1\nshow 2\n"))
    #expect(script.hasPrefix("# Lines 3-5 of a session, and what they depend on.\n"))
    #expect(try run(script).results.last == shown[0])
  }

  @Test func filesThatAreWrittenAreNamed() throws {
    let out = shell.directory.path + "/out.csv"
    try shell.run("load \"\(file)\"")
    try shell.run("quotes | export \"\(out)\"")
    #expect(try keep("2").contains("needs write \"\(out)\"\n"))
  }

  @Test func aDirectoryIsNeededAsAWhole() throws {
    let directory = ProjectFiles.root + "/Scripts/examples/briefings"
    try shell.run("load \"\(directory)\"")
    try shell.run("briefings | count")
    let script = try keep("2")
    #expect(script.contains("needs read \"\(directory)\"\n\nload"))
    #expect(try run(script).results.last == "9")
  }

  @Test func whatCannotBeKeptIsSaid() throws {
    try shell.run("let n = 2")
    try shell.run("def twice() -> int { ($n * 2) }")
    try shell.run("let n = 3")
    try shell.run("print (twice())")
    for (numbers, id) in [
      ("9", "no-such-line"), ("x", "no-such-line"), ("8-7", "no-such-line"), ("0", "no-such-line"),
      ("1-", "no-such-line"), ("99999999999999999999", "no-such-line"), ("4 3", "unkept-line"),
    ] {
      let failure = #expect(throws: TestShell.Failure.self) { try keep(numbers) }
      #expect(failure?.ids == [id], "\(numbers)")
    }
    #expect(shell.directory.text(of: "kept.brief") == nil)
    let failure = #expect(throws: TestShell.Failure.self) { try shell.run("keep 1 as weekly.txt") }
    #expect(failure?.ids == ["unknown-format"])
  }

  @Test func aScriptIsReplacedOnlyWhenThatIsSaid() throws {
    try shell.run("print 1")
    _ = try keep("1")
    let failure = #expect(throws: TestShell.Failure.self) {
      try shell.run("keep 1 as \"\(shell.directory.path)/kept.brief\"")
    }
    #expect(failure?.ids == ["unwritable-file"])
  }
}
