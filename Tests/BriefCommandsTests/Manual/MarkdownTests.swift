import BriefSource
import Testing

@testable import BriefCommands

/// The part of Markdown that the manual is written in.
@Suite struct MarkdownTests {
  @Test func blocksAreRead() {
    let document = Markdown(
      """
      # Title

      A paragraph
      of two lines.
      - one
        and its rest
      - two

          code

          more
      Text again.
      | a | b |
      | --- | --- |
      | `x\\|y` | p\\|q |

      ```
      # fenced
      ```
      """)
    #expect(
      document.blocks == [
        .heading(level: 1, "Title"), .paragraph("A paragraph of two lines."),
        .list(["one and its rest", "two"]), .code(["code", "", "more"]),
        .paragraph("Text again."),
        .table(header: ["a", "b"], rows: [["`x|y`", "p|q"]]), .code(["# fenced"]),
      ])
  }

  @Test func stretchesAreRead() {
    #expect(
      MarkdownSpan.spans(of: "a `b*c` **d** *e* [f](g.md) \\*h\\* 2 * 3 ``i`j``")
        == [
          .text("a "), .code("b*c"), .text(" "), .strong("d"), .text(" "), .emphasis("e"),
          .text(" f *h* 2 * 3 "), .code("i`j"),
        ])
    #expect(MarkdownSpan.spans(of: "open ` and ** and [") == [.text("open ` and ** and [")])
  }

  @Test(arguments: ["a*b", "`", "x|y", "[z](w)", "\\n", "<tag>", "a_b_c", "“quoted”", "**"])
  func whatIsEscapedIsRead(_ text: String) {
    #expect(MarkdownSpan.spans(of: MarkdownSpan.escaped(text)).map(\.plain).joined() == text)
    #expect(MarkdownSpan.spans(of: MarkdownSpan.code(text)) == [.code(text)])
    let row = "| \(MarkdownSpan.escaped(text)) | \(MarkdownSpan.cell(code: text)) |"
    guard case .table(_, let rows)? = Markdown(row).blocks.first else {
      Issue.record("no table")
      return
    }
    #expect(rows.first?.map { Markdown.plain($0) } == [text, text])
  }

  @Test func nothingTrapsAndNothingIsLostForEver() {
    for text in ["", "\n", "|", "||", "```", "- ", "#", "    ", "*", "\\", "`\n`", "| --- |"] {
      _ = Markdown(text).page
      var writer = RoffWriter("x", section: 1, date: "d", source: "s", title: "t")
      writer.append(Markdown(text), sectionLevel: 1)
      #expect(writer.page.hasSuffix("\n"))
    }
  }
}
