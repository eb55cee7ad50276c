import Testing

@testable import BriefShell

/// What the editor makes of a text: its brackets, words, indentation, and the steps back.
@Suite struct EditorTextTests {
  private func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }

  @Test func bracketsFindTheirPartners() {
    let scan = BracketScan(scalars("f([a], \"(\") {"), passing: [7..<10])
    #expect(scan.partners == [1: 10, 10: 1, 2: 4, 4: 2])
    #expect(scan.open == [12])
    #expect(BracketScan(scalars("(]"), passing: []).partners.isEmpty)
  }

  @Test(arguments: [
    ("quotes", 0), ("quotes |", 2), ("def f() {", 2), ("def f() {\n  if x {", 4),
    ("def f() {\n  g([", 4), ("let x = [1,", 2), ("let x = (1)", 0), ("  {\n  }", 0),
    ("def f() {\n  quotes | ", 4),
  ])
  func theNextLineIsIndented(text: String, spaces: Int) {
    #expect(Indentation(scalars(text)[...], passing: []).next == spaces)
  }

  @Test func aClosingBracketStandsUnderItsLine() {
    let text = scalars("a {\n  b [")
    #expect(Indentation(text[...], passing: []).closing("]") == 2)
    #expect(Indentation(text[...], passing: []).closing("}") == nil)
    #expect(Indentation(text[..<5], passing: []).closing("}") == 0)
    #expect(Indentation([][...], passing: []).closing("}") == nil)
  }

  @Test func wordsAndCharacters() {
    let text = scalars("let naïve_x = e\u{301}a 🇵🇰 --by")
    #expect(text.wordEnd(after: 0) == 3)
    #expect(text.wordEnd(after: 3) == 11)
    #expect(text.wordStart(before: 12) == 4)
    #expect(text.blankWordStart(before: text.count) == text.count - 4)
    #expect(text.wordStart(before: 0) == 0)
    #expect(text.characterEnd(after: 14) == 16)
    #expect(text.characterStart(before: 16) == 14)
    #expect(text.characterEnd(after: text.count) == text.count)
    #expect([Unicode.Scalar]().characterStart(before: 0) == 0)
  }

  @Test func lettersAreUndoneTogetherAndDoneAgain() {
    var steps = UndoSteps()
    for text in ["q", "qu", "quo", "quo ", "quo x"] {
      steps.note(.init(scalars: scalars(text), cursor: text.count))
    }
    #expect(steps.undo()?.scalars == scalars("quo "))
    #expect(steps.undo()?.scalars == scalars("quo"))
    #expect(steps.undo()?.scalars == [])
    #expect(steps.undo() == nil)
    #expect(steps.redo()?.scalars == scalars("quo"))
    steps.note(.init(scalars: scalars("other"), cursor: 0))
    #expect(steps.redo() == nil)
    #expect(steps.undo()?.scalars == scalars("quo"))
  }

  @Test func whatIsCutTogetherIsKeptTogether() {
    var kills = KillRing()
    kills.add(scalars("b"), isBefore: true, isGoingOn: false)
    kills.add(scalars("a"), isBefore: true, isGoingOn: true)
    kills.add(scalars("c"), isBefore: false, isGoingOn: true)
    #expect(kills.text == scalars("abc"))
    kills.add(scalars("d"), isBefore: false, isGoingOn: false)
    #expect(kills.text == scalars("d"))
  }
}
