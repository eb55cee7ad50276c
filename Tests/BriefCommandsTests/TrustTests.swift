import BriefTestSupport
import SystemPackage
import Testing

#if canImport(Glibc)
import Glibc
#endif

/// What a script can reach when somebody else wrote it.
@Suite struct TrustTests {
  private let directory = TemporaryDirectory()
  private let outside = TemporaryDirectory()

  init() {
    let talks = """
      Talks Begin

      LUSK, November 21, 2025 — Talks on the port have begun, Mara Dell said on Friday.
      “We expect them to last for a week,” Dell added.

      """
    directory.write(talks, to: "briefings/talks.txt")
    directory.write("name\trole\nMara Dell\tspokesperson\n", to: "briefings/actors.tsv")
    directory.makeDirectory("out")
    outside.write(talks, to: "secret.txt")
    outside.write("speaker,words\nDell,4\n", to: "secret.csv")
    symlink(outside.path + "/secret.txt", directory.path + "/briefings/link.txt")
    symlink(outside.path, directory.path + "/briefings/folder")
    symlink(outside.path, directory.path + "/out/elsewhere")
  }

  private func run(_ script: String, _ arguments: [String] = []) throws -> ProgramRun {
    directory.write(script, to: "script.brief")
    return try ProgramRun("brief", ["run", "script.brief"] + arguments, in: directory.path)
  }

  @Test(arguments: [
    "load briefings/talks.txt", "load briefings/../briefings/talks.txt", "load ./briefings/t*.txt",
    "load briefings/actors.tsv", "actors briefings/actors.tsv",
    "let name = \"briefings/talks.txt\"\nload $name",
  ])
  func whatIsNamedIsRead(_ line: String) throws {
    let run = try run("needs read \"briefings\"\n\(line)\nprint $(briefings | count)\n")
    #expect(run.exitCode == 0, "\(run.errors)")
  }

  @Test(arguments: [
    "load briefings/link.txt", "load briefings/*.txt", "load briefings/folder",
    "load briefings/folder/secret.txt", "load briefings/../script.brief", "load /etc/hostname",
    "load briefings/folder/../../briefings/link.txt", "open \"briefings/folder/secret.csv\"",
    "actors briefings/folder/secret.txt", "load ..", "load ~/notes.txt",
    "let name = \"briefings/\" + \"link.txt\"\nload $name",
    "for $n in [\"link\"] { load (\"briefings/\" + $n + \".txt\") }",
    "def fetch(name: text) { load $name }\nfetch \"briefings/link.txt\"",
  ])
  func whatIsNotNamedIsNotRead(_ line: String) throws {
    let run = try run("needs read \"briefings\"\n\(line)\nprint \"read\"\n")
    #expect(run.exitCode == 2, "\(run.errors)")
    #expect(run.errors.contains("error[file-not-named]"), "\(run.errors)")
    #expect(!run.output.contains("read"))
  }

  @Test func withoutNeedsNothingIsRead() throws {
    let run = try run("load briefings/talks.txt\n")
    #expect(run.exitCode == 2)
    #expect(run.errors.contains("write `needs read \"briefings/talks.txt\"`"))
  }

  @Test func whatAModuleReadsItsUserNeeds() throws {
    directory.write("speaker,words\nDell,4\n", to: "briefings/t.csv")
    directory.write(
      """
      def rows() { open "briefings/t.csv" }
      def half(of: int) { ($of / 2) }
      def twice() { rows | union $(rows) }
      """, to: "lib.brief")
    directory.write("let n = $(open \"briefings/t.csv\" | count)\n", to: "bound.brief")
    for (line, module) in [
      ("print $lib.n", "bound"), ("lib.rows | count", "lib"), ("print (count(lib.twice()))", "lib"),
      ("def mine() { lib.twice | count }\nmine", "lib"),
    ] {
      let script = "use \"\(module).brief\" as lib\n\(line)\n"
      directory.write(script, to: "script.brief")
      let checked = try ProgramRun("brief", ["check", "script.brief"], in: directory.path)
      #expect(checked.exitCode == 2, "\(line)")
      #expect(checked.errors.contains("error[file-not-named]"), "\(checked.errors)")
      #expect(checked.errors.contains("--> \(module).brief:1:"), "\(checked.errors)")
      #expect(checked.errors.contains("in the script that uses this module"))
      let allowed = try run("needs read \"briefings\"\n" + script)
      #expect(allowed.exitCode == 0, "\(allowed.errors)")
    }
    // A function that reads what nobody calls it for does no harm.
    #expect(try run("use \"lib.brief\" as lib\nprint (lib.half(4))\n").output == "2.0\n")
  }

