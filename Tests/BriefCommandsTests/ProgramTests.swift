import BriefSource
import BriefTestSupport
import Testing

/// The program as a process: what it writes where, and its exit codes.
@Suite struct ProgramTests {
  private static let briefing = "Scripts/examples/briefings/harbour-ministry-week-1.txt"

  private func brief(_ arguments: String..., input: String = "") throws -> ProgramRun {
    try ProgramRun("brief", arguments, input: input)
  }

  // MARK: What works

  @Test func statementsAreRunOverFiles() throws {
    let run = try brief("-c", "briefings | select file", Self.briefing)
    #expect(run.exitCode == 0)
    #expect(run.output == "file\n\(Self.briefing)\n")
    #expect(run.errors == "")
  }

  @Test func statementsAreReadFromStandardInput() throws {
    let run = try brief(Self.briefing, input: "print \"one\"\nprint (1 + 1)\n")
    #expect(run.exitCode == 0)
    #expect(run.output == "one\n2\n")
  }

  @Test func aScriptIsReadFromStandardInput() throws {
    let run = try brief("run", "-", Self.briefing, input: "print $(briefings | count)")
    #expect(run.output == "1\n")
  }

  @Test(arguments: ["tsv", "csv", "json", "jsonl", "markdown", "table"])
  func everyFormatIsTheSameTwice(_ format: String) throws {
    let first = try brief("-c", "quotes; entities; topics", "--format", format, Self.briefing)
    let second = try brief("-c", "quotes; entities; topics", "--format", format, Self.briefing)
    #expect(first.exitCode == 0)
    #expect(!first.output.isEmpty)
    #expect(first.output == second.output)
  }

  @Test func aLocaleChangesNothing() throws {
    let plain = try ProgramRun("brief", ["-c", "quotes", Self.briefing])
    for locale in ["C", "tr_TR.UTF-8", "de_DE.UTF-8"] {
      let run = try ProgramRun(
        "brief", ["-c", "quotes", Self.briefing], environment: ["LC_ALL": locale, "LANG": locale])
      #expect(run.output == plain.output)
    }
  }

  @Test func helpAndVersionAreNoErrors() throws {
    for flag in ["--help", "--version"] {
      let run = try brief(flag)
      #expect(run.exitCode == 0)
      #expect(!run.output.isEmpty)
      #expect(run.errors == "")
    }
  }

  @Test func quitEndsAScriptWell() throws {
    let run = try brief("-c", "print \"a\"; quit; print \"b\"")
    #expect(run.exitCode == 0)
    #expect(run.output == "a\n")
  }

  @Test func quietLeavesOutWarnings() throws {
    let loud = try brief("-c", "quotes --by Nobody", Self.briefing)
    #expect(loud.exitCode == 0)
    #expect(loud.errors.contains("warning[unknown-name]"))
    let quiet = try brief("-c", "quotes --by Nobody", "--quiet", Self.briefing)
    #expect(quiet.errors == "")
  }

  // MARK: What is wrong

  @Test func aFailedAssertionIsOne() throws {
    let run = try brief("-c", "print \"a\"; assert 1 > 2 else \"no\"; print \"b\"")
    #expect(run.exitCode == 1)
    #expect(run.output == "a\n")
    #expect(run.errors.contains("no"))
  }

  @Test func allMistakesAreReportedAndNothingRuns() throws {
    let mistakes = [
      "print \"before\"", "quots", "quotes --bye x", "quotes | where wrods > 1",
      "quotes | take many", "let x = $y", "quotes | where words > \"one\"", "entities | quotes",
      "quotes --kind loud", "print (1 +", "assert 5",
    ]
    let run = try brief("-c", mistakes.joined(separator: "\n"), Self.briefing)
    #expect(run.exitCode == 2)
    #expect(run.output == "")
    let errors = run.errors.split(separator: "\n").count { $0.hasPrefix("error[") }
    #expect(errors >= 10, "\(run.errors)")
  }

  @Test func wrongArgumentsAreTwo() throws {
    for arguments in [["--fromat", "tsv"], ["--format", "xml"], ["--width", "3"], ["run"]] {
      let run = try ProgramRun("brief", arguments)
      #expect(run.exitCode == 2, "\(arguments)")
      #expect(run.output == "")
      #expect(run.errors.contains("Usage"))
    }
  }

  @Test func checkingRunsNothing() throws {
    let directory = TemporaryDirectory()
    directory.write("print \"ran\"", to: "right.brief")
    directory.write("quots\nentites", to: "wrong.brief")
    let right = try brief("check", directory.path + "/right.brief")
    #expect(right.exitCode == 0)
    #expect(right.output == "")
    let wrong = try brief("check", directory.path + "/right.brief", directory.path + "/wrong.brief")
    #expect(wrong.exitCode == 2)
    #expect(wrong.errors.contains("wrong.brief:1:1"))
    #expect(wrong.errors.contains("wrong.brief:2:1"))
  }

