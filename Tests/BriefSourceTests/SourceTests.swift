import BriefSource
import Testing

@Suite struct SourceTests {
  @Test func linesEndWithAnyLineEnd() {
    let source = Source(name: "a", text: "one\ntwo\r\nthree\rfour")
    let lines = (0..<source.lines.count).map { source[source.lineRange($0)] }
    #expect(lines == ["one", "two", "three", "four"])
    #expect(source.lineNumber(at: source.bytes.count) == 4)
  }

  @Test func aFinalLineEndLeavesAnEmptyLine() {
    let source = Source(name: "a", text: "one\n")
    #expect(source.lines.count == 2)
    #expect(source.lineRange(1).isEmpty)
  }

  @Test func columnsCountCodePoints() {
    let source = Source(name: "a", text: "x\nTürkiye’s “word”")
    let offset = source.bytes.count - "”".utf8.count
    #expect(source.lineNumber(at: offset) == 2)
    #expect(source.column(at: offset) == 16)
  }

  /// Code point offsets agree with a plain count, also beyond the first checkpoint.
  @Test(arguments: [0, 1, 1023, 1024, 1025, 2047, 2048, 5000])
  func scalarOffsetsAgreeWithACount(_ length: Int) {
    let text = String(repeating: "é", count: length) + "…end"
    let source = Source(name: "a", text: text)
    let offset = source.bytes.count - 3
    #expect(source.scalarRange(TextRange(offset, offset + 3)) == length + 1..<length + 4)
  }

  @Test func scalarRangesSliceBackToTheText() {
    let text = "«Ça va»\r\nPakistan’s 🇵🇰 “offer”"
    let source = Source(name: "a", text: text)
    let range = TextRange(source.bytes.count - 11, source.bytes.count)
    let scalars = source.scalarRange(range)
    let slice = String(String.UnicodeScalarView(Array(text.unicodeScalars)[scalars]))
    #expect(slice == source[range])
    #expect(slice == "“offer”")
  }

  @Test func rangesBeyondTheEndDoNotTrap() {
    let source = Source(name: "a", text: "abc")
    #expect(source[TextRange(2, 99)] == "c")
    #expect(source[TextRange(50, 99)] == "")
    #expect(source.scalarRange(TextRange(50, 99)) == 3..<3)
  }
}
