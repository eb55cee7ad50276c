import BriefCommands
import BriefScript
import BriefSource
import BriefTestSupport
import Testing

/// Commands that speak of the prompt.
@Suite struct PromptCommandTests {
  private let shell: TestShell

  init() throws { shell = try TestShell("harbour-ministry-week-1") }

  @Test func historyNumbersTheLinesOfTheSession() throws {
    shell.session.prompt.earlier = ["kwic ships", "quotes"]
    try shell.run("print 1")
    #expect(throws: TestShell.Failure.self) { try shell.run("print $none") }
    #expect(
      try shell.rows("history") == [
        ["1", "print 1", ""], ["2", "print $none", "failed"], ["3", "history", ""],
      ])
    #expect(try shell.rows("history 1") == [["4", "history 1", ""]])
    #expect(try shell.rows("history --search KWIC").first == ["", "kwic ships", ""])
    #expect(try shell.rows("history --all").count == 8)
  }

  @Test func settingsAreCheckedAndListed() throws {
    #expect(try shell.rows("set pager off | select value") == [["off"]])
    #expect(shell.session.prompt.settings[.pager] == "off")
    #expect(try shell.rows("set | where value != \"\"").count == PromptSettings.Key.allCases.count)
    for line in ["set pager never", "set width 5", "set width -3", "set rows 0", "set width 010"] {
      let failure = #expect(throws: TestShell.Failure.self) { try shell.run(line) }
      #expect(failure?.ids == ["bad-setting"], "\(line)")
    }
    #expect(throws: TestShell.Failure.self) { try shell.run("set colour always") }
    try shell.run("set width 100")
    #expect(shell.session.prompt.settings.number(.width) == 100)
    try shell.run("set width auto")
    #expect(shell.session.prompt.settings.changed == [.pager])
  }

  @Test(arguments: ["history", "save x", "restore", "set", "log x.md", "keep 1 as x.brief"])
  func aScriptHasNoPrompt(_ line: String) throws {
    shell.session.prompt.isActive = false
    let failure = #expect(throws: TestShell.Failure.self) { try shell.run(line) }
    #expect(failure?.ids == ["prompt-only"])
  }

  @Test func thePromptIsCompleted() throws {
    try shell.run("save monday")
    let completion = SessionCompletion(shell.session, commands: shell.engine.commands)
    func candidates(_ line: String) -> [String] {
      shell.engine.completion(in: line, at: line.utf8.count, provider: completion)
        .candidates.map(\.text)
    }
    #expect(candidates("restore m") == ["monday"])
    #expect(candidates("set pa") == ["pager"])
    #expect(candidates("set pager of") == ["off"])
  }

  @Test func tooMuchIsNotCopied() throws {
    try shell.run("quotes | copy")
    #expect(shell.reports.map(\.id) == ["copied"])
    let failure = #expect(throws: TestShell.Failure.self) {
      try shell.run("tokens | copy --format json")
    }
    #expect(failure?.ids == ["no-clipboard"])
    shell.session.prompt.copy = { _ in .noTerminal }
    #expect(throws: TestShell.Failure.self) { try shell.run("quotes | copy") }
  }

  @Test func exportsKnowHTMLAndExcel() throws {
    let out = shell.directory.path
    try shell.run("quotes | take 1 | export \"\(out)/q.html\"")
    let page = try #require(shell.directory.text(of: "q.html"))
    #expect(page.contains("default-src 'none'"))
    #expect(page.contains("<cite>") && page.contains("harbour-ministry-week-1.txt:13</cite>"))
    try shell.run("quotes | take 1 | export \"\(out)/q.csv\" --bom")
    #expect(shell.directory.text(of: "q.csv")?.hasPrefix("\u{FEFF}quote,") == true)
    let failure = #expect(throws: TestShell.Failure.self) {
      try shell.run("quotes | export \"\(out)/q.json\" --bom")
    }
    #expect(failure?.ids == ["no-byte-order-mark"])
  }
}
