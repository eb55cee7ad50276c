import BriefSource
import BriefText
import Testing

@Suite("Sentences")
struct SentenceSplitterTests {
  /// A text in which `|` shows where sentences end.
  static func check(_ marked: String, _ location: SourceLocation = #_sourceLocation) {
    let expected = marked.split(separator: "|").map {
      String($0.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
    #expect(
      sentences(marked.replacing("|", with: "")) == expected, sourceLocation: location)
  }

  @Test(
    "a mark that ends a sentence ends it, with what closes after it",
    arguments: [
      "The talks ended.| Nobody signed.| Why?| They would not!| It was over",
      "“The talks ended.”| Nobody signed.",
      "\"The talks ended.\"| \"Nobody signed.\"",
      "(The talks ended.)| Nobody signed.",
      "He said ‘no.’| She said ‘yes.’",
      "They said “never again.”)| Nobody signed.",
      "What?!| No...| Well.",
      "the talks ended.| nobody signed.",
      "THE TALKS ENDED.| NOBODY SIGNED.",
      "The lake fell by two metres. [3]| It rose again.",
      "It was fine. :-)| Then it rained.",
      "Türkiye voted.| Éire did not.",
    ]) func ends(_ text: String)
  { Self.check(text) }

  @Test(
    "an abbreviation, an initial or a figure ends none",
    arguments: [
      "Dr. Khan met Mr. Aziz and Gen. (retd.) Malik.| They spoke.",
      "J. K. Adeyemi of the U.S. Treasury spoke at 5 p.m. Monday.| He left.",
      "It grew by 3.5 per cent on Jan. 3, i.e. No. 7 of the list.| It shrank.",
      "Acme Inc. shares fell.| Those of Beta Ltd. Holdings rose.",
      "He works for the U.S.| The embassy is shut.",
      "They left at 5 p.m.| She stayed.",
      "So did I.| The end.",
      "St. Petersburg vs. Oslo, e.g. Geneva, P.S. Lisbon.",
      "MEETING AT 5 P.M. THE HALL IS SHUT.",
      "2. Next item, please.",
    ]) func abbreviations(_ text: String)
  { Self.check(text) }

  @Test(
    "a quotation whose sentence goes on ends none",
    arguments: [
      "“Really?” he asked.| “Yes!” said Khan.",
      "\"Really?\" he asked.| \"Yes!\" said Khan.",
      "“Will you go?” Khan asked on Friday.| Nobody answered.",
      "‘Never!’ shouted the crowd.",
      "“We agree,” he said.| “It is time.”",
      "“We came.| We saw.| We left,” he said.",
      "“Is it so?| We think it is,” the minister told reporters.",
    ]) func quotations(_ text: String)
  { Self.check(text) }

  @Test(
    "words left out of a quotation end none",
    arguments: [
      "“Anyone may return … provided they register … and wait.”| He left.",
      "“They came … We did not.”| He left.",
      "\"They came … We did not.\"| He left.",
      "“They came ... We did not ... and so on.”",
      "He thought... and left.| Then...| Nothing.",
      "“The workers’ union … The court agreed.”",
    ]) func ellipses(_ text: String)
  { Self.check(text) }

  @Test("blocks and boundaries end a sentence whatever stands there")
  func hardBreaks() {
    #expect(
      sentences("Key points\n- Talks resume\n- Mr.\n\nKhan and\n\nothers said no. Yes.") == [
        "Key points", "- Talks resume", "- Mr.", "Khan and", "others said no.", "Yes.",
      ])
    let text = "ISLAMABAD: The talks ended. Nobody signed."
    #expect(
      sentences(text, boundaries: [10]) == ["ISLAMABAD:", "The talks ended.", "Nobody signed."])
    // Boundaries may fall inside a token, on its start, outside all blocks, or in no order of use.
    #expect(sentences("one two three", boundaries: [0, 1, 4, 13, 99]) == ["one", "two three"])
  }

  @Test("a list mark and the marks of a heading stay with their words, a line drawn under does not")
  func markers() {
    #expect(
      sentences("1. First item. It is long.\n2) Second item.") == [
        "1. First item.", "It is long.", "2) Second item.",
      ])
    #expect(sentences("Talks resume\n=====\nThey met.") == ["Talks resume", "=====", "They met."])
  }

  @Test("the lines of a wrapped paragraph share their sentences")
  func wrapped() {
    let text = """
      The ministry of water said yesterday that the level of the lake had
      fallen by two metres since the summer, when a gauge was set up by Mr.
      Adeyemi. Nobody had expected it, according to three officials, who
      spoke on condition of anonymity.
      """
    #expect(sentences(text).count == 2)
  }

  @Test("the sentence that holds a token is found")
  func lookUp() {
    let document = Document(Source(name: "t", text: "One. Two three. Four."))
    let holding = (0..<document.tokens.count).map(document.sentences.index(holding:))
    #expect(holding == [0, 0, 1, 1, 1, 2, 2])
  }
}
