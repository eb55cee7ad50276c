import BriefSource
import BriefTestSupport
import Glibc
import Testing

@testable import BriefShell

@Suite struct HistoryTests {
  private let directory = TemporaryDirectory()

  @Test(
    arguments: [
      (["BRIEF_HISTORY": "/x/y"], "/x/y"), (["BRIEF_HISTORY": ""], nil),
      (["XDG_STATE_HOME": "/s", "HOME": "/h"], "/s/brief/history"),
      (["XDG_STATE_HOME": "s", "HOME": "/h"], "/h/.local/state/brief/history"),
      (["HOME": "/h"], "/h/.local/state/brief/history"), ([:], nil), (["HOME": ""], nil),
    ] as [([String: String], String?)])
  func whereItIsKept(environment: [String: String], path: String?) {
    #expect(History.defaultPath { environment[$0] } == path)
  }

  @Test func fileAndDirectoriesAreTheUsersAlone() {
    let path = directory.path + "/a/b/history"
    let history = History(path: path)
    history.append("one")
    #expect(history.problem == nil)
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    #expect(stat(directory.path + "/a/b", &status) == 0)
    #expect(status.st_mode & 0o777 == 0o700)
  }

  @Test func whatIsWrittenReadsBack() {
    let path = directory.path + "/history"
    let entries = ["one", "two\nlines", "back\\slash \\n", "tab\tin “Zoë” 🙂", "\n", " "]
    let history = History(path: path)
    for entry in entries { history.append(entry) }
    #expect(History(path: path).entries == entries)
  }

  @Test func damagedLinesArePassedOver() {
    directory.write(
      "good\n\u{0}\u{1}bin\nbad \\q\nbad \\\nalso good\n\n\u{1B}[2J\nhalf", to: "history")
    let path = directory.path + "/history"
    let history = History(path: path)
    #expect(history.entries == ["good", "also good", "half"])
    history.append("next")
    #expect(directory.text(of: "history")?.hasSuffix("half\nnext\n") == true)
    #expect(History(path: path).entries == ["good", "also good", "half", "next"])
  }

  @Test func bytesThatAreNoTextArePassedOver() {
    let line: [UInt8] = [0x61, 0xFF, 0x62]
    #expect(History.decoded(line) == nil)
    #expect(History.decoded([UInt8]("é".utf8)) == "é")
  }

  @Test func onlyTheEndOfALongFileIsRead() {
    let line = String(repeating: "x", count: 99)
    directory.write(
      (0..<60_000).map { "\($0) \(line)\n" }.joined(), to: "history")
    let history = History(path: directory.path + "/history")
    #expect(history.entries.count == History.limit)
    #expect(history.entries.last == "59999 \(line)")
  }

  @Test(arguments: ["", "/dev/null", "/dev/null/x", "/dev/full", "/"])
  func whatCannotBeUsedIsSaidOnce(path: String) {
    let history = History(path: path)
    #expect(history.problem?.id == "no-history")
    #expect(history.problem?.severity == .warning)
    history.append("goes on")
  }

  // MARK: Walking

  @Test func walkingKeepsTheDraft() {
    let entries = ["a1", "b", "a2"]
    var walk = HistoryWalk()
    #expect(walk.step(back: false, choice: .beginning, in: entries, from: "a", typed: "a") == nil)
    #expect(walk.step(back: true, choice: .beginning, in: entries, from: "a", typed: "a") == "a2")
    #expect(walk.step(back: true, choice: .beginning, in: entries, from: "a2", typed: "a2") == "a1")
    #expect(walk.step(back: true, choice: .beginning, in: entries, from: "a1", typed: "a1") == nil)
    #expect(
      walk.step(back: false, choice: .beginning, in: entries, from: "a1", typed: "a1") == "a2")
    #expect(walk.step(back: false, choice: .beginning, in: entries, from: "a2", typed: "a2") == "a")
    #expect(walk.step(back: false, choice: .beginning, in: entries, from: "a", typed: "a") == nil)
  }

  @Test func aChangedLineBeginsAnew() {
    let entries = ["one", "two", "three"]
    var walk = HistoryWalk()
    #expect(walk.step(back: true, choice: .anywhere, in: entries, from: "", typed: "") == "three")
    #expect(walk.step(back: true, choice: .anywhere, in: entries, from: "w", typed: "w") == "two")
    #expect(walk.step(back: true, choice: .anywhere, in: [], from: "x", typed: "x") == nil)
  }
}

/// What is found while it is typed.
@Suite struct HistorySearchTests {
  private let entries = ["print 1", "Lines 2", "print É", "print 1", "lines 2"]

  @Test(arguments: [
    ("", ["lines 2", "print 1", "print É", "Lines 2"]), ("lin", ["lines 2", "Lines 2"]),
    ("Lin", ["Lines 2"]), ("print é", ["print É"]), ("nothing", []), (" 1", ["print 1"]),
  ])
  func entriesAreFoundOnce(wanted: String, matches: [String]) {
    var search = HistorySearch(in: entries, for: wanted)
    search.look()
    #expect(search.matches == matches)
  }

  @Test func theWayGoesBackAndForth() {
    var search = HistorySearch(in: entries, for: "lin")
    search.look()
    #expect(search.match == "lines 2" && search.place == 0..<3)
    var steps = [search.step(back: false), search.step(back: true)]
    #expect(search.match == "Lines 2" && search.number == 2 && search.place == 0..<3)
    steps.append(search.step(back: true))
    #expect(steps == [false, true, false])
    search.wanted = "É"
    search.look()
    #expect(search.match == "print É" && search.place == 6..<7 && search.number == 1)
  }
}
