import Testing

@testable import BriefCommands

/// Pages for `man`.
@Suite struct RoffWriterTests {
  private func roff(_ text: String) -> String {
    var writer = RoffWriter("test", section: 7, date: "2026-01-01", source: "s", title: "t")
    writer.append(Markdown(text), sectionLevel: 1)
    return writer.page.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2)
      .joined(separator: "\n")
  }

  @Test(arguments: [
    ("# Name\n\nA `b-c` d-e.", ".SH NAME\nA \\fBb\\-c\\fR d-e.\n"),
    ("## Part\n\nText.", ".SS Part\nText.\n"),
    ("One.\n\nTwo.", ".PP\nOne.\n.PP\nTwo.\n"),
    ("- one\n- two", ".IP \\(bu 2\none\n.IP \\(bu 2\ntwo\n"),
    ("    a \\n\n\n    .b", ".PP\n.in +4n\n.nf\na \\en\n\\&\n\\&.b\n.fi\n.in -4n\n"),
    ("| a | |\n| --- | --- |\n| `x` | *y* |", ".TP\n\\fBx\\fR\n\\fIy\\fR\n"),
    ("A sentence. Another.", ".PP\nA sentence.\nAnother.\n"),
  ])
  func blocksAreWritten(_ text: String, _ page: String) {
    #expect(roff(text) == page)
  }

  /// What a formatter would take for something else.
  @Test(arguments: [
    (".TH at the beginning", "\\&.TH at the beginning"),
    ("'quoted' at the beginning", "\\(aqquoted\\(aq at the beginning"),
    ("a backslash \\\\ alone", "a backslash \\e alone"),
    ("~ ^ “curly” … é", "\\(ti \\(ha \\[u201C]curly\\[u201D] \\[u2026] \\[u00E9]"),
    ("a \"straight\" one", "a \\(dqstraight\\(dq one"),
    ("😀", "\\[u1F600]"),
  ])
  func charactersStayWhatTheyAre(_ text: String, _ line: String) {
    #expect(roff(text) == ".PP\n\(line)\n")
  }

  @Test func longLinesAreBroken() {
    let words = Array(repeating: "word", count: 60).joined(separator: " ")
    let lines = roff(words).split(separator: "\n").dropFirst()
    #expect(lines.count > 3)
    #expect(lines.allSatisfy { $0.utf8.count <= 78 })
    #expect(lines.joined(separator: " ") == words)
  }
}
