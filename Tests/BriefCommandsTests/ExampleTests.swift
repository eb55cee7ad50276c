import BriefCommands
import BriefScript
import BriefTestSupport
import Testing

/// Every example that a command gives of itself runs.
@Suite struct ExampleTests {
  static let commands = AllCommands.working(on: Session()).all

  @Test(arguments: commands.map(\.name))
  func everyExampleRuns(_ name: String) throws {
    let command = try #require(Self.commands.first { $0.name == name })
    #expect(!command.examples.isEmpty)
    for example in command.examples {
      let directory = TemporaryDirectory()
      directory.write("speaker,words\nDell,12\n", to: "table.csv")
      let shell = try TestShell("harbour-ministry-week-1")
      let line = example.line
        .replacing("{file}", with: "\"\(TestShell.path("harbour-ministry-week-2"))\"")
        .replacing("{table}", with: "\"\(directory.path)/table.csv\"")
        .replacing("{out}/quotes.csv", with: "\"\(directory.path)/quotes.csv\"")
      try shell.run(line)
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
