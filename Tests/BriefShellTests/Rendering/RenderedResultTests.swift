import BriefScript
import BriefSource
import BriefTestSupport
import Testing

@testable import BriefShell

/// What a pager is told of a result.
@Suite struct RenderedResultTests {
  @Test func theLinesAboveTheRowsAreCounted() throws {
    for width in [20, 40, 80, 160] {
      let result = ValueRenderer(width: width).rendered(.table(SampleTables.two))
      let lines = result.text.plain.split(separator: "\n", omittingEmptySubsequences: false)
      let rule = lines.firstIndex { $0.hasPrefix("──") }
      #expect(result.headerLineCount == rule.map { $0 + 1 } ?? 0, "\(width)")
      #expect(result.text == ValueRenderer(width: width).render(.table(SampleTables.two)))
    }
    #expect(ValueRenderer(width: 20).rendered(.table(SampleTables.two)).headerLineCount == 0)
  }

  @Test func namesOfColumnsMayTakeSeveralLines() {
    let type = TableType([
      TableType.Column("a very long name of a column", .text),
      TableType.Column("another long name of a column", .text),
    ])
    let table = Table(type, rows: [[.text("x"), .text("y")]])
    let result = ValueRenderer(width: 50).rendered(.table(table))
    let lines = result.text.plain.split(separator: "\n")
    #expect(result.headerLineCount > 2)
    #expect(lines[result.headerLineCount - 1].hasPrefix("──"))
  }

  @Test func whatIsNoTableNamesNothing() {
    let empty = Table(SampleTables.two.type, rows: [])
    for value in [
      Value.text("a"), .page(Page("a\nb\n")), .table(empty), .nothing,
      .table(SampleTables.two.arranged(.records)),
    ] {
      #expect(ValueRenderer(width: 80).rendered(value).headerLineCount == 0)
    }
  }

  @Test func recordsShowEveryColumnUntilAStageMakesAnotherTable() {
    let records = SampleTables.two.arranged(.records)
    let text = ValueRenderer(width: 160).render(.table(records)).plain
    #expect(text.hasPrefix("#1\n  name:    Zoë\n  words:   12\n"))
    for name in records.type.names { #expect(text.contains("  \(name):")) }
    let again = ValueRenderer(width: 160).render(.table(records.selecting([0]))).plain
    #expect(again.hasPrefix(" # │ name"))
  }

  @Test func aTableInASCII() {
    let medium = Medium(width: 160, alphabet: .ascii)
    #expect(
      ValueRenderer(medium).render(.table(SampleTables.two)).plain == """
         # | name | words | share | final | day        | place       | aliases
        ---+------+-------+-------+-------+------------+-------------+--------------------
         1 | Zoë  |    12 |   0.5 | true  | 2025-11-14 | daily.txt:1 | Z.; the spokeswoman
         2 | -    |     - |     - | -     | -          | daily.txt:2 |

        """)
  }
}
