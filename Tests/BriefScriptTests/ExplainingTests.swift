import BriefScript
import Testing

/// `explain` says what a pipeline does, and does it stage by stage.
@Suite struct ExplainingTests {
  private func explain(_ pipeline: String) -> String { TestSession().run("explain " + pipeline) }

  @Test func aPipelineIsExplainedStageByStage() {
    #expect(
      explain("quotes --by Dell | where words > 2 and speaker != missing | count by speaker")
        == """
        1  quotes --by Dell
           Finds what was said.
           It reads what briefings gives, as nothing stands before it.
             --by Dell: who said it
           → 3 rows
           for example speaker Mara Dell; quote We have shut the crossing at Torvan.; words 7; \
        date 2025-11-03; score 1.75
        2  where words > 2 and speaker != missing
           Keeps the rows in which words is more than 2 and speaker is not missing.
           → 2 rows of 3
           for example speaker Mara Dell; quote We have shut the crossing at Torvan.; words 7; \
        date 2025-11-03; score 1.75
        3  count by speaker
           Counts rows.
             by speaker: columns to count by
           → 1 row
           for example speaker Mara Dell; count 2

        """)
  }

  /// A condition and the words for it.
  @Test(arguments: [
    ("words > 10", "words is more than 10"),
    ("words >= 10", "words is at least 10"),
    ("words < 10 or words == 12", "words is less than 10 or words is 12"),
    ("words <= 10", "words is at most 10"),
    ("speaker == missing", "speaker is missing"),
    ("direct", "direct is true"),
    ("not direct", "it is not so that direct is true"),
    ("not (direct or words > 3)", "it is not so that (direct is true or words is more than 3)"),
    (
      "(direct or words > 3) and words < 9",
      "(direct is true or words is more than 3) and words is less than 9"
    ),
    ("words in 3..5", "words lies between 3 and 5, both included"),
    ("words in [3, 4 + 1]", "words is one of 3, (4 plus 1)"),
    ("\"talks\" in topics", "\"talks\" is among topics"),
    ("date < 2025-11", "date lies before 2025-11"),
    ("date >= 2025-11", "date begins no earlier than 2025-11"),
    ("date in 2025-11", "date lies within 2025-11"),
    ("date - 2025-11-01 > days(3)", "(date minus 2025-11-01) is longer than 3 days"),
    ("date + days(1) > 2025-11", "(date plus 1 days) lies after 2025-11"),
    ("speaker < \"M\"", "speaker comes before \"M\""),
    ("quote ~ r\"talk\"", "quote matches r\"talk\""),
    ("contains(quote, \"talk\")", "quote contains \"talk\""),
    ("length(quote) > 3", "the number of characters of quote is more than 3"),
    ("round(score, 1) > 3", "score rounded to 1 digits after the point is more than 3"),
    ("(score ?? 0.0) > 1", "(score, or 0.0 where that is missing) is more than 1"),
    ("-words < 0", "(minus words) is less than 0"),
    ("words % 2 == 0", "(the remainder of words divided by 2) is 0"),
    (
      "words > mean($(quotes | column words))",
      "words is more than the mean of what $(quotes | column words) gives"
    ),
    ("place.line > 2", "the line of place is more than 2"),
  ])
  func conditionsAreSaidInWords(_ condition: String, _ words: String) {
    let text = explain("quotes | where \(condition)")
    #expect(text.contains("   Keeps the rows in which \(words).\n"), "\(text)")
  }

  @Test func columnsAndGroupsAreSaidInWords() {
    let text = explain(
      """
      quotes | derive half = words / 2, words = half > 1, who = speaker + "!"
        | group speaker, date [ n = count(), m = count(who), all = list(quote), s = sum(half) * 2 ]
      """)
    #expect(text.contains("Adds a column half: words divided by 2.\n"))
    #expect(text.contains("Puts in the place of words this: whether half is more than 1.\n"))
    #expect(text.contains("Adds a column who: speaker followed by \"!\".\n"))
    #expect(text.contains("Makes one row of all rows that have the same speaker and date, with\n"))
    #expect(text.contains("  n: how many rows there are\n"))
    #expect(text.contains("  m: how many rows have a value for who\n"))
    #expect(text.contains("  all: all values of quote\n"))
    #expect(text.contains("  s: the sum of half times 2\n"))
    #expect(text.contains("2  derive half = words / 2, words = half > 1, who = speaker + \"!\"\n"))
    #expect(explain("quotes | group speaker").contains(", and counts them in count.\n"))
  }

  @Test func valuesAreShown() {
    #expect(explain("quotes | count").contains("   → 6\n"))
    #expect(explain("quotes | column words").contains("→ a list of 6 elements, the first 7\n"))
    #expect(explain("quotes | where words > 999").contains("→ 0 rows of 6\n"))
    #expect(explain("quotes | one").contains("→ a row\n"))
    let session = TestSession()
    session.run("let long = $(quotes | where words > 5)")
    let text = session.run("explain $long | count")
    #expect(text.contains("Takes $long, a table of quotes.\n"))
    #expect(text.contains("→ 2\n"), "\(text)")
  }

  @Test func whatChangesSomethingIsNotDone() {
    let session = TestSession()
    let text = session.run("explain load a.txt b.txt | quotes | count")
    #expect(session.newsroom.calls.isEmpty)
    #expect(text.contains("  a.txt, b.txt: files to load\n"))
    #expect(
      text.contains(
        "This is not done: it would change the session or touch files, and what follows needs it."))
    #expect(text.contains("3  count\n"))
    #expect(!text.contains("→"))
    #expect(session.run("explain quit").contains("This is not done"))
    session.run("explain probe --file x.txt")
    #expect(session.newsroom.calls.isEmpty)
  }

  @Test func anExplanationIsAValue() {
    let session = TestSession()
    #expect(session.run("let page = $(explain quotes | count)") == "")
    #expect(session.run("print $page").contains("1  quotes"))
  }

  @Test func mistakesAreThoseOfThePipeline() {
    #expect(explain("quotes | where wrods > 1").contains("error[unknown-column]"))
    #expect(explain("quotes | derive x = 1 / (words - words)").contains("error[division-by-zero]"))
    #expect(explain("").contains("expected a pipeline after 'explain'"))
    #expect(explain("explain quotes").contains("error[explain-first]"))
    #expect(TestSession().run("quotes | explain count").contains("error[explain-first]"))
    // However often it stands there, reading it is no recursion.
    let many = String(repeating: "explain ", count: 50_000)
    #expect(explain(many + "quotes").contains("error[explain-first]"))
  }

  @Test func everyFunctionHasItsWords() {
    for function in FunctionDeclaration.all where function.name != "count" {
      let text = explain("quotes | derive x = \(function.example)")
      #expect(!text.contains("x: \(function.name) of"), "\(function.name): \(text)")
    }
    for figure in AggregateDeclaration.all {
      let formula = figure.example.replacing("topic)", with: "topics)")
      let text = explain("quotes | group speaker [ \(formula) ]")
      #expect(!text.contains(": \(figure.name) of"), "\(figure.name): \(text)")
      #expect(!text.contains("error["), "\(figure.name): \(text)")
    }
  }

  @Test func longChainsAreReadInTime() {
    let sum = Array(repeating: "words", count: 90).joined(separator: " + ")
    #expect(explain("quotes | where \(sum) > 1").contains("words plus words"))
  }

  @Test func completionOffersWhatBegins() {
    let provider = NoNames()
    let engine = TestSession().engine
    func offered(_ line: String) -> [String] {
      engine.completion(in: line, at: line.utf8.count, provider: provider).candidates.map(\.text)
    }
    #expect(offered("exp").contains("explain"))
    #expect(offered("explain quo").contains("quotes"))
    #expect(offered("explain quotes | where wo").contains("words"))
  }

  private final class NoNames: CompletionProvider {
    func candidates(_ kind: String, prefix: String) -> [Completion.Candidate] { [] }
  }
}
