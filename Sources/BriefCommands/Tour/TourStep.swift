import BriefScript

/// A step of the tour: what it is about, and one line to try.
struct TourStep {
  /// What it shows, in a few words.
  let title: String
  /// What to know, in two or three sentences.
  let text: String
  /// The line that Enter alone runs.
  let line: String

  init(_ title: String, _ text: String, _ line: String) {
    self.title = title
    self.text = text
    self.line = line
  }

  /// The steps for a program that has `commands`.
  static func all(of commands: CommandSet) -> [TourStep] {
    let end =
      commands["keep"] == nil
      ? TourStep(
        "Keep it",
        """
        The same lines in a file that ends in .brief are a script: `brief run mine.brief FILE…` \
        asks them of any briefing, and the answers stay the same. The language has its own help.
        """, "help language")
      : TourStep(
        "Keep it",
        """
        Your lines are numbered. Once a file of your own is loaded, `keep 2-5 as mine.brief` makes a \
        script of those lines and all they need; `brief run mine.brief` gives the same answers again.
        """, "history")
    return walk + [end]
  }

  private static let walk = [
    TourStep(
      "A briefing",
      """
      brief reads press briefings: what a ministry's spokesperson said, as a newspaper tells it. \
      An invented one comes along with the program; `load FILE` reads your own.
      """, "load harbour-ministry-week-1.txt"),
    TourStep(
      "Who said what",
      """
      Every answer is a table. Each row is a quotation, with who speaks, the word that introduces \
      it, and its place: `:13` is line 13 of the text. `take 5` keeps the first five.
      """, "quotes | take 5"),
    TourStep(
      "Why",
      """
      The text may say “she” where it means a name. Each answer can say why it was given, and how \
      sure it is; 3 is the number of the row.
      """, "why 3"),
    TourStep(
      "Where it stands", "And each row can be seen where it stands in the text.", "show 3"),
    TourStep(
      "Names, and Tab",
      """
      A name, a surname or a role leads to the person. Press Tab after --by: a menu shows who is \
      quoted, and a digit picks. Tab completes everything: commands, flags, columns, files.
      """, "quotes --by spokesperson | take 3"),
    TourStep(
      "Pipelines",
      """
      `|` hands a table to the next command: here only the longer quotations, counted for each \
      speaker.
      """, "quotes | where words > 10 | count by speaker"),
    TourStep(
      "Who and what",
      """
      The persons, organisations and places that are spoken of, under whatever names. `who \
      Varnaky` tells all that is known of one of them.
      """, "entities --type person"),
    TourStep(
      "What it is about", "The themes, the one with most words first.", "topics --top 5"),
    TourStep(
      "Help",
      """
      Every command has a page, with examples made of the names that are loaded: `help cues`. \
      `help` lists the commands, and a word can be looked for in all pages.
      """, "help --search denying"),
  ]
}
