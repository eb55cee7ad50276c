import BriefSource
import Testing

@Suite struct MarkedTextTests {
  @Test func marksAreTakenOff() throws {
    let text = try MarkedText("{1:Karim} (1:said) <1|that it was [1|“over” (again)]>.")
    #expect(text.plain == "Karim said that it was “over” (again).")
    #expect(text.source(1) == TextRange(0, 5))
    #expect(text.marks.map(\.kind) == [.source, .cue, .quotation, .content])
    #expect(text.marks.last?.range == TextRange(11, 41))
  }

  @Test func aSecondStatementHasALetter() throws {
    let text = try MarkedText("{1:He} (1:said) <1|so> and (1b:thought) <1b|not>.")
    #expect(text.marks.map(\.label.letter) == ["", "", "", "b", "b"])
    #expect(text.marks.allSatisfy { $0.label.number == 1 })
  }

  @Test func bracketsOfTheTextStay() throws {
    #expect(try MarkedText("He [sic] came (late).").plain == "He [sic] came (late).")
    #expect(try MarkedText(#"1\) at \(14:20\), a\\b"#).plain == #"1) at (14:20), a\b"#)
  }

  @Test(arguments: [
    "{1:Karim said.", "Karim} said.", "{1:Karim} said.", "(1:said) nothing", "<1|no source>",
    "{1:Karim} {1:Malik} <1|two>", "{1:Karim} <1|crossing [1|marks>]", "{-:Nobody} <-|said>",
    "{1:} <1|empty>", "1) stray", "ends with \\",
  ])
  func wrongMarksAreReported(_ marked: String) {
    #expect(throws: MarkedText.Malformed.self) { try MarkedText(marked) }
  }
}
