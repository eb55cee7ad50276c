import BriefCommands
import BriefScript
import BriefTestSupport
import Testing

/// The manual is what the declarations make of it, and the committed pages are up to date.
@Suite struct ManualTests {
  private static let manual = Manual(commands: AllCommands.working(on: Session()))

  @Test(arguments: [
    ("BriefCommands/BriefCommands.docc/Commands.md", Manual.Page.commands),
    ("BriefCommands/BriefCommands.docc/Errors.md", .errors),
    ("BriefScript/BriefScript.docc/Functions.md", .functions),
    ("BriefScript/BriefScript.docc/Types.md", .types),
  ])
  func articlesAreUpToDate(_ path: String, _ page: Manual.Page) throws {
    try expectGolden(
      Self.manual.markdown(page), at: "\(ProjectFiles.root)/Sources/\(path)")
  }

  @Test(arguments: [("brief.1", Manual.Page.brief), ("brief-language.7", .language)])
  func pagesForManAreUpToDate(_ name: String, _ page: Manual.Page) throws {
    try expectGolden(Self.manual.roff(page), at: "\(ProjectFiles.root)/Scripts/man/\(name)")
  }

  @Test func theProgramHoldsTheReferenceAsItIs() throws {
    let path = "\(ProjectFiles.root)/Sources/BriefScript/BriefScript.docc/Language.md"
    #expect(Self.manual.markdown(.language).hasPrefix(try TextFile.read(path)))
  }

  @Test func thePageOfTheProgramNamesEveryOption() throws {
    let page = Self.manual.markdown(.brief)
    let option = #/(?:^|[\s,\[(`])(--[a-z][a-z-]+)/#
    let documented = Set(page.matches(of: option).map { String($0.output.1) })
    var known: Set<String> = []
    for command in [
      "shell", "run", "verify", "check", "fmt", "test", "doc", "grade", "annotate", "explain-error",
      "manual",
    ] {
      let help = try ProgramRun("brief", [command, "--help"]).output
      #expect(help.contains("OPTIONS"), "\(command)")
      for match in help.matches(of: option) { known.insert(String(match.output.1)) }
      #expect(page.contains("`\(command)`") || page.contains("`brief \(command)`"), "\(command)")
    }
    #expect(known.isSuperset(of: ["--format", "--pretokenised", "--markdown", "--quiet"]))
    #expect(known.subtracting(documented).sorted() == [])
    // Flags of commands of the language stand in examples.
    #expect(documented.subtracting(known).sorted() == ["--by", "--desc"])
  }

  @Test func everyPageHasWhatIsDeclared() {
    let commands = Self.manual.markdown(.commands)
    let functions = Self.manual.markdown(.functions)
    let (program, language) = (Self.manual.roff(.brief), Self.manual.roff(.language))
    for command in AllCommands.working(on: Session()).all {
      #expect(commands.contains("\n### \(command.name)\n"), "\(command.name)")
      #expect(program.contains("\\fB\(command.name)\\fR"), "\(command.name)")
      for parameter in command.parameters where parameter.form == .flag {
        #expect(commands.contains("--\(parameter.name)"), "\(command.name) \(parameter.name)")
      }
    }
    for function in FunctionDeclaration.all {
      #expect(functions.contains("`\(function.usage)`"))
      #expect(language.contains("\\fB\(function.usage)\\fR"))
    }
  }

  @Test(arguments: Manual.Page.allCases)
  func pagesAreCleanRoff(_ page: Manual.Page) {
    let roff = Self.manual.roff(page)
    #expect(roff.utf8.allSatisfy { $0 < 0x80 })
    let requests: Set<String> = ["TH", "SH", "SS", "PP", "IP", "TP", "nf", "fi", "in", "\\\""]
    for line in roff.split(separator: "\n") {
      #expect(!line.hasPrefix("'"))
      guard line.hasPrefix(".") else { continue }
      let name = line.dropFirst().prefix { $0 != " " }
      #expect(requests.contains(String(name)), "\(line)")
    }
  }

  @Test func theProgramPrintsThem() throws {
    #expect(try ProgramRun("brief", ["manual"]).output == Self.manual.roff(.brief))
    #expect(
      try ProgramRun("brief", ["manual", "types", "--markdown"]).output
        == Self.manual.markdown(.types))
    #expect(try ProgramRun("brief", ["manual", "poems"]).exitCode == 2)
  }
}
