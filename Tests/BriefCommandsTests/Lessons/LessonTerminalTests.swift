import BriefCommands
import BriefTestSupport
import Glibc
import Testing

/// A lesson and a class as they are seen at a terminal.
@Suite(.serialized) struct LessonTerminalTests {
  private let directory = TemporaryDirectory()
  private static let lesson =
    ProjectFiles.root + "/Tests/BriefCommandsTests/Lessons/Course/01-first-words.brief"

  /// Starts the program in the directory of the test; `arguments` are words of a shell.
  private func start(
    _ arguments: String = "", environment: [String: String] = [:]
  ) throws -> PseudoTerminal {
    var variables = [
      "HOME": directory.path, "NO_COLOR": "1", "P": PseudoTerminal.products + "/brief",
      "L": Self.lesson,
    ]
    variables.merge(environment) { $1 }
    let terminal = try #require(
      PseudoTerminal(
        "/bin/sh", ["-c", "cd '\(directory.path)' && exec \"$P\" \(arguments)"],
        environment: variables, columns: 80, rows: 60))
    try #require(terminal.wait(for: "brief>", seconds: 60))
    return terminal
  }

  /// Types a line and waits until the screen ends with `answer`, which is after the line.
  private func type(_ line: String, _ answer: String, in terminal: PseudoTerminal) throws {
    // A long line is wrapped on the screen.
    func echoes(_ screen: PseudoTerminalScreen) -> Int {
      screen.text.replacing("\n", with: "").ranges(of: "> \(line)").count
    }
    let before = echoes(terminal.screen)
    terminal.send(line + "\r")
    try #require(
      terminal.wait(seconds: 60) { echoes($0) > before && $0.text.hasSuffix(answer) },
      "\(terminal.screen.text)")
  }

  private static let first = "lesson first-words · 1/3>"
  private static let second = "lesson first-words · 2/3>"

  @Test func aLessonIsPlayedLeftAndTakenUp() throws {
    let terminal = try start()
    try type("lesson \"\(Self.lesson)\"", Self.first, in: terminal)
    #expect(terminal.screen.text.contains("Exercise 1 of 3: Counting"))
    try type("quotes | take 2 | count", "`hint` helps.\n\(Self.first)", in: terminal)
    try type("hint", "Hint 1 of 2: `quotes` lists them.\n\(Self.first)", in: terminal)
    // An empty line and a wrong one change nothing.
    try type("nonsense", Self.first, in: terminal)
    #expect(terminal.screen.text.contains("no command 'nonsense'"))
    try type("4", Self.second, in: terminal)
    #expect(terminal.screen.text.contains("Right.\n"))
    try type("lesson stop", "brief>", in: terminal)
    try type("progress | count", "\n1\nbrief>", in: terminal)
    terminal.send("quit\r")
    #expect(terminal.waitForEnd() == .exited(0))

    let again = try start()
    try type("lesson \"\(Self.lesson)\"", Self.second, in: again)
    #expect(again.screen.text.contains("You have done 1 of 3 exercises"))
  }

  @Test func whatWasDoneOutlivesAKill() throws {
    let terminal = try start("--class 'Ann'")
    #expect(terminal.screen.text.contains("you are Ann; progress is kept in Ann.progress"))
    try type("lesson \"\(Self.lesson)\"", Self.first, in: terminal)
    try type("answer", Self.first, in: terminal)
    #expect(terminal.screen.text.contains("Solutions are hidden in this class."))
    try type("5", "`hint` helps.\n\(Self.first)", in: terminal)
    try type("4", Self.second, in: terminal)
    terminal.signal(SIGKILL)
    #expect(terminal.waitForEnd() == .signalled(SIGKILL))

    let grade = try ProgramRun(
      "brief", ["grade", "Ann.progress", "--format", "csv"], in: directory.path)
    #expect(grade.exitCode == 0)
    #expect(grade.output.contains("Ann,01-first-words,how-many,2,0,false,true,false,4"))
    let again = try start("--class Ann")
    try type("lesson \"\(Self.lesson)\"", Self.second, in: again)
  }

  @Test func twoShellsAtOnceKeepOneFile() throws {
    let one = try start("--progress mine")
    let other = try start("--progress mine")
    try type("lesson \"\(Self.lesson)\"", Self.first, in: one)
    try type("lesson \"\(Self.lesson)\"", Self.first, in: other)
    try type("5", "`hint` helps.\n\(Self.first)", in: one)
    try type("6", "`hint` helps.\n\(Self.first)", in: other)
    try type("4", Self.second, in: one)
    let log = ProgressLog(Array((directory.text(of: "mine") ?? "").utf8), path: "mine")
    #expect(log.problems.isEmpty)
    #expect(log.tally["01-first-words", "how-many"]?.tries == 3)
  }

  @Test func aTerminalThatCannotMoveItsCursorWillDo() throws {
    let terminal = try start(environment: ["TERM": "dumb", "LANG": "C", "LC_ALL": "C"])
    terminal.send("lesson \"\(Self.lesson)\"\n")
    try #require(terminal.wait(for: Self.first, seconds: 60))
    terminal.send("4\n")
    #expect(terminal.wait(for: Self.second, seconds: 60))
  }

  @Test func aClassWantsATerminalAndAName() throws {
    let none = try ProgramRun("brief", ["--class", "Ann"], in: directory.path)
    #expect(none.exitCode == 2)
    #expect(none.errors.contains("--class wants a terminal to type at"))
    let file = try ProgramRun("brief", ["--class", "a/b.txt"], in: directory.path)
    #expect(file.exitCode == 2)
    #expect(file.errors.contains("--class wants the name of a learner"))
    let wide = try ProgramRun("brief", ["--class", "Ann", "--width", "99"], in: directory.path)
    #expect(wide.exitCode == 2)
    #expect(directory.names.isEmpty)
  }
}
