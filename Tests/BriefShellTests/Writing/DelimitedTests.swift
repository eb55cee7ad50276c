import BriefScript
import BriefSource
import BriefTestSupport
import Testing

@Suite struct DelimitedTests {
  @Test func tsvHasAHeaderAndWholeValues() {
    #expect(
      OutputFormat.tsv.text(.table(SampleTables.two)) == """
        name\twords\tshare\tfinal\tday\tplace\taliases
        Zoë\t12\t0.5\ttrue\t2025-11-14\tdaily.txt:1\tZ.; the spokeswoman
        \t\t\t\t\tdaily.txt:2\t

        """)
  }

  @Test func tsvEscapesWhatWouldBreakALine() {
    let table = SampleTables.names.table(["a\tb", "c\nd\re", #"f\n"#, "\u{1B}[0m"])
    #expect(
      OutputFormat.tsv.text(.table(table))
        == "name\na\\tb\nc\\nd\\re\nf\\\\n\n\u{1B}[0m\n")
  }

  @Test func tsvOfOneValueIsPlain() {
    let cases: [(Value, String)] = [
      (.text("a\tb"), "a\tb\n"), (.int(-3), "-3\n"), (.missing, "\n"),
      (.number(1e21), "1e+21\n"),
      (.list([.text("a\tb"), .int(1)]), "a\\tb\n1\n"), (.list([]), ""),
      (.duration(DayDuration(months: 14, days: 3)), "P1Y2M3D\n"),
    ]
    for (value, expected) in cases { #expect(OutputFormat.tsv.text(value) == expected) }
  }

  @Test func csvFollowsRFC4180() {
    let table = SampleTables.namesAndNumbers.table([
      ("plain", 1), ("a,b", -2), (#"say "yes""#, 3), ("two\nlines", 4), ("", 5),
    ])
    #expect(
      OutputFormat.csv.text(.table(table))
        == "name,n\r\nplain,1\r\n\"a,b\",-2\r\n\"say \"\"yes\"\"\",3\r\n\"two\nlines\",4\r\n,5\r\n")
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
    ("-2+3", "'-2+3"), ("-2", "-2"), ("+4.5", "+4.5"), ("-1e-9", "-1e-9"), ("--1", "'--1"),
    ("-", "'-"), ("-0x10", "'-0x10"), ("-inf", "'-inf"), ("\tx", "'\tx"), ("\rx", "\"'\rx\""),
    ("＝1", "'＝1"), ("a=1", "a=1"), ("'=1", "'=1"), ("— he said", "— he said"),
  ])
  func csvIsSafeInASpreadsheet(cell: String, written: String) {
    #expect(OutputFormat.csv.text(.text(cell)) == written + "\r\n")
  }

  @Test func anEmptyCellAloneIsNoEmptyLine() {
    let table = SampleTables.names.table([nil, "a", nil])
    #expect(OutputFormat.csv.text(.table(table)) == "name\r\n\"\"\r\na\r\n\"\"\r\n")
    #expect(OutputFormat.csv.text(.missing) == "\"\"\r\n")
  }

  /// Reads CSV back, as RFC 4180 says.
  private func cells(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch (scalar, isQuoted) {
      case ("\"", true) where scalars.first == "\"":
        cell.append("\"")
        scalars.removeFirst()
      case ("\"", _): isQuoted.toggle()
      case (",", false):
        row.append(String(cell))
        cell = .init()
      case ("\r", false) where scalars.first == "\n":
        scalars.removeFirst()
        rows.append(row + [String(cell)])
        row = []
        cell = .init()
      default: cell.append(scalar)
      }
    }
    return rows
  }

  @Test(arguments: 0..<200)
  func csvReadsBackAsItWas(seed: Int) {
    var random = Random(seed: UInt64(seed))
    let alphabet = Array("ab,\"\r\n\t=-é“ ".unicodeScalars)
    let table = SampleTables.namesAndNumbers.table(
      (0..<5).map { _ in
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0..<8, using: &random) {
          text.append(alphabet[Int.random(in: 0..<alphabet.count, using: &random)])
        }
        return (String(text), Int.random(in: -9...9, using: &random))
      })
    let read = cells(OutputFormat.csv.text(.table(table))).dropFirst()
    #expect(read.count == 5)
    for (row, cells) in read.enumerated() {
      let name = table[row, 0].cellText
      let isMarked = cells.first?.utf8.elementsEqual("'\(name)".utf8) ?? false
      #expect(cells.count == 2)
      #expect(isMarked || (cells.first?.utf8.elementsEqual(name.utf8) ?? false))
      #expect(cells.last == table[row, 1].cellText)
    }
  }
}
