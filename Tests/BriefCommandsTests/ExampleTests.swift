import BriefCommands
import BriefScript
import BriefSource
import BriefTestSupport
import Testing

/// Every example that a command gives of itself runs.
@Suite struct ExampleTests {
  static let commands = AllCommands.working(on: Session()).all

  @Test(arguments: commands.map(\.name))
  func everyExampleRuns(_ name: String) throws {
    let command = try #require(Self.commands.first { $0.name == name })
    #expect(!command.examples.isEmpty)
    // It works at the prompt of a terminal alone, where its own tests run it.
    if name == "edit" { return }
    for example in command.examples {
      let directory = TemporaryDirectory()
      directory.write("speaker,words\nDell,12\n", to: "table.csv")
      ProgressFile(path: directory.path + "/Ann.progress")
        .note(ProgressEvent(.right, "01-first", exercise: "count"))
      let shell = try TestShell("harbour-ministry-week-1")
      // Lines and sessions that the examples speak of.
      if ["keep", "restore", "save", "sessions"].contains(name) {
        for number in 1...7 { try shell.run("print \(number)") }
        try shell.run("save monday")
      }
      let line = example.line
        .replacing("{file}", with: "\"\(TestShell.path("harbour-ministry-week-2"))\"")
        .replacing("{table}", with: "\"\(directory.path)/table.csv\"")
        .replacing("{progress}", with: "\"\(directory.path)/Ann.progress\"")
        .replacing(#/\{out\}\/([a-z.]+)/#) { "\"\(directory.path)/\($0.output.1)\"" }
      let filled = ExampleFilling(shell.session).line(Example(line, example.purpose))
      #expect(!filled.contains("{") || example.line.contains("\\u{"), "\(filled)")
      try shell.run(filled, canAsk: true)
      // What is asked of names that are loaded is known.
      #expect(!shell.reports.contains { $0.id == "unknown-name" }, "\(filled)")
    }
  }

  @Test func examplesOfTheLanguageRun() throws {
    // A module is a file of its own.
    for word in StageWord.all + StageWord.statements where word.word != "use" {
      try TestShell("harbour-ministry-week-1").run(word.example.line)
    }
    let shell = try TestShell("harbour-ministry-week-1")
    for function in FunctionDeclaration.all {
      let texts = try shell.texts("print (\(function.example))")
      #expect(texts == [function.exampleResult], "\(function.name)")
    }
    let row = "let row = (first($(quotes)))"
    for type in TypeDescription.all where type.name != "record" {
      try shell.run("let x: \(type.name) = (\(type.example))")
    }
    #expect(throws: TestShell.Failure.self) { try shell.run(row) }
    #expect(TypeDescription.all.count == 10)
  }

  @Test func examplesNameWhatIsLoaded() throws {
    let loaded = try TestShell("harbour-ministry-week-1")
    let text = try loaded.texts("help quotes")[0]
    #expect(text.contains("quotes --by \"Ilena Varnaky\" --include institution"))
    #expect(!text.contains("{"))
    let empty = try TestShell()
    #expect(
      try empty.texts("help quotes")[0].contains("quotes --by spokesperson --include institution"))
    for command in Self.commands { _ = try empty.texts("help \(command.name)") }
  }

  /// The commands that ask something of the texts.
  private static let asking = commands.filter { command in
    [.reading, .speech, .content, .words, .tables, .charts].contains(command.subject)
      && command.name != "open"
  }

  /// On whatever is loaded, something that the help shows gives an answer.
  @Test(arguments: [
    "river-basin-wire", "external-affairs-transcript", "foreign-office-2026-01",
  ])
  func examplesAnswerOnWhatIsLoaded(_ briefing: String) throws {
    // Read once: it is the same for all.
    let shell = try TestShell(briefing)
    let restore = shell.session.checkpoint()
    for command in Self.asking {
      let hasAnswer = try command.examples.contains { example in
        defer { restore() }
        let line = ExampleFilling(shell.session).line(example)
        guard !line.contains("{"), let last = try shell.run(line).last else { return false }
        switch last {
        case .table(let table): return table.count > 0
        case .list(let values): return !values.isEmpty
        case .nothing, .missing: return false
        default: return true
        }
      }
      #expect(hasAnswer, "\(command.name)")
    }
  }

  @Test(arguments: commands.map(\.name))
  func everyDeclarationIsComplete(_ name: String) throws {
    let command = try #require(Self.commands.first { $0.name == name })
    #expect(command.purpose.hasSuffix("."))
    #expect(!command.discussion.hasPrefix(" "))
    let names = command.parameters.map(\.name)
    #expect(Set(names).count == names.count)
    for parameter in command.parameters { #expect(!parameter.purpose.isEmpty) }
    guard case .fixed(.table(let type)) = command.output else { return }
    #expect(Set(type.names).count == type.names.count)
    for column in type.columns { #expect(!column.summary.isEmpty, "\(column.name)") }
  }

  @Test func everyCommandHasItsName() {
    let names = Self.commands.map(\.name)
    #expect(Set(names).count == names.count)
    // The list says the names again, so that declarations need not be made to know them.
    #expect(AllCommands.working(on: Session()).names == names)
  }
}
