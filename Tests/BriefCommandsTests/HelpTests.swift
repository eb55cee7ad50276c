import BriefCommands
import BriefScript
import BriefTestSupport
import Testing

/// What `help` says and finds.
@Suite struct HelpTests {
  private let shell: TestShell

  init() throws { shell = try TestShell() }

  private func help(_ topic: String) throws -> String { try shell.texts("help \(topic)")[0] }

  @Test func theOverviewListsEverythingAndSaysWhereMoreIs() throws {
    let text = try help("")
    let list = try help("commands")
    let words = Set(text.split { $0.isWhitespace || $0 == "," }.map(String.init))
    for command in AllCommands.working(on: Session()).all {
      #expect(words.contains(command.name), "\(command.name)")
      #expect(list.contains("\n  \(command.name) "), "\(command.name)")
    }
    for word in StageWord.all + StageWord.statements {
      #expect(words.contains(word.word), "\(word.word)")
      #expect(list.contains("\n  \(word.word) "), "\(word.word)")
    }
    #expect(text.contains("help unknown-column"))
    #expect(text.contains("help --search WORD"))
  }

  @Test func theOverviewFitsAScreen() throws {
    let lines = try help("").split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 24)
    for line in lines { #expect(line.count < 80 && line.last != " ", "\(line)") }
  }

  @Test(arguments: CommandSubject.allCases)
  func aGroupIsListed(_ subject: CommandSubject) throws {
    let text = try help(
      subject.rawValue.lowercased().split(separator: " ").last.map(String.init) ?? "")
    for command in AllCommands.working(on: Session()).all where command.subject == subject {
      #expect(text.contains("\n  \(command.name) "), "\(command.name)")
    }
  }

  @Test func aCommandIsDescribed() throws {
    let text = try help("quotes")
    for part in [
      "Reads  briefings; alone, all that are loaded\n", "Gives  a table of quotes\n",
      "\nFlags\n", "  --by TEXT       a name", "\nColumns\n",
      "  words     int: how many words it has\n",
      "\nExamples\n", "\nSee also\n  statements, speakers, cues\n",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test(arguments: [
    ("where", "where CONDITION"), ("let", "let NAME"), ("explain", "explain PIPELINE"),
    ("length", "length(text)\nA function that gives an int: "),
    ("median", "A figure of a group"), ("duration", "A type. So many months"),
    ("formulas", "Formulas\n\nFrom the loosest to the tightest:"),
    ("missing", "Missing. missing == missing is true"),
    ("dates", "Dates may leave the day open"), ("dates", "Lists the words that tell when"),
    ("text", "Text is equal when"), ("text", "A type. Characters."),
    ("text", "text(value)\nA function"), ("arguments", "A bare word after a command is text"),
    ("types", "  duration  So many months and days.\n"),
    ("functions", "\n  round(number, digits?) "),
    ("language", "  formulas  "), ("messages", "\nunknown-column  "),
    ("commands", "\n  quotes "),
  ])
  func topicsAreFound(_ topic: String, _ part: String) throws {
    #expect(try help(topic).contains(part))
  }

  @Test func everyTopicThatIsListedIsFound() throws {
    for line in try help("language").split(separator: "\n").dropFirst() {
      let names = line.drop { $0 == " " }.prefix { $0.isLetter || $0 == "," || $0 == " " }
        .firstRange(of: "  ").map { line.drop { $0 == " " }[..<$0.lowerBound] }
      for name in try #require(names).split(separator: ", ") { _ = try help(String(name)) }
    }
  }

  @Test func tablesOfTheReferenceAreAligned() throws {
    let lines = try help("formulas").split(separator: "\n")
    let columns = try ["on conditions only", "before its operand"].map { part in
      let line = try #require(lines.first { $0.hasSuffix(part) })
      return line.count - part.count
    }
    #expect(columns[0] == columns[1] && columns[0] > 10)
  }

  @Test func aWordIsSearchedFor() throws {
    let text = try shell.texts("help --search speaker")[0]
    #expect(text.contains("Commands\n"))
    #expect(text.contains("  quotes "))
    #expect(text.contains("Messages\n"))
    // Whatever the case, and in flags and columns as well.
    #expect(try shell.texts("help --search CONFIDENCE")[0].contains("  quotes"))
    #expect(try shell.texts("help --search Kleene")[0].contains("  missing"))
    let failure = #expect(throws: TestShell.Failure.self) {
      try shell.run("help --search xyzzy")
    }
    #expect(failure?.ids == ["unknown-topic"])
  }

  @Test func aSlipIsNoticed() throws {
    let failure = #expect(throws: TestShell.Failure.self) { try shell.run("help qoutes") }
    #expect(failure?.description.contains("did you mean 'quotes'?") == true)
  }

  @Test func topicsAreOffered() throws {
    let completion = SessionCompletion(Session(), commands: AllCommands.working(on: Session()))
    let names = completion.candidates("help", prefix: "unknown-c").map(\.text)
    #expect(names == ["unknown-column", "unknown-command", "unknown-cue"])
    #expect(completion.candidates("help", prefix: "formulas").count == 1)
  }

  @Test(arguments: FunctionDeclaration.all.map(\.name))
  func everyFunctionIsExplained(name: String) throws {
    let function = try #require(FunctionDeclaration.all.first { $0.name == name })
    let page = try help(name)
    #expect(page.contains(function.usage) && page.contains(function.example))
    #expect(try help("functions").contains(function.summary.filter { $0 != "`" }))
  }

  @Test func whatHasToBeGivenIsShownSo() throws {
    #expect(try help("join").hasPrefix("TABLE | join TABLE by COLUMNS [FLAGS]\n"))
    #expect(try help("pivot").contains("TABLE | pivot COLUMN --values COLUMN [FLAGS]\n"))
    #expect(try help("rename").hasPrefix("TABLE | rename COLUMN as NAME\n"))
  }
}