  @Test func findingsAreWrittenAsJSON() throws {
    let directory = TemporaryDirectory()
    directory.write("print \"ran\"", to: "right.brief")
    directory.write(
      "print \"😀é\"; quots\nquotes | where wrods > 10\nlet a = 1; let a = 2", to: "wrong.brief")
    let path = directory.path + "/wrong.brief"
    let run = try brief("check", "--format", "json", directory.path + "/right.brief", path)
    #expect(run.exitCode == 2)
    #expect(run.errors == "")
    let lines = run.output.split(separator: "\n")
    #expect(run.output.hasSuffix("}\n"))
    let findings = try lines.map { try JSONReader.read(Array($0.utf8)) }
    #expect(
      findings.map { $0["id"]?.string }
        == ["unknown-command", "unknown-column", "repeated-binding"])
    #expect(findings.allSatisfy { $0["file"]?.string == path })
    let first = try #require(findings.first)
    #expect(
      first.object?.members.map(\.name)
        == ["file", "id", "severity", "message", "range", "labels", "help"])
    #expect(first["severity"]?.string == "error")
    #expect(first["help"]?.string == "did you mean 'quotes'?")
    func numbers(_ range: JSONValue?) -> [Int?] {
      ["start", "end", "line", "column", "end_line", "end_column"].map { range?[$0]?.int }
    }
    #expect(numbers(first["range"]) == [12, 17, 1, 13, 1, 18])
    let labels = try #require(findings.last?["labels"]?.array)
    #expect(labels.map { $0["message"]?.string } == ["bound here"])
    #expect(numbers(labels.first?["range"]) == [48, 49, 3, 5, 3, 6])

    let right = try brief("check", "--format", "jsonl", directory.path + "/right.brief")
    #expect(right.exitCode == 0)
    #expect(right.output == "")
    let other = try brief("check", "--format", "csv", path)
    #expect(other.exitCode == 2)
    #expect(other.errors.contains("--format json"))
  }

  @Test func whatCannotBeReadIsThree() throws {
    let directory = TemporaryDirectory()
    directory.write("", to: "empty.txt")
    directory.write("text\u{0}\u{1}\u{2}", to: "binary.txt")
    directory.makeDirectory("none")
    let cases = [
      ("missing.txt", "no such file or directory"), ("empty.txt", "is empty"),
      ("binary.txt", "is not text"), ("none", "no .txt or .md file"),
      ("nothing-*.txt", "no file matches"),
    ]
    for (name, reason) in cases {
      for arguments in [
        ["-c", "quotes", directory.path + "/" + name],
        ["annotate", directory.path + "/" + name],
        ["-c", "print \"a\"", directory.path + "/" + name],
      ] {
        let run = try ProgramRun("brief", arguments)
        #expect(run.exitCode == 3, "\(arguments)")
        #expect(run.output == "")
        #expect(run.errors.contains(reason), "\(run.errors)")
      }
    }
    let script = try brief("-c", "load \"\(directory.path)/missing.txt\"\nprint \"after\"")
    #expect(script.exitCode == 3)
    #expect(script.output == "")
    #expect(script.errors.contains("<-c>:1:6"))
    let missing = try brief("run", directory.path + "/missing.brief")
    #expect(missing.exitCode == 3)
  }

  @Test func aFullDiskIsSaid() throws {
    let run = try ProgramRun(
      "brief", ["-c", "tokens | export /dev/full --format csv --force", Self.briefing])
    #expect(run.exitCode == 3)
    #expect(run.errors.contains("no space left"), "\(run.errors)")
  }

  @Test func aFileIsNotReplacedUnlessForced() throws {
    let directory = TemporaryDirectory()
    directory.write("precious", to: "out.csv")
    let path = directory.path + "/out.csv"
    let refused = try brief("-c", "quotes | export \"\(path)\"", Self.briefing)
    #expect(refused.exitCode == 3)
    #expect(refused.errors.contains("--force"))
    #expect(directory.text(of: "out.csv") == "precious")
    let forced = try brief("-c", "quotes | export \"\(path)\" --force", Self.briefing)
    #expect(forced.exitCode == 0)
    #expect(directory.text(of: "out.csv")?.hasPrefix("quote,speaker") == true)
  }

  @Test func anUnknownEndingNamesTheFormats() throws {
    let directory = TemporaryDirectory()
    let run = try brief("-c", "quotes | export \"\(directory.path)/out.xyz\"", Self.briefing)
    #expect(run.exitCode == 2)
    #expect(run.errors.contains(".csv"))
  }

  @Test func aLineWithoutEndIsRead() throws {
    let directory = TemporaryDirectory()
    let sentence = "“We will wait,” said the minister of the coast. "
    directory.write(String(repeating: sentence, count: 20_000), to: "long.txt")
    let run = try brief("-c", "quotes | count", directory.path + "/long.txt")
    #expect(run.exitCode == 0)
    #expect(run.output == "20000\n")
  }
}