  @Test func aModuleTakesItsNames() throws {
    directory.write("let x = 1\ndef f(n: int) { ($n + $x) }\n", to: "lib.brief")
    for (script, name) in [
      ("use \"lib.brief\"\nlet x = 2\nprint $x", "'$x' is a variable of a module"),
      ("use \"lib.brief\"\nfor $x in 1..2 { print $x }", "'$x' is a variable of a module"),
      ("use \"lib.brief\"\ndef f() { print 1 }", "'f' is a function of this script"),
      ("use \"lib.brief\" as a\nlet a = 1\nprint $a", "'$a' is a module"),
      ("let a = 1\nuse \"lib.brief\" as a\nprint $a", "'$a' is a variable"),
      ("use \"lib.brief\" as a\ndef a() { print 1 }", "'a' is a module"),
      ("def a() { print 1 }\nuse \"lib.brief\" as a", "'a' is a function of this script"),
      ("use \"lib.brief\" as quotes", "'quotes' is a command"),
      ("use \"lib.brief\" as a\nuse \"lib.brief\" as a", "'a' is a module"),
    ] {
      let run = try run(script + "\n")
      #expect(run.exitCode == 2, "\(script)")
      #expect(run.errors.contains("error[name-taken]: \(name) already"), "\(script): \(run.errors)")
    }
    let fine = "use \"lib.brief\" as a\ndef g(x: int, a: int) { (a.f($x) + $a) }\nprint (g(1, 2))\n"
    #expect(try run(fine).output == "4\n")
  }

  @Test func aLinkToAnotherKindOfFileIsNoModule() throws {
    symlink("talks.txt", directory.path + "/briefings/talks.brief")
    let run = try run("use \"briefings/talks.brief\"\n")
    #expect(run.exitCode == 2)
    #expect(run.errors.contains("it is a link to 'talks.txt'"), "\(run.errors)")
  }

  @Test func whatIsWrittenOutIsLookedAtFirst() throws {
    for (line, id) in [
      ("quotes | take -3", "negative-count"), ("quotes | skip (2 - 5)", "negative-count"),
      ("let n = -1\nquotes | last $n", "negative-count"),
      ("quotes | export out/quotes", "unknown-format"),
      ("load briefings/no.txt", "unreadable-input"),
      ("load briefings/talks.txt briefings/no.txt", "unreadable-input"),
      ("let n = \"briefings/no.txt\"\nload $n", "unreadable-input"),
    ] {
      let script = "needs read \"briefings\"\nneeds write \"out\"\nprint \"before\"\n\(line)\n"
      let run = try run(script)
      #expect(run.output == "", "\(line)")
      #expect(run.errors.contains("error[\(id)]"), "\(line): \(run.errors)")
    }
    // What the script writes itself need not be there before.
    let own = try run(
      """
      needs read "out"
      needs write "out"
      speakers | export out/speakers.md
      load out/speakers.md
      print $(briefings | count)
      """, ["briefings/talks.txt"])
    #expect(own.output == "2\n", "\(own.errors)")
  }

  @Test func filesOfTheCommandLineAreRead() throws {
    let run = try run("briefings | count\n", ["briefings/talks.txt"])
    #expect(run.output == "1\n")
    let typed = try ProgramRun(
      "brief", ["-c", "load briefings/link.txt; briefings | count"], in: directory.path)
    #expect(typed.output == "1\n")
  }

