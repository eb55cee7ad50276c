import BriefAnalysis
import BriefText
import Testing

/// The list of cues is well formed.
@Suite struct CueLexiconTests {
  private let rows = Lexicon(.cues).rows

  @Test func everyRowHasItsColumns() {
    for row in rows {
      let title = row.joined(separator: " ")
      #expect(row.count == 11, "\(title)")
      guard row.count == 11 else { continue }
      #expect(["verb", "noun", "phrase"].contains(row[1]), "\(title)")
      #expect(CueClass(rawValue: String(row[2])) != nil, "\(title)")
      #expect(["1", "2", "3"].contains(row[3]), "\(title)")
      #expect(["-1", "0", "1"].contains(row[4]), "\(title)")
      #expect(["q", "t", "-"].contains(row[5]), "\(title)")
      switch row[1] {
      // "quoth" has a past and nothing else; the present of "rule" is mostly a noun.
      case "verb": #expect(row[6...10].contains { !$0.isEmpty }, "\(title)")
      default: #expect(row[6].split(separator: "/").first == row[0], "\(title)")
      }
      #expect((row[1] == "phrase") == row[0].contains(" "), "\(title)")
    }
  }

  @Test func itIsLargeAndHasNothingTwice() {
    #expect(rows.count >= 600)
    #expect(Set(rows.map { "\($0[0])\t\($0[1])" }).count == rows.count)
    for part in ["verb", "noun", "phrase"] {
      #expect(rows.count { $0[1] == part } >= 200, "\(part)")
    }
  }

  @Test(arguments: CueClass.allCases) func everyClassIsUsed(_ cueClass: CueClass) {
    #expect(rows.contains { $0[2] == cueClass.rawValue })
  }

  /// A stance fits its class: nobody denies in favour or praises against.
  @Test func theStanceFitsTheClass() {
    for row in rows {
      switch CueClass(rawValue: String(row[2])) {
      case .denying, .critical: #expect(row[4] != "1", "\(row[0])")
      case .praising: #expect(row[4] == "1", "\(row[0])")
      case .promising: #expect(row[4] != "-1", "\(row[0])")
      case .neutral where row[3] == "3": Issue.record("\(row[0]) is neutral and strong")
      default: break
      }
    }
  }

  @Test(arguments: [
    "reiterate", "take note", "deplore", "underscore", "categorically reject", "express concern",
    "call on", "voice regret", "rule out", "pour scorn on", "brush aside", "welcome",
    "condemn in the strongest terms", "strongly protest", "remain seized of", "convey", "affirm",
    "reaffirm", "urge restraint", "lodge a protest", "summon", "claim", "warning", "assertion",
    "denial", "pledge", "appeal", "plea", "vow", "rebuke", "criticism",
  ])
  func theRegisterOfDiplomacyIsThere(_ lemma: String) {
    #expect(rows.contains { $0[0] == lemma })
  }

  @Test func anyFormLeadsToTheLemma() {
    #expect(Quote.Cue.lemma(of: "Said") == "say")
    #expect(Quote.Cue.lemma(of: "criticizing") == "criticise")
    #expect(Quote.Cue.lemma(of: "pleas") == "plea")
    #expect(Quote.Cue.lemma(of: "sayd") == nil)
  }
}
