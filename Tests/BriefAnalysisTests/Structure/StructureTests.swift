import BriefAnalysis
import BriefSource
import Testing

@Suite struct StructureTests {
  /// Each block as its kind and the first words of its content, one a line.
  private func outline(_ text: String) -> [String] {
    let source = Source(name: "text.txt", text: text)
    return Briefing(source).structure.blocks.map { block in
      let words = source[block.content].split(separator: " ").prefix(3).joined(separator: " ")
      let label = block.label.map { " <\(source[$0])>" } ?? ""
      let turn = block.turn.map { " #\($0)" } ?? ""
      return "\(block.kind.rawValue)\(turn)\(label) \(words)"
    }
  }

  private func structure(_ text: String) -> (Structure, Source) {
    let source = Source(name: "text.txt", text: text)
    return (Briefing(source).structure, source)
  }

  @Test func newspaperReport() {
    let text = """
      Ministers Agree to Reopen Valley Road
      By Sara Lindqvist
      March 3, 2024

      Key Points
      - Road opens on Sunday
      - Trucks pay no toll

      GENEVA: The two ministers agreed on Friday to open the road.

      They shook hands for a long time.

      What Comes Next

      Engineers will inspect the bridges first. The work takes a week.

      Read more: Ten years of the valley road
      """
    #expect(
      outline(text) == [
        "headline Ministers Agree to", "byline By Sara Lindqvist", "dateline March 3, 2024",
        "keyPointsLabel Key Points", "keyPoint Road opens on", "keyPoint Trucks pay no",
        "paragraph The two ministers", "paragraph They shook hands", "heading What Comes Next",
        "paragraph Engineers will inspect", "furniture Read more: Ten",
      ])
    let (structure, source) = structure(text)
    #expect(structure.headline.map { source[$0] } == "Ministers Agree to Reopen Valley Road")
    #expect(structure.byline.map { source[$0] } == "Sara Lindqvist")
    #expect(structure.dateline.map { source[$0] } == "GENEVA")
    #expect(structure.date?.value == CalendarDate(year: 2024, month: 3, day: 3))
    #expect(structure.sections.map(\.kind) == [.head, .keyPoints, .lead, .section])
  }

  @Test func transcript() {
    let text = """
      12:49 P.M. EST

      MS. RAUF:  Good afternoon, everyone.

      Two things before we start.

      (Laughter.)

      SECRETARY McALLEN:  Thanks, Jo.

      Q  Is the road open?

      MS. RAUF:  It is.

      Go ahead.

      1:12 P.M. EST
      """
    #expect(
      outline(text) == [
        "dateline 12:49 P.M. EST", "turn #0 <MS. RAUF> Good afternoon, everyone.",
        "paragraph #0 Two things before", "stageDirection #0 (Laughter.)",
        "turn #1 <SECRETARY McALLEN> Thanks, Jo.", "turn #2 <Q> Is the road",
        "turn #3 <MS. RAUF> It is.", "paragraph #3 Go ahead.", "dateline 1:12 P.M. EST",
      ])
  }

  @Test func interviewWithNames() {
    let text = """
      Reuters: Will the road stay open?
      Rauf: It will, all winter.
      Reuters: And the tunnel?
      Rauf: The tunnel is another matter.
      """
    #expect(
      outline(text) == [
        "turn #0 <Reuters> Will the road", "turn #1 <Rauf> It will, all",
        "turn #2 <Reuters> And the tunnel?", "turn #3 <Rauf> The tunnel is",
      ])
  }

  @Test func questionsAndAnswers() {
    let text = """
      Q: Will the road stay open?
      A: It will.
      Q: And the tunnel?
      A: That is another matter.
      """
    #expect(outline(text).map { $0.prefix(8) } == ["turn #0 ", "turn #1 ", "turn #2 ", "turn #3 "])
  }

  @Test(arguments: [
    ("ISLAMABAD: The road is open.", "ISLAMABAD"),
    ("GENEVA (Reuters) - The road is open.", "GENEVA"),
    ("LONDON, March 2 — The road is open.", "LONDON"),
    ("UNITED NATIONS, Feb 3 (AP) — The road is open.", "UNITED NATIONS"),
    ("NEW YORK, Dec. 22 (UPI) -- The road is open.", "NEW YORK"),
    ("Geneva (AFP) – The road is open.", "Geneva"),
  ])
  func datelines(_ text: String, _ place: String) {
    let (structure, source) = structure(text)
    #expect(structure.dateline.map { source[$0] } == place)
    #expect(structure.blocks.map { source[$0.content] } == ["The road is open."])
    #expect(structure.turns.isEmpty)
    #expect(structure.headline == nil)
  }

  @Test(arguments: [
    "Note: The road is open.", "The minister said: the road is open.",
    "Two things matter: the road and the bridge.", "Rauf and Malik - an odd pair - agreed.",
  ])
  func neitherLabelNorDateline(_ text: String) {
    let (structure, source) = structure(text)
    #expect(structure.turns.isEmpty)
    #expect(structure.dateline == nil)
    #expect(structure.blocks.map { source[$0.content] } == [text])
  }

  @Test func markdown() {
    let text = """
      # Valley Road Reopens

      Talks ended on Friday.

      ## What was agreed

      - no toll
      - two lanes

      > Nobody gave up anything.

      The rest is silence.
      """
    #expect(
      outline(text) == [
        "headline Valley Road Reopens", "paragraph Talks ended on", "heading What was agreed",
        "listItem no toll", "listItem two lanes", "blockQuote Nobody gave up",
        "paragraph The rest is",
      ])
  }

  @Test func statementWithoutTitleGetsNone() {
    let text = """
      The members of the council welcome the decision of the assembly to open the road.

      They urge all sides to keep calm.
      """
    let (structure, _) = structure(text)
    #expect(structure.headline == nil)
    #expect(structure.blocks.map(\.kind) == [.paragraph, .paragraph])
  }

  @Test func wireStory() {
    let text = """
      Valley road reopens after talks

      GENEVA, 3 March 2024 (Reuters) - The valley road reopened on Sunday.

      Trucks began to roll at dawn.

      (Reporting by Sara Lindqvist; editing by Omar Malik)
      """
    let (structure, source) = structure(text)
    #expect(structure.blocks.map(\.kind) == [.headline, .paragraph, .paragraph, .furniture])
    #expect(structure.outlet.map { source[$0] } == "Reuters")
    #expect(structure.date?.value == CalendarDate(year: 2024, month: 3, day: 3))
  }

  @Test func dateWithoutYearIsNone() {
    let (structure, _) = structure("LONDON, March 2 — The road is open.")
    #expect(structure.date == nil)
  }
}
