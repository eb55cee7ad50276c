import BriefSource
import Testing

@Suite struct TextRangeTests {
  @Test func overlapNeedsASharedByte() {
    #expect(TextRange(0, 3).overlaps(TextRange(2, 5)))
    #expect(!TextRange(0, 3).overlaps(TextRange(3, 5)))
    #expect(TextRange(0, 3).intersection(TextRange(2, 5)) == TextRange(2, 3))
    #expect(TextRange(0, 3).intersection(TextRange(3, 5)) == nil)
  }

  @Test func unionCoversTheGap() {
    #expect(TextRange(0, 2).union(TextRange(5, 6)) == TextRange(0, 6))
  }

  @Test func orderIsByStartThenEnd() {
    let ranges = [TextRange(2, 3), TextRange(0, 5), TextRange(0, 2)]
    #expect(ranges.sorted() == [TextRange(0, 2), TextRange(0, 5), TextRange(2, 3)])
  }

  @Test func endIsNotInside() {
    #expect(TextRange(1, 3).contains(1))
    #expect(!TextRange(1, 3).contains(3))
    #expect(TextRange(1, 3).contains(TextRange(3, 3)))
  }
}
