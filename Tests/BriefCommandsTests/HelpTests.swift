import BriefCommands
import BriefScript
import BriefTestSupport
import Testing

/// Pages of help.
@Suite struct HelpTests {
  private func help(_ name: String) throws -> String {
    try TestShell().texts("help \(name)").joined()
  }

  @Test(arguments: FunctionDeclaration.all.map(\.name))
  func everyFunctionIsExplained(name: String) throws {
    let function = try #require(FunctionDeclaration.all.first { $0.name == name })
    let page = try help(name)
    #expect(page.contains(function.usage) && page.contains(function.example))
    #expect(try help("functions").contains(function.summary))
  }

  @Test func whatHasToBeGivenIsShownSo() throws {
    #expect(try help("join").hasPrefix("TABLE | join TABLE by COLUMNS [FLAGS]\n"))
    #expect(try help("pivot").hasPrefix("TABLE | pivot COLUMN --values COLUMN [FLAGS]\n"))
    #expect(try help("rename").hasPrefix("TABLE | rename COLUMN as NAME\n"))
    #expect(try help("count").contains("In formulas\ncount(list)"))
  }

  @Test func anUnknownNameIsRefused() {
    #expect(throws: TestShell.Failure.self) { try help("chose") }
  }
}
