import BriefCommands
import BriefScript
import BriefSource
import BriefTestSupport
import Glibc
import Testing

/// The file that keeps progress, whatever becomes of it.
@Suite struct ProgressTests {
  private let directory = TemporaryDirectory()
  private var path: String { directory.path + "/progress" }

  private func write(_ kinds: [ProgressEvent.Kind], _ exercise: String = "one") {
    let file = ProgressFile(path: path)
    for kind in kinds {
      file.note(ProgressEvent(kind, "lesson", exercise: kind == .begun ? "" : exercise))
    }
  }

  private var log: ProgressLog {
    ProgressLog(Array((directory.text(of: "progress") ?? "").utf8), path: "progress")
  }

  @Test func whatIsNotedIsReadAgain() {
    write([.begun, .hinted, .tried, .right])
    let tally = ProgressFile(path: path).tally
    let result = tally["lesson", "one"]
    #expect(result?.tries == 2)
    #expect(result?.hints == 1)
    #expect(result?.isRight == true)
    #expect(result?.line == 4)
    #expect(tally.lessons == ["lesson"])
    #expect(log.problems.isEmpty)
  }

  @Test func filesSideBySideLoseNothing() {
    let files = (0..<4).map { _ in ProgressFile(path: path) }
    for round in 0..<20 {
      for (index, file) in files.enumerated() {
        file.note(ProgressEvent(.tried, "lesson", exercise: "\(index)-\(round % 5)"))
      }
    }
    #expect(log.events.count == 80)
    #expect(log.problems.isEmpty)
  }

  @Test func aLineThatWasCutOffIsPassedOver() {
    write([.begun, .right])
    let text = directory.text(of: "progress") ?? ""
    for cut in 1..<90 {
      directory.write(String(text.dropLast(cut)), to: "progress")
      let before = log
      #expect(before.events.count == (cut == 1 ? 2 : 1))
      // What is added later does not suffer for it.
      write([.tried, .right], "two")
      #expect(log.tally["lesson", "two"]?.isRight == true, "\(cut)")
      #expect(log.problems.count <= 1)
    }
  }

  @Test(arguments: [
    "right": "tried", "\"n\":2": "\"n\":9", "one": "two", "{\"v\":1,\"n\":2": "{\"v\":1, \"n\":2",
  ])
  func aLineThatWasChangedShows(old: String, new: String) throws {
    write([.begun, .right, .tried], "one")
    let text = directory.text(of: "progress") ?? ""
    var lines = text.split(separator: "\n").map(String.init)
    lines[1] = lines[1].replacing(old, with: new)
    directory.write(lines.joined(separator: "\n") + "\n", to: "progress")
    #expect(log.events.count == 2)
    #expect(log.problems.map(\.id) == ["damaged-progress"])
    let problem = try #require(log.problems.first)
    #expect(problem.message.contains("line 2 of 'progress'"))
  }

  @Test func aLineThatWasTakenOutOrPutInShows() {
    write([.begun, .tried, .tried, .right])
    let lines = (directory.text(of: "progress") ?? "").split(separator: "\n").map(String.init)
    for index in 0..<3 {
      var fewer = lines
      fewer.remove(at: index)
      directory.write(fewer.joined(separator: "\n") + "\n", to: "progress")
      #expect(log.problems.count == 1, "\(index)")
      var more = lines
      more.insert(lines[index], at: index)
      directory.write(more.joined(separator: "\n") + "\n", to: "progress")
      #expect(log.problems.count == 1, "\(index)")
    }
  }

  @Test func anythingAtAllIsRead() {
    for bytes: [UInt8] in [
      [], [0], [0x0A, 0x0A, 0x0A], Array("{}\n[]\nnull\n1\n".utf8),
      Array(repeating: 0xFF, count: 999),
      Array(String(repeating: "[", count: 9_999).utf8), Array("{\"v\":1}\n{\"v\":1,\"n\":-1}".utf8),
    ] {
      let log = ProgressLog(bytes, path: "x")
      #expect(log.events.isEmpty)
      directory.write(bytes: bytes, to: "progress")
      write([.right])
      #expect(self.log.tally["lesson", "one"]?.isRight == true)
    }
  }

  @Test func aFileOfALaterVersionIsLeftAsItIs() {
    let text = "{\"v\":2,\"n\":1,\"event\":\"dreamt\"}\n"
    directory.write(text, to: "progress")
    let file = ProgressFile(path: path)
    #expect(file.path == path + ".v1")
    file.note(ProgressEvent(.right, "lesson", exercise: "one"))
    #expect(directory.text(of: "progress") == text)
    #expect(ProgressFile(path: path).tally["lesson", "one"]?.isRight == true)
  }

