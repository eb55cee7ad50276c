import BriefTestSupport
import Glibc
import Testing

/// `brief fmt` as a process: what it writes, what it leaves alone, and its exit codes.
@Suite struct FormatProgramTests {
  private let directory = TemporaryDirectory()

  private func format(_ arguments: String..., input: String = "") throws -> ProgramRun {
    try ProgramRun("brief", ["fmt"] + arguments, input: input, in: directory.path)
  }

  /// What tells whether a file was replaced.
  private func identity(_ name: String) -> UInt {
    var info = stat()
    return stat(directory.path + "/" + name, &info) == 0 ? UInt(info.st_ino) : 0
  }

  @Test func standardInputGoesToStandardOutput() throws {
    let run = try format("-", input: "quotes|count # all\r\n\r\n\r\nlet x=“a”")
    #expect(run.output == "quotes | count  # all\n\nlet x = “a”\n")
    #expect(run.errors == "")
    #expect(run.exitCode == 0)
    #expect(try format("-", input: "").output == "")
  }

  @Test func filesAreReplacedOnlyIfTheyChange() throws {
    directory.write("quotes|count", to: "a.brief")
    directory.write("quotes | count\n", to: "b.brief")
    let (first, second) = (identity("a.brief"), identity("b.brief"))
    let run = try format("a.brief", "b.brief")
    #expect(run.exitCode == 0)
    #expect(run.output == "" && run.errors == "")
    #expect(directory.text(of: "a.brief") == "quotes | count\n")
    #expect(identity("a.brief") != first)
    #expect(identity("b.brief") == second)
  }

  @Test func directoriesStandForTheirScripts() throws {
    directory.makeDirectory("in")
    directory.write("a|b", to: "in/one.brief")
    directory.write("a|b", to: "in/.hidden.brief")
    directory.write("a|b", to: "in/notes.txt")
    let check = try format("--check", ".")
    #expect(check.output == "in/one.brief\n")
    #expect(check.exitCode == 1)
    #expect(directory.text(of: "in/one.brief") == "a|b")
    #expect(try format(".").exitCode == 0)
    #expect(directory.text(of: "in/one.brief") == "a | b\n")
    #expect(directory.text(of: "in/.hidden.brief") == "a|b")
    #expect(directory.text(of: "in/notes.txt") == "a|b")
    #expect(try format("--check", ".").exitCode == 0)
  }

  @Test func whatCannotBeReadIsLeftAlone() throws {
    directory.write("print (", to: "wrong.brief")
    directory.write("a|b", to: "right.brief")
    directory.write(
      bytes: Array("print \"— ä".utf8) + [0xE2, 0x80] + Array("\"".utf8), to: "damaged.brief")
    let run = try format("wrong.brief", "damaged.brief", "right.brief")
    #expect(run.exitCode == 2)
    #expect(run.errors.contains("wrong.brief:1:8"), "\(run.errors)")
    #expect(run.errors.contains("error[not-utf-8]"), "\(run.errors)")
    #expect(directory.text(of: "wrong.brief") == "print (")
    #expect(directory.text(of: "right.brief") == "a | b\n")
    let missing = try format("nowhere.brief", "right.brief")
    #expect(missing.exitCode == 3)
    #expect(missing.errors.contains("nowhere.brief"))
  }

  @Test func checkingSaysWhatWouldChange() throws {
    directory.write("a|b", to: "a.brief")
    directory.write("print (", to: "wrong.brief")
    #expect(try format("--check", "a.brief").exitCode == 1)
    let run = try format("--check", "wrong.brief", "a.brief")
    #expect(run.output == "a.brief\n")
    #expect(run.exitCode == 2)
    let input = try format("--check", "-", input: "a|b")
    #expect(input.output == "<stdin>\n")
    #expect(input.exitCode == 1)
    #expect(try format("--check", "-", input: "a | b\n").output == "")
  }

  @Test func theExamplesAreInTheStyle() throws {
    let run = try ProgramRun("brief", ["fmt", "--check", "Scripts/examples"])
    #expect(run.output == "")
    #expect(run.exitCode == 0)
  }
}
