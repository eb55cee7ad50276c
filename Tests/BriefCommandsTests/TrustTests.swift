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
