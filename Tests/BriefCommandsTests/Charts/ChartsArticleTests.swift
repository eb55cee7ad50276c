import BriefShell
import BriefSource
import BriefTestSupport
import Testing

/// What the article on charts shows is what the program prints.
@Suite(.serialized) struct ChartsArticleTests {
  @Test func thePicturesAreTrue() throws {
    let shell = try TestShell("harbour-ministry-week-1")
    try ReadmeTests.expect(
      between: "<!-- pictures -->", and: "<!-- end of pictures -->",
      in: "\(ProjectFiles.root)/Sources/BriefCommands/BriefCommands.docc/Charts.md"
    ) { block in
      try ReadmeTests.replay(block) { line in
        try shell.run(line).map { ValueRenderer(width: 80).render($0).plain }.joined()
      }
    }
  }
}