  @Test func aNeedThatIsALinkMeansWhereItLeads() throws {
    let run = try run(
      "needs read \"briefings/folder\"\nload briefings/folder/secret.txt\nbriefings | count\n")
    #expect(run.output == "1\n", "\(run.errors)")
  }

  @Test(arguments: ["out/new.csv", "out/../out/new.csv"])
  func whatIsNamedIsWritten(_ path: String) throws {
    let run = try run(
      "needs write \"out\"\nquotes | export \"\(path)\"\n", ["briefings/talks.txt"])
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(directory.text(of: "out/new.csv")?.contains("Mara Dell") == true)
    // The second time the file is there.
    let again = try self.run(
      "needs write \"out\"\nquotes | export \"\(path)\"\n", ["briefings/talks.txt"])
    #expect(again.errors.contains("--force"))
    let forced = try self.run(
      "needs write \"out\"\nspeakers | export \"\(path)\" --force\n", ["briefings/talks.txt"])
    #expect(forced.exitCode == 0)
    #expect(directory.text(of: "out/new.csv")?.contains("share") == true)
  }

  @Test(arguments: [
    "new.csv", "out/../new.csv", "out/elsewhere/new.csv", "briefings/new.csv", "/tmp/brief-new.csv",
  ])
  func whatIsNotNamedIsNotWritten(_ path: String) throws {
    let before = outside.names
    for line in ["export \"\(path)\"", "export \"\(path)\" --force"] {
      let run = try run("needs write \"out\"\nquotes | \(line)\n", ["briefings/talks.txt"])
      #expect(run.exitCode == 2)
      #expect(run.errors.contains("error[file-not-named]"), "\(run.errors)")
    }
    #expect(outside.names == before)
    #expect(!directory.names.contains("new.csv"))
  }

  @Test func nothingIsWrittenThroughALink() throws {
    symlink(outside.path + "/target.csv", directory.path + "/out/link.csv")
    symlink(outside.path + "/secret.csv", directory.path + "/out/secret.csv")
    for name in ["link", "secret"] {
      _ = try run(
        "needs write \"out\"\nquotes | export \"out/\(name).csv\" --force\n",
        ["briefings/talks.txt"])
    }
    #expect(outside.names == ["secret.csv", "secret.txt"])
    #expect(outside.text(of: "secret.csv") == "speaker,words\nDell,4\n")
  }

  @Test func aMissingDirectoryIsToBeMadeFirst() throws {
    let run = try run(
      "needs write \"out\"\nquotes | export \"out/new/quotes.csv\"\n", ["briefings/talks.txt"])
    #expect(run.exitCode == 3)
    #expect(run.errors.contains("there is no directory 'out/new'; make it first"), "\(run.errors)")
  }

  @Test func aPatternMayMatchOnlyFilesThatAreNamed() throws {
    let needs = "needs read \"briefings/talks.txt\"\n"
    let one = try run(needs + "load briefings/t*.txt\nbriefings | count\n")
    #expect(one.output == "1\n", "\(one.errors)")
    let more = try run(needs + "load briefings/*.txt\nbriefings | count\n")
    #expect(more.errors.contains("error[file-not-named]"), "\(more.errors)")
    #expect(more.errors.contains("'briefings/link.txt'"), "\(more.errors)")
  }

  @Test func aDirectoryWithLinksThatLeadOutIsNotLoaded() throws {
    for name in ["folder", "link.txt"] {
      let run = try run("needs read \"briefings\"\nload briefings\nprint \"read\"\n")
      #expect(run.exitCode == 2 && run.output == "", "\(run.errors)")
      #expect(run.errors.contains("error[file-not-named]"))
      directory.remove("briefings/" + name)
    }
    let run = try run("needs read \"briefings\"\nload briefings\nbriefings | count\n")
    #expect(run.output == "1\n", "\(run.errors)")
  }

  @Test func aModuleIsAScriptWhereverALinkLeads() throws {
    symlink(outside.path + "/secret.txt", directory.path + "/module.brief")
    let run = try run("use \"module.brief\"\n")
    #expect(run.exitCode == 2)
    #expect(run.errors.contains("error[no-module]") && !run.errors.contains("Talks"))
  }

