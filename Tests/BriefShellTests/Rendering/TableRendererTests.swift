import BriefScript
import BriefSource
import BriefTestSupport
import Testing

@testable import BriefShell

@Suite struct TableRendererTests {
  private func drawn(_ value: Value, width: Int) -> String {
    ValueRenderer(width: width).render(value).plain
  }

  @Test func aTableThatFits() {
    #expect(
      drawn(.table(SampleTables.two), width: 160) == """
         # │ name │ words │ share │ final │ day        │ place       │ aliases
        ───┼──────┼───────┼───────┼───────┼────────────┼─────────────┼────────────────────
         1 │ Zoë  │    12 │   0.5 │ true  │ 2025-11-14 │ daily.txt:1 │ Z.; the spokeswoman
         2 │ —    │     — │     — │ —     │ —          │ daily.txt:2 │

        """)
  }

  @Test func aFileThatEveryRowCitesIsSaidOnceWhereRoomIsShort() {
    #expect(
      drawn(.table(SampleTables.two), width: 76) == """
         # │ name │ words │ share │ final │ day        │ place │ aliases
        ───┼──────┼───────┼───────┼───────┼────────────┼───────┼────────────────────
         1 │ Zoë  │    12 │   0.5 │ true  │ 2025-11-14 │ :1    │ Z.; the spokeswoman
         2 │ —    │     — │     — │ —     │ —          │ :2    │
        (lines of daily.txt)

        """)
  }

  @Test func rowsThatAPersonCorrectedBearAnAsterisk() {
    let schema = TableSchema<Int>(
      RowKind("count", plural: "counts"), [.int("n", "how many") { $0 }],
      isByHand: { $0 == 7 })
    #expect(
      drawn(.table(schema.table([3, 7])), width: 76) == """
          # │ n
        ────┼──
         1  │ 3
         2* │ 7
        (* 1 corrected by hand)

        """)
    #expect(drawn(.table(schema.table([7])), width: 76).hasPrefix("  # │ n\n────┼──\n 1* │ 7\n"))
    #expect(drawn(.table(schema.table([3])), width: 76) == " # │ n\n───┼──\n 1 │ 3\n")
  }

  @Test func longTextsWrapAndShortColumnsStayWhole() {
    let table = SampleTables.namesAndNumbers.table([
      ("Pakistan will not hold dialogue with any terrorist group, he said", 20),
      ("外務省の報道官は金曜日の記者会見で対話を否定した", 7),
    ])
    #expect(
      drawn(.table(table), width: 40)
        == """
         # │ name                           │  n
        ───┼────────────────────────────────┼───
         1 │ Pakistan will not hold         │ 20
           │ dialogue with any terrorist    │
           │ group, he said                 │
         2 │ 外務省の報道官は金曜日の記者会 │  7
           │ 見で対話を否定した             │

        """)
  }

  @Test func aNarrowTerminalGetsRecords() {
    #expect(
      drawn(.table(SampleTables.two), width: 40) == """
        #1
          name:    Zoë
          words:   12
          share:   0.5
          final:   true
          day:     2025-11-14
          place:   daily.txt:1
          aliases: Z.; the spokeswoman
        #2
          name:    —
          words:   —
          share:   —
          final:   —
          day:     —
          place:   daily.txt:2
          aliases:

        """)
    let names = SampleTables.names.table(["Tahir Hussain Andrabi"])
    #expect(drawn(.table(names), width: 12) == "#1\n name: Tahir\n  Hussain\n  Andrabi\n")
  }

  @Test func anEmptyTableSaysWhatItWouldHold() {
    let empty = SampleTables.namesAndNumbers.table([])
    #expect(drawn(.table(empty), width: 80) == "no rows (columns: name, n)\n")
    #expect(drawn(.table(empty), width: 20) == "no rows (columns:\nname, n)\n")
  }

  @Test func cellsCannotDriveTheTerminal() {
    let table = SampleTables.names.table([
      "a\u{1B}[2Jb\u{202E}c\u{9B}\u{7}d\u{2028}e", "a\r\nb\tc\n\nd",
    ])
    #expect(
      drawn(.table(table), width: 80) == """
         # │ name
        ───┼──────────────
         1 │ a␛[2Jb�c�␇d�e
         2 │ a b c
           │ d

        """)
  }

  @Test func aRowIsARecord() {
    #expect(
      drawn(.record(SampleTables.namesAndNumbers.table([("Zoë", 3)]).record(0)), width: 80)
        == "name: Zoë\nn:    3\n")
  }

  @Test func otherValuesStandPlainly() {
    let values: [(Value, String)] = [
      (.nothing, ""), (.missing, "missing\n"), (.int(-3), "-3\n"), (.number(2), "2.0\n"),
      (.number(0.123456), "0.1235\n"), (.bool(true), "true\n"), (.text(""), "\n"),
      (.text("a\u{1B}b\nc"), "a␛b\nc\n"), (.list([]), "empty list\n"),
      (.list([.text("one two three four"), .int(2)]), "- one two\n  three four\n- 2\n"),
      (.place(Place(SampleTables.source, TextRange(28, 31))), "daily.txt:2\n"),
    ]
    for (value, text) in values { #expect(drawn(value, width: 12) == text) }
  }

  // MARK: Any table

  private static let pieces = [
    "a", "Andrabi", " ", "  ", "\n", "\n\n", "\t", "日本語", "e\u{301}", "👨‍👩‍👧", "🇵🇰", "\u{1B}[31m",
    "\u{202E}", "\u{0}", "“", "—", "-", "/", "averyveryverylongwordwithoutanybreak", "नमस्ते",
    "\u{200B}",
  ]

  @Test(arguments: [10, 20, 40, 80, 160], 0..<30)
  func noLineIsTooWideAndNothingIsLost(width: Int, seed: Int) {
    var random = Random(seed: UInt64(seed))
    let rows = (0..<random.number(in: 1...5)).map { _ in
      let text = (0..<random.below(25)).map { _ in random.pick(Self.pieces) ?? "" }.joined()
      return (text, random.number(in: -1000...1000))
    }
    let table = SampleTables.namesAndNumbers.table(rows)
    let text = drawn(.table(table), width: width)
    for line in text.split(separator: "\n") {
      #expect(DisplayText.width(line) <= width, "\(line)")
      #expect(DisplayText.harmless(String(line)) == line)
    }
    // Every character of every cell is there, in its order.
    func essence(_ text: some StringProtocol) -> String {
      String(text.unicodeScalars.filter { !$0.properties.isWhitespace }.map(Character.init))
    }
    for (row, (cell, number)) in rows.enumerated() {
      let lines = text.split(separator: "\n").map(String.init)
      let record = Self.cells(of: row, in: lines, isLast: row == rows.count - 1)
      #expect(
        record.name
          == essence(
            DisplayText.harmless(cell, keepingLineEnds: true)
              .replacing("␉", with: "")))
      #expect(record.number == String(number))
    }
  }

  /// The characters of the two cells of a row, however they are laid out.
  private static func cells(
    of row: Int, in lines: [String], isLast: Bool
  ) -> (name: String, number: String) {
    func bare(_ text: some StringProtocol) -> String {
      String(text.unicodeScalars.filter { !$0.properties.isWhitespace }.map(Character.init))
    }
    var name = ""
    var number = ""
    if lines[0].hasPrefix("#") {
      var current = -1
      var isName = true
      for line in lines {
        if line.hasPrefix("#") {
          current += 1
        } else if current == row {
          var rest = Substring(bare(line))
          if rest.hasPrefix("name:") {
            rest = rest.dropFirst(5)
            isName = true
          } else if rest.hasPrefix("n:") {
            rest = rest.dropFirst(2)
            isName = false
          }
          if isName { name += rest } else { number += rest }
        }
      }
    } else {
      var current = -1
      for line in lines.dropFirst(2) {
        let parts = line.split(separator: "│", omittingEmptySubsequences: false)
        if !bare(parts[0]).isEmpty { current += 1 }
        if current == row, parts.count > 2 {
          name += bare(parts[1])
          number += bare(parts[2])
        }
      }
    }
    return (name, number)
  }
}
