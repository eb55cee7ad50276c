import BriefAnalysis
import BriefScript
import BriefSource
import BriefTestSupport
import Testing

@testable import BriefCommands

/// What saving keeps, and what becomes of damage.
@Suite struct SavedSessionTests {
  private let home = TemporaryDirectory()

  private static let text = """
    Talks Begin

    LUSK, November 21, 2025 — Talks on the port have begun, Mara Dell said on Friday. “We expect \
    them to last for a week,” Dell added.

    """

  /// A session that has loaded two texts, chosen one, bound two names and defined a function.
  private func shell() throws -> TestShell {
    home.write(Self.text, to: "talks.txt")
    home.write(Self.text.replacing("Talks", with: "Games"), to: "games.txt")
    let shell = try TestShell()
    shell.session.store = SessionStore(directory: home.path + "/sessions")
    try shell.run("load \"\(home.path)/talks.txt\" \"\(home.path)/games.txt\"")
    try shell.run("focus talks")
    try shell.run("let hers = $(quotes --by Dell)")
    try shell.run("let least = 3")
    try shell.run("def many(of: table, n: int) -> table { $of | where words > $n }")
    try shell.run("set width 90")
    return shell
  }

  private func restored(_ line: String = "restore monday") throws -> TestShell {
    let shell = try TestShell()
    shell.session.store = SessionStore(directory: home.path + "/sessions")
    try shell.run(line)
    return shell
  }

  @Test func everythingComesBack() throws {
    let old = try shell()
    try old.run("save monday")
    let new = try restored()
    for line in [
      "briefings --all", "briefings", "$hers", "$hers | many $least", "$hers | why 1",
      "$hers | show 1", "set",
    ] {
      #expect(try new.texts(line) == old.texts(line), "\(line)")
    }
    #expect(try new.rows("$hers") == old.rows("$hers"))
    #expect(new.session.prompt.settings[.width] == "90")
    #expect(new.session.focus?.source.name.hasSuffix("talks.txt") == true)
    // The lines have the numbers they had.
    #expect(try new.rows("history").first?.first == "1")
    #expect(try new.rows("history")[2][1] == "let hers = $(quotes --by Dell)")
  }

  @Test func whatTheSameLineBindsIsSaved() throws {
    let old = try shell()
    try old.run("let late = 7; save monday")
    #expect(try restored().texts("print $late") == ["7"])
  }

  @Test func aChangedOrDeletedTextIsKept() throws {
    let old = try shell()
    let quotes = try old.rows("focus all; quotes")
    try old.run("save monday")
    home.write("Something Else\n\nNothing was said.\n", to: "talks.txt")
    home.remove("games.txt")
    let new = try restored()
    #expect(new.reports.map(\.id) == ["changed-text", "changed-text"])
    #expect(new.reports[0].message.contains("games.txt' cannot be read any longer"))
    #expect(new.reports[1].message.contains("talks.txt' has changed"))
    #expect(try new.rows("quotes") == quotes)
    try new.run("load \"\(home.path)/talks.txt\"")
    #expect(try new.rows("quotes").count < quotes.count)
  }

  @Test func textsThatAreNotUTF8ComeBack() throws {
    let latin = Self.text.replacing("—", with: "-").replacing("“", with: "\"")
      .replacing("”", with: "\"").replacing("Talks on", with: "Talks à")
    home.write(bytes: latin.unicodeScalars.map { UInt8($0.value) }, to: "latin.txt")
    let old = try shell()
    try old.run("load \"\(home.path)/latin.txt\"; save monday")
    home.remove("latin.txt")
    let new = try restored()
    #expect(try new.rows("focus latin; problems") == old.rows("focus latin; problems"))
  }

  @Test func aDirectoryIsWhatItWas() throws {
    let old = try TestShell()
    old.session.store = SessionStore(directory: home.path + "/sessions")
    home.write(Self.text, to: "texts/one.txt")
    home.write(Self.text, to: "texts/two.txt")
    try old.run("load \"\(home.path)/texts\"")
    try old.run("save monday")
    home.remove("texts")
    #expect(try restored().session.briefings.count == 2)
  }

  @Test func tablesThatWereOpenedComeBack() throws {
    home.write("speaker,words\nDell,12\n", to: "table.csv")
    let old = try shell()
    try old.run("let table = $(open \"\(home.path)/table.csv\")")
    try old.run("save monday")
    home.write("other\n1\n", to: "table.csv")
    #expect(try restored().rows("$table") == [["Dell", "12"]])
  }

  @Test func nothingIsWrittenWhenASessionComesBack() throws {
    let old = try shell()
    try old.run(
      "let few = $(quotes | take 1); $few | export \"\(home.path)/few.csv\"; log \"\(home.path)/l.md\""
    )
    try old.run("log stop")
    try old.run("save monday")
    home.remove("few.csv")
    home.remove("l.md")
    let new = try restored()
    #expect(!home.names.contains("few.csv") && !home.names.contains("l.md"))
    #expect(new.session.prompt.log == nil)
    #expect(try new.rows("$few").count == 1)
  }

