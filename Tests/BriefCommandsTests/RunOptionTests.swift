import BriefScript
import BriefTestSupport
import Testing

/// The options of `brief run`, whose names no parameter of a script can have.
@Suite struct RunOptionTests {
  @Test func theyAreThoseThatItsHelpLists() throws {
    let help = try ProgramRun("brief", ["run", "--help"]).output
    let listed = help.split(separator: "\n").filter { $0.hasPrefix("  -") }
      .compactMap { line -> String? in
        guard let start = line.firstRange(of: "--")?.upperBound else { return nil }
        return String(line[start...].prefix { $0.isLetter || $0 == "-" })
      }
    #expect(!listed.isEmpty)
    #expect(listed.sorted() == RunOptions.names)
  }

  @Test func noParameterHasTheirNames() throws {
    let directory = TemporaryDirectory()
    for name in RunOptions.names where !name.contains("-") {
      directory.write("param \(name): text = \"a\"\nprint $\(name)\n", to: "a.brief")
      let run = try ProgramRun("brief", ["check", "a.brief"], in: directory.path)
      #expect(run.exitCode == 2)
      #expect(run.errors.contains("error[name-taken]: '\(name)' is an option of `brief run`"))
    }
  }
}
