import BriefScript
import BriefSource
import Testing

@Suite struct MarkdownTests {
  @Test func aTableIsAPipeTable() {
    let table = SampleTables.namesAndNumbers.table([("Zoë", 1), ("", 20)])
    #expect(
      OutputFormat.markdown.text(.table(table)) == """
        | name | n |
        | --- | ---: |
        | Zoë | 1 |
        | | 20 |

        """)
  }

  @Test(arguments: [
    ("a|b", #"a\|b"#), (#"a\|b"#, #"a\\\|b"#), ("one\ntwo\r\nthree", "one<br>two<br>three"),
    ("<script>", "&lt;script&gt;"), ("a & b", "a &amp; b"), ("`x`", #"\`x\`"#),
    ("**loud**", #"\*\*loud\*\*"#), ("row_kind", "row_kind"), ("_a_", #"\_a\_"#),
    ("[a](b)", #"\[a\](b)"#), ("# x", "\\# x"), ("- x", #"\- x"#),
    ("\u{1B}[31m\u{202E}", "␛\\[31m\u{FFFD}"), ("👨‍👩‍👧 e\u{301}", "👨‍👩‍👧 e\u{301}"),
  ])
  func everythingIsShownAsItIs(text: String, written: String) {
    #expect(OutputFormat.markdown.text(.text(text)) == written + "\n")
  }

  @Test func aPageIsFenced() {
    let page = Page("use ```x```\n", .plain)
    #expect(OutputFormat.markdown.text(.page(page)) == "````text\nuse ```x```\n````\n")
  }
}
