import BriefScript
import BriefShell
import BriefSource
import Testing

@Suite struct OutputFormatTests {
  @Test(arguments: [
    ("a.csv", OutputFormat.csv), ("out/A.JSONL", .jsonl), ("x.ndjson", .jsonl), ("b.md", .markdown),
    ("b.tab", .tsv), (".json", .json),
  ])
  func aPathNamesItsFormat(path: String, format: OutputFormat) {
    #expect(OutputFormat(path: path) == format)
  }

  @Test(arguments: ["", "a", "a.txt", "dir.csv/file", "a.csv.", "csv"])
  func otherPathsNameNone(path: String) {
    #expect(OutputFormat(path: path) == nil)
  }

  @Test(arguments: OutputFormat.allCases)
  func nothingGivesNoBytes(format: OutputFormat) {
    #expect(format.write(.nothing).isEmpty)
  }

  @Test(arguments: OutputFormat.allCases)
  func everyOtherValueEndsItsLine(format: OutputFormat) {
    let page = Page("one\ntwo", .heading)
    let values: [Value] = [
      .missing, .int(3), .text(""), .text("a\n"), .page(page), .table(SampleTables.two),
      .record(SampleTables.two.record(1)), .list([.text(""), .int(1)]),
    ]
    for value in values {
      #expect(format.write(value).last == 0x0A, "\(format) \(value)")
    }
  }
}