  @Test func theSessionAtHandIsKeptBeforeAnotherTakesItsPlace() throws {
    try shell().run("save monday")
    let new = try TestShell()
    new.session.store = SessionStore(directory: home.path + "/sessions")
    try new.run("let mine = 5")
    try new.run("restore monday")
    #expect(throws: TestShell.Failure.self) { try new.run("print $mine") }
    try new.run("restore before-restore")
    #expect(try new.texts("print $mine") == ["5"])
  }

  @Test func anotherSessionIsReplacedOnlyWhenThatIsSaid() throws {
    try shell().run("save monday")
    let other = try TestShell()
    other.session.store = SessionStore(directory: home.path + "/sessions")
    let refusal = #expect(throws: TestShell.Failure.self) { try other.run("save monday") }
    #expect(refusal?.ids == ["unwritable-file"])
    try other.run("save monday --force")
    // What is saved under its own name again needs no flag.
    try other.run("save monday")
    try other.run("save")
    #expect(try restored().session.briefings.isEmpty)
  }

  @Test func twoShellsDoNotReplaceEachOthersSaves() throws {
    try shell().run("save monday")
    let one = try restored()
    let two = try restored()
    try one.run("let one = 1; save")
    let refusal = #expect(throws: TestShell.Failure.self) { try two.run("let two = 2; save") }
    #expect(refusal?.description.contains("another shell has saved 'monday' meanwhile") == true)
    try two.run("save tuesday")
    #expect(try restored().texts("print $one") == ["1"])
    #expect(try restored("restore tuesday").texts("print $two") == ["2"])
  }

  @Test(arguments: ["../x", "", ".x", "a/b", "x.damaged"])
  func aNameIsNoPath(_ name: String) throws {
    let failure = try #require(
      #expect(throws: TestShell.Failure.self) { try shell().run("save \"\(name)\"") })
    #expect(failure.ids == ["unknown-session"])
  }

  // MARK: Damage

  private func bytes() throws -> [UInt8] {
    try shell().run("save monday")
    return Array(try #require(home.text(of: "sessions/monday.jsonl")).utf8)
  }

  @Test func aFileThatIsCutOffAnywhereIsKnown() throws {
    let bytes = try bytes()
    for end in stride(from: 0, to: bytes.count, by: 7) {
      #expect(throws: SavedSessionError.self) { try SavedSession(Array(bytes[..<end])) }
    }
    _ = try SavedSession(bytes)
  }

  @Test func noDamageTraps() throws {
    let bytes = try bytes()
    var random = Random(seed: 7)
    for _ in 0..<300 {
      var damaged = bytes
      for _ in 0..<3 {
        damaged[Int.random(in: 0..<damaged.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      _ = try? SavedSession(damaged)
    }
  }

  @Test func aDamagedFileIsPutAsideAndItsPlaceIsSaid() throws {
    let bytes = try bytes()
    let text = String(decoding: bytes, as: UTF8.self)
    let damaged = text.replacing("We expect", with: "We reject")
    for name in ["monday.jsonl.damaged", "monday.jsonl.damaged-2"] {
      home.write(damaged, to: "sessions/monday.jsonl")
      let failure = #expect(throws: TestShell.Failure.self) { try restored() }
      #expect(failure?.ids == ["unusable-session"])
      let description = failure?.description ?? ""
      #expect(description.contains("monday.jsonl:2: the text is not the one that was saved"))
      #expect(description.contains(name))
      #expect(home.text(of: "sessions/\(name)") == damaged)
      #expect(home.text(of: "sessions/monday.jsonl") == nil)
    }
  }

  @Test func aFileOfALaterVersionIsLeftAlone() throws {
    let newer = #"{"brief-session":2,"what":"ever"}"# + "\n"
    home.write(newer, to: "sessions/monday.jsonl")
    for line in ["restore monday", "save monday", "save monday --force"] {
      let shell = try TestShell()
      shell.session.store = SessionStore(directory: home.path + "/sessions")
      let failure = #expect(throws: TestShell.Failure.self) { try shell.run(line) }
      #expect(failure?.ids == ["unusable-session"], "\(line)")
      #expect(home.text(of: "sessions/monday.jsonl") == newer)
    }
    let shell = try TestShell()
    shell.session.store = SessionStore(directory: home.path + "/sessions")
    #expect(
      try shell.rows("sessions | select session, remark") == [
        ["monday", "from a later version"]
      ])
  }

  @Test func aLineThatNoLongerRunsIsSaidAndTheOthersComeBack() throws {
    let text = String(decoding: try bytes(), as: UTF8.self)
    home.write(
      text.replacing("let least = 3", with: "let least = nonsense3()"), to: "sessions/monday.jsonl")
    let new = try restored()
    #expect(new.reports.map(\.id) == ["lost-line"])
    #expect(try new.rows("$hers").count == 1)
  }

  @Test func closedSessionsDoNotReplaceEachOther() throws {
    let old = try shell()
    let store = try #require(old.session.store)
    for _ in 0..<3 { store.keepClosed(old.session) }
    #expect(Set(store.names()) == ["closed", "closed-2", "closed-3"])
    for _ in 0..<30 { store.keepClosed(old.session) }
    #expect(store.names().count == 20)
    let idle = try TestShell()
    idle.session.store = SessionStore(directory: home.path + "/none")
    idle.session.store?.keepClosed(idle.session)
    #expect(idle.session.store?.names() == [])
  }
}
