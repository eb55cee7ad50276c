import BriefScript
import BriefSource
import Testing

@testable import BriefShell

@Suite struct LineRecallTests {
  private let recall = LineRecall(
    lines: [
      PromptLine("load \"old.txt\"", origin: .arguments), PromptLine("quotes", number: 1),
      PromptLine("kwic port", number: 2), PromptLine("quotes | take 3", number: 3),
    ], earlier: ["entities", "quotes --by Dell"])

  @Test(arguments: [
    ("!1", "quotes"), ("!2", "kwic port"), ("!!", "quotes | take 3"), ("!-1", "quotes | take 3"),
    ("!-4", "quotes --by Dell"), ("!k", "kwic port"), ("!quo", "quotes | take 3"),
    ("!ent", "entities"), ("  !1", "quotes"), ("!1 | count", "quotes | count"),
    ("!1|count", "quotes|count"), ("!!; print 1", "quotes | take 3; print 1"),
  ])
  func aLineIsCalledBack(_ typed: String, _ line: String) {
    #expect(recall.recall(typed) == .recalled(line))
  }

  @Test(arguments: ["!0", "!9", "!-9", "!zzz", "!", "! 1", "!99999999999999999999"])
  func whatIsNotThereIsSaid(_ typed: String) {
    guard case .unknown(let diagnostic) = recall.recall(typed) else {
      Issue.record("\(typed)")
      return
    }
    #expect(diagnostic.id == "no-such-line")
    #expect(diagnostic.help?.contains("1 to 3") == true)
  }

  @Test(arguments: ["quotes", "print \"!1\"", "$x != 1", ""])
  func otherTextsAreLeftAlone(_ typed: String) {
    #expect(recall.recall(typed) == .unchanged)
  }

  @Test func nothingTypedYetIsSaid() {
    let recall = LineRecall(lines: [], earlier: [])
    guard case .unknown(let diagnostic) = recall.recall("!!") else {
      Issue.record("there is a line")
      return
    }
    #expect(diagnostic.message == "no line has been typed yet")
  }
}
