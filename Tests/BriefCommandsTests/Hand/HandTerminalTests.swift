import BriefTestSupport
import Testing

/// Quizzes and annotation as a person at a terminal sees them.
@Suite(.serialized) struct HandTerminalTests {
  private let home = TemporaryDirectory()
  private static let text = """
    Harbour to Stay Open

    The port stays open. “We will keep the harbour open,” Mara Dell said.

    Ivo Renn called the plan “a bad joke” and left.

    """

  private func start(
    _ environment: [String: String] = [:], columns: Int = 80
  ) throws -> PseudoTerminal {
    home.write(Self.text, to: "harbour.txt")
    var variables = ["HOME": home.path, "NO_COLOR": "1", "BRIEF_HISTORY": ""]
    variables.merge(environment) { $1 }
    let terminal = try #require(
      PseudoTerminal(
        "brief", [home.path + "/harbour.txt"], environment: variables, columns: columns, rows: 50))
    try #require(terminal.wait(for: "brief>"))
    return terminal
  }

  /// Types a line and waits until the screen ends with `end`.
  private func type(_ line: String, at terminal: PseudoTerminal, until end: String) throws {
    terminal.send(line + "\r")
    try #require(terminal.wait { $0.text.hasSuffix(end) }, "\(terminal.screen.text)")
  }

  @Test(arguments: [["TERM": "xterm"], ["TERM": "dumb", "LC_ALL": "C"]], [40, 80])
  func aTextIsMarkedLineByLine(_ environment: [String: String], _ columns: Int) throws {
    let terminal = try start(environment, columns: columns)
    try type("annotate-by-hand", at: terminal, until: "said.\nmark>")
    #expect(terminal.screen.text.contains("[1]“We will keep the"))
    try type("1 by Mara Dell cue said", at: terminal, until: "open,”\nmark>")
    try type("", at: terminal, until: "and left.\nmark>")
    try type("1 by Ivo Renn cue called", at: terminal, until: "joke”\nmark>")
    try type("done", at: terminal, until: "compares.\nbrief>")
    let marks = try #require(home.text(of: "harbour.txt.marks"))
    #expect(marks.contains("\nmixed\t"))
    #expect(marks.contains("\tMara Dell\tsaid\t“We will keep the harbour open,”\n"))
  }

  @Test func aQuizIsLeftWithControlC() throws {
    let terminal = try start()
    try type("quiz --kind form", at: terminal, until: "3 indirect\nquiz>")
    terminal.send("\u{3}")
    try #require(terminal.wait { $0.text.hasSuffix("\nbrief>") && $0.text.contains("asked") })
    // The prompt is there again, with its own history and completion.
    try type("print done", at: terminal, until: "\ndone\nbrief>")
  }

  @Test func whatIsTypedThereIsNoStatementAndStaysOutOfTheHistory() throws {
    let terminal = try start()
    try type("quiz --kind form", at: terminal, until: "quiz>")
    try type("(", at: terminal, until: "stop.\nquiz>")
    try type("stop", at: terminal, until: "\nbrief>")
    terminal.send("\u{1B}[A")
    #expect(terminal.wait { $0.text.hasSuffix("brief> quiz --kind form") })
    terminal.send("\u{15}")
    #expect(terminal.wait { $0.text.hasSuffix("\nbrief>") })
  }

  @Test func aCorrectionIsShownWithItsMark() throws {
    let terminal = try start()
    try type("quotes", at: terminal, until: "\nbrief>")
    try type("fix 2 --no-speaker", at: terminal, until: ".fixes\nbrief>")
    terminal.send("quotes\r")
    #expect(terminal.wait(for: "* 1 corrected by hand"))
    #expect(terminal.wait { $0.text.contains(" 2* │ “a bad joke”") })
  }
}