  @Test func whereNothingCanBeWrittenProgressLasts() throws {
    for name in ["progress", "pipe"] {
      let path = directory.path + "/" + name
      if name == "pipe" { #expect(mkfifo(path, 0o600) == 0) } else { mkdir(path, 0o700) }
      let file = ProgressFile(path: path)
      file.note(ProgressEvent(.right, "lesson", exercise: "one"))
      #expect(file.tally["lesson", "one"]?.isRight == true)
      #expect(file.path == nil)
    }
    let file = ProgressFile(path: "/proc/nowhere/progress")
    file.note(ProgressEvent(.right, "lesson", exercise: "one"))
    #expect(file.tally["lesson", "one"]?.isRight == true)
    #expect(file.path == nil)
  }

  @Test func thePlaceFollowsTheEnvironment() {
    func place(_ variables: [String: String]) -> String? {
      ProgressFile.defaultPath { variables[$0] }
    }
    #expect(place(["BRIEF_PROGRESS": "/p", "HOME": "/h"]) == "/p")
    #expect(place(["BRIEF_PROGRESS": "", "HOME": "/h"]) == nil)
    #expect(place(["XDG_STATE_HOME": "/s"]) == "/s/brief/progress")
    #expect(place(["XDG_STATE_HOME": "s", "HOME": "/h"]) == "/h/.local/state/brief/progress")
    #expect(place([:]) == nil)
  }

  @Test(arguments: [
    ("Ann", "Ann.progress"), ("Zoë 2", "Zoë-2.progress"), ("../../etc", "etc.progress"),
    ("-", "learner.progress"), ("a\u{1B}[31m", "a-31m.progress"),
  ])
  func aLearnerHasAFile(name: String, file: String) {
    #expect(Classroom.fileName(of: name) == file)
  }
}

/// What a teacher sees of the files of a class.
@Suite struct GradeTests {
  private let directory = TemporaryDirectory()

  private func write(_ learner: String, to name: String? = nil, _ kinds: ProgressEvent.Kind...) {
    let file = ProgressFile(path: directory.path + "/" + (name ?? learner) + ".progress")
    file.note(ProgressEvent(.learner, learner))
    file.note(ProgressEvent(.begun, "01-first"))
    for kind in kinds { file.note(ProgressEvent(kind, "01-first", exercise: "count")) }
  }

  @Test func aClassIsTabulated() throws {
    write("Ann", .tried, .hinted, .right)
    write("Bea", .tried, .shown)
    let run = try ProgramRun(
      "/bin/sh", ["-c", "brief grade *.progress"], in: directory.path,
      environment: ["PATH": PseudoTerminal.products + ":/usr/bin:/bin"])
    #expect(run.exitCode == 0)
    #expect(run.errors == "")
    #expect(
      run.output == """
        learner\tlesson\texercise\ttries\thints\tshown\tright\tskipped\twhen
        Ann\t01-first\tcount\t2\t1\tfalse\ttrue\tfalse\t5
        Bea\t01-first\tcount\t1\t0\ttrue\tfalse\tfalse\t4

        """)
    let total = try ProgramRun(
      "brief", ["grade", "--total", "Ann.progress", "Bea.progress"], in: directory.path)
    #expect(
      total.output == """
        learner\tlessons\texercises\tright\talone\ttries\thints\tshown\tskipped\tfile
        Ann\t1\t1\t1\t1\t2\t1\t0\t0\tAnn.progress
        Bea\t1\t1\t0\t0\t1\t0\t1\t0\tBea.progress

        """)
  }

  @Test func whatIsWrongIsToldAndTheRestCounts() throws {
    write("Ann", .right)
    directory.write(directory.text(of: "Ann.progress") ?? "", to: "Copy.progress")
    write("Ann", to: "Other", .tried)
    directory.write("not a line\n", to: "Bad.progress")
    directory.write("{\"v\":7}\n", to: "New.progress")
    let files = ["Ann", "Copy", "Other", "Bad", "New", "None"].map { $0 + ".progress" }
    let run = try ProgramRun("brief", ["grade"] + files, in: directory.path)
    #expect(run.exitCode == 3)
    #expect(run.output.split(separator: "\n").count == 3)
    for text in [
      "warning[duplicate-progress]: 'Copy.progress' holds the same lines as 'Ann.progress'",
      "warning[duplicate-progress]: 'Other.progress' is of the same learner as 'Ann.progress': Ann",
      "warning[damaged-progress]: line 1 of 'Bad.progress' is passed over",
      "--> Bad.progress:1:1", "warning[unusable-progress]: 'New.progress' was written by a later",
      "warning[unreadable-input]: cannot read 'None.progress'",
    ] {
      #expect(run.errors.contains(text), "\(text)")
    }
  }

  @Test func aTableOfAClassCanBeAsked() throws {
    write("Ann", .right)
    write("Bea", .tried)
    let shell = try TestShell()
    #expect(
      try shell.rows("grade \(directory.path)/*.progress | where not right | select learner")
        == [["Bea"]])
    #expect(throws: TestShell.Failure.self) { try shell.run("grade /nonexistent.progress") }
  }
}
