import BriefScript
import BriefSource
import Testing

@Suite struct JSONValueTests {
  private let first =
    #"{"name":"Zoë","words":12,"share":0.5,"final":true,"day":"2025-11-14","#
    + #""place":{"source":"daily.txt","line":1,"start":10,"end":22},"#
    + #""aliases":["Z.","the spokeswoman"]}"#
  private let second =
    #"{"name":null,"words":null,"share":null,"final":null,"day":null,"#
    + #""place":{"source":"daily.txt","line":2,"start":23,"end":26},"aliases":[]}"#

  @Test func aTableIsAnArrayOfObjects() {
    #expect(
      OutputFormat.json.text(.table(SampleTables.two)) == "[\n  \(first),\n  \(second)\n]\n")
  }

  @Test func jsonLinesHasAnObjectForEachRow() {
    #expect(OutputFormat.jsonl.text(.table(SampleTables.two)) == "\(first)\n\(second)\n")
  }

  @Test func anEmptyTableIsAnEmptyArray() {
    let empty = SampleTables.names.table([])
    #expect(OutputFormat.json.text(.table(empty)) == "[]\n")
    #expect(OutputFormat.jsonl.text(.table(empty)) == "")
  }

  @Test func oneValueIsOneLine() {
    let cases: [(Value, String)] = [
      (.missing, "null"), (.bool(false), "false"), (.int(.min), "-9223372036854775808"),
      (.number(.nan), "null"), (.number(2), "2.0"), (.text("“a”\n\u{1B}"), "\"“a”\\n\\u001b\""),
      (.list([.int(1), .missing, .list([])]), "[1,null,[]]"),
      (.page(Page("x", .heading)), "\"x\""),
    ]
    for (value, expected) in cases { #expect(OutputFormat.json.text(value) == expected + "\n") }
  }

  @Test func offsetsAreCodePointsOfTheFile() {
    let place = Place(SampleTables.source, TextRange(11, 27))
    let text = SampleTables.source[place.range]
    let scalars = Array("Zoë said: “We agreed.”".unicodeScalars)[10..<22]
    #expect(text == String(String.UnicodeScalarView(scalars)))
  }
}
