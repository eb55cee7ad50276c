import BriefScript
import BriefSource
import BriefTestSupport
import Testing

/// The language reference: every line of its examples runs, and gives what it says.
@Suite("The language reference")
struct ReferenceTests {
  @Test func examplesAreTrue() throws {
    let path = ProjectFiles.root + "/Sources/BriefScript/BriefScript.docc/Language.md"
    let page = try Source.reading(path)
    let session = TestSession()
    var count = 0
    var isFenced = false
    for index in 0..<page.lines.count {
      let line = page[page.lineRange(index)]
      if line.hasPrefix("```") { isFenced.toggle() }
      guard !isFenced, line.hasPrefix("    ") else { continue }
      let parts = line.split(separator: "# → ", maxSplits: 1)
      let said = session.run(String(parts[0]))
      #expect(!said.contains("error["), "line \(index + 1): \(said)")
      if parts.count == 2 { #expect(said == parts[1] + "\n", "line \(index + 1)") }
      count += 1
    }
    #expect(count > 30)
  }
}
