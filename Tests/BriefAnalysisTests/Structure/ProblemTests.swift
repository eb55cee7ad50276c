import BriefAnalysis
import BriefSource
import Testing

@Suite struct ProblemTests {
  private func problems(_ text: String, given: Metadata.Given = Metadata.Given()) -> [String] {
    Briefing(Source(name: "text.txt", text: text), given: given).problems.map(\.id)
  }

  @Test func whatIsMissingIsListed() {
    #expect(
      problems("The road is open.")
        == ["missing-title", "missing-byline", "missing-outlet", "missing-date"])
  }

  @Test func whatIsGivenIsSaid() {
    let given = Metadata.Given(
      title: "Road", date: CalendarDate(year: 2024, month: 3, day: 3), outlet: "The Herald")
    #expect(
      problems("The road is open.", given: given)
        == ["missing-byline", "given-title", "given-outlet", "given-date"])
  }

  @Test(arguments: [
    ("Karim said: “The road is open.", "unclosed-quotation"),
    ("“The road is open. “It stays open,” Karim said.", "reopened-quotation"),
    ("The road is open,” Karim said.", "unmatched-closing-mark"),
    ("Karim said: “The road … is open.”", "abridged-quotation"),
    ("Karim said: “The road [...] is open.”", "abridged-quotation"),
    ("The road is open.\r\nIt stays open.\n", "mixed-line-ends"),
    ("1 2 3 --- 4", "no-words"),
  ])
  func damage(_ text: String, _ id: String) {
    #expect(problems(text).filter { !$0.hasPrefix("missing-") } == [id])
  }

  @Test func misspeltRoleInHeading() {
    let text = "The road is open again.\nSpokespreson also gave a warning\nNobody was hurt there."
    #expect(problems(text).contains("misspelt-word"))
    #expect(
      !problems(text.replacing("Spokespreson", with: "Spokesperson")).contains("misspelt-word"))
    #expect(
      !problems(text.replacing("Spokespreson", with: "Spokespersons")).contains("misspelt-word"))
  }

  @Test func quotationAsHeading() {
    let text = "The road is open again.\n‘We won’t wait’\nNobody was hurt there."
    #expect(problems(text).contains("heading-quotation"))
  }

  @Test func openParagraphGoesOn() {
    let text = "Karim said: “The road is open.\n“It stays open.”"
    #expect(
      problems(text).filter { !$0.hasPrefix("missing-") }
        == ["unclosed-quotation", "reopened-quotation"])
  }

  @Test func otherLanguages() {
    let sentence =
      "Die Minister haben sich am Freitag darauf geeinigt die Straße wieder zu öffnen. "
    #expect(problems(String(repeating: sentence, count: 6)).contains("not-english"))
    let english = "The ministers agreed on Friday that the road would be opened to all of them. "
    #expect(!problems(String(repeating: english, count: 6)).contains("not-english"))
  }

  @Test func capitals() {
    let sentence = "THE MINISTERS AGREED ON FRIDAY THAT THE ROAD WOULD BE OPENED. "
    #expect(problems(String(repeating: sentence, count: 3)).contains("all-capitals"))
  }

  @Test func encodings() throws {
    let latin = try Source.decoding(Array("Caf".utf8) + [0xE9] + Array(" is open.".utf8), name: "a")
    #expect(Briefing(latin).problems.first?.id == "encoding-latin1")
    let windows = try Source.decoding([0x93] + Array("Open".utf8) + [0x94], name: "b")
    #expect(Briefing(windows).problems.first?.id == "encoding-windows1252")
  }
}
