import BriefScript
import BriefSource
import Testing

@Suite("Highlighting")
struct HighlightingTests {
  /// The coloured parts of `text`, each with its role.
  private func parts(_ text: String) -> [String] {
    let source = Source(name: "", text: text)
    return TestSession().engine.highlight(text).map { "\($0.role) \(source[$0.range])" }
  }

  @Test func everyPartHasItsRole() {
    #expect(
      parts("quotes --by “Dell” | where words > 3 and not direct # long") == [
        "strong quotes", "cue --by", "quote “Dell”", "dim |", "heading where", "note 3",
        "heading and", "heading not", "dim # long",
      ])
    #expect(
      parts("let n = $(quotes | count)") == [
        "heading let", "dim $(", "strong quotes", "dim |", "strong count",
      ])
    #expect(parts("print $n missing 2025-11") == ["strong print", "entity $n"])
  }

  @Test func mistakesShow() {
    #expect(parts("frob x") == ["error frob"])
    #expect(parts("print \"abc") == ["strong print", "error \"abc"])
    #expect(parts("quo") == [])
  }
}
