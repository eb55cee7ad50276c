import BriefTestSupport
import Testing

/// `brief doc`, and the help of a script.
@Suite struct DescriptionTests {
  private let directory = TemporaryDirectory()
  private static let script = """
    brief 1
    # Who speaks?
    #
    # Counts the words of every speaker,
    # and more.

    param least: int = 3 "how many words | at least"
    param since: date
    needs read "briefings/"
    needs write "out/"
    use "speech.brief" as speech
    def loudest(of: table, n: int = 3) -> table "the *loudest*" { $of | take $n }
    exercise "first" { title "First words"; ask "?"; check $answer == 1; solution { (1) } }
    exercise "second" { ask "?"; check $answer == 2; solution { (2) } }
    briefings | where date >= $since | loudest | speech.all
    quotes | where words >= $least

    """
  private static let page = """
    # Who speaks?

    Counts the words of every speaker,
    and more.

    ## Usage

        brief run week.brief [--least INT] --since DATE [FILE…]

    ## Parameters

    | parameter | type | without it | |
    | --- | --- | --- | --- |
    | `--least` | int | `3` | how many words \\| at least |
    | `--since` | date | has to be given | |

    ## Needs

    - reads `briefings/`
    - writes `out/`

    ## Modules

    - `speech.brief`

    ## Functions

    ### `loudest(of: table, n: int = 3) -> table`

    the \\*loudest\\*

    ## Exercises

    1. First words
    2. second

    """

  private func brief(_ arguments: String...) throws -> ProgramRun {
    directory.write(Self.script, to: "week.brief")
    directory.write("def all(of: table) { $of }\n", to: "speech.brief")
    return try ProgramRun("brief", arguments, in: directory.path)
  }

  @Test func aScriptIsDescribed() throws {
    let run = try brief("doc", "week.brief")
    #expect(run.output == Self.page)
    #expect(run.errors == "")
    #expect(run.exitCode == 0)
  }

  @Test func severalScriptsAreDescribed() throws {
    directory.write("quotes | count\n", to: "plain.brief")
    let run = try brief("doc", "plain.brief", "week.brief")
    let plain = "# plain.brief\n\n## Usage\n\n    brief run plain.brief [FILE…]\n"
    #expect(run.output == plain + "\n" + Self.page)
  }

  @Test(arguments: [
    ["run", "week.brief", "--help"], ["run", "--format", "tsv", "week.brief", "-h"],
    ["run", "--help", "week.brief"],
    ["run", "week.brief", "--since", "2025-11", "--help", "x.txt"],
  ])
  func aScriptHelpsItself(arguments: [String]) throws {
    directory.write(Self.script, to: "week.brief")
    let run = try ProgramRun("brief", arguments, in: directory.path)
    #expect(run.output.hasPrefix(Self.page), "\(run.output)")
    #expect(run.output.hasSuffix("\n`brief run --help` lists the options of the program.\n"))
    #expect(run.exitCode == 0)
  }

  @Test func helpOfTheProgramStays() throws {
    #expect(try brief("run", "--help").output.contains("OPTIONS"))
    #expect(try brief("run", "-h").output.contains("OPTIONS"))
    #expect(try brief("check", "week.brief", "--help").output.contains("OPTIONS"))
    let missing = try brief("run", "nowhere.brief", "--help")
    #expect(missing.exitCode == 3)
    #expect(missing.errors.contains("nowhere.brief"))
  }

  @Test func whatIsWrongIsNotDescribed() throws {
    directory.write("quotes | where wrods > 1\n", to: "wrong.brief")
    let run = try brief("doc", "week.brief", "wrong.brief")
    #expect(run.output == "")
    #expect(run.errors.contains("error[unknown-column]"))
    #expect(run.exitCode == 2)
    #expect(try brief("doc", "nowhere.brief").exitCode == 3)
  }
}