  @Test func aLinkToNothingLeadsWhereItSays() throws {
    symlink(outside.path + "/new.csv", directory.path + "/out/new.csv")
    symlink("../out", directory.path + "/briefings/again")
    let run = try run(
      "needs write \"out\"\nquotes | export \"out/new.csv\" --force\n", ["briefings/talks.txt"])
    #expect(run.errors.contains("error[file-not-named]"), "\(run.errors)")
    let inside = try self.run(
      "needs write \"out\"\nquotes | export \"briefings/again/other.csv\"\n",
      ["briefings/talks.txt"])
    #expect(inside.exitCode == 0, "\(inside.errors)")
    #expect(directory.text(of: "out/other.csv") != nil)
  }

  @Test func homeStandsForTheHomeOfTheUser() throws {
    directory.write(
      "needs read \"~/briefings\"\nload ~/briefings/talks.txt\nbriefings | select file\n",
      to: "script.brief")
    let run = try ProgramRun(
      "brief", ["run", "script.brief"], in: directory.path, environment: ["HOME": directory.path])
    #expect(run.output == "file\n~/briefings/talks.txt\n", "\(run.errors)")
  }

  @Test func filesOfTheCommandLineMayBeLoadedAgain() throws {
    let run = try run(
      "load briefings/talks.txt --date 2025-11-22\nbriefings | select date\n",
      ["briefings/talks.txt"])
    #expect(run.output == "date\n2025-11-22\n", "\(run.errors)")
  }

  /// The one who asks is told before anything runs, as far as the names are written out.
  @Test func mistakesAreFoundBeforeAnythingRuns() throws {
    let run = try run(
      "needs read \"briefings\"\nprint 1\nload /etc/hostname\nquotes | export \"new.csv\"\n")
    #expect(run.output == "")
    #expect(run.errors.split(separator: "error[file-not-named]").count == 2, "\(run.errors)")
  }

  @Test func aScriptIsStoppedAtItsLimits() throws {
    let rows = try run("sentences\n", ["--max-rows", "1", "briefings/talks.txt"])
    #expect(rows.exitCode == 2 && rows.errors.contains("error[row-limit]"))
    var text = "let t0 = \"0123456789\"\n"
    for index in 1...40 { text += "let t\(index) = $t\(index - 1) + $t\(index - 1)\n" }
    text += "print (length($t40))\n"
    let memory = try run(text, ["--max-memory", "300"])
    #expect(
      memory.exitCode == 2 && memory.errors.contains("error[memory-limit]"), "\(memory.errors)")
  }

  @Test func pipesAndDevicesAreNotWaitedFor() throws {
    mkfifo(directory.path + "/briefings/pipe.txt", 0o600)
    mkfifo(directory.path + "/out/pipe.csv", 0o600)
    let reading = try run("needs read \"briefings\"\nload briefings/pipe.txt\n")
    #expect(reading.exitCode == 3)
    #expect(reading.errors.contains("it is a pipe and not a file"), "\(reading.errors)")
    let device = try run("needs read \"/dev\"\nload /dev/zero\n")
    #expect(device.exitCode == 3)
    #expect(device.errors.contains("it is a device and not a file"), "\(device.errors)")
    let writing = try run(
      "needs write \"out\"\nlet n = $(briefings | select title)\n"
        + "$n | export out/pipe.csv --force\n")
    #expect(writing.exitCode == 3)
    #expect(writing.errors.contains("cannot write 'out/pipe.csv'"), "\(writing.errors)")
  }

  @Test func aTextThatIsLargerThanTheMemoryIsNotRead() throws {
    directory.write("", to: "briefings/huge.txt")
    // A sparse file takes no room on the disk.
    truncate(directory.path + "/briefings/huge.txt", 300 << 20)
    let run = try run(
      "needs read \"briefings\"\nload briefings/huge.txt\n", ["--max-memory", "200"])
    #expect(run.exitCode == 2)
    #expect(run.errors.contains("error[memory-limit]"), "\(run.errors)")
  }
}
