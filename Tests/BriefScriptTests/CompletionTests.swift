import BriefScript
import BriefSource
import Testing

/// Knows two speakers and three files.
private final class Words: CompletionProvider {
  var used = ""

  func candidates(_ kind: String, prefix: String) -> [Completion.Candidate] {
    switch kind {
    case "speakers":
      [
        .init(
          "Mara Dell", "spokesperson", aliases: ["foreign ministry spokesperson", "the office"]),
        .init("Renn", "minister"),
      ]
    case "files":
      [.init("notes/", isPartial: true), .init("my texts/", isPartial: true), .init("a b.txt")]
    case "files brief": [.init("speech.brief")]
    default: []
    }
  }

  func values(
    of column: TableType.Column, in rows: RowKind?, prefix: String
  ) -> [Completion.Candidate] {
    column.name == "speaker" ? [.init("Mara Dell", "12 quotations"), .init("Renn", "1")] : []
  }

  func uses(of candidate: Completion.Candidate) -> Int { candidate.text == used ? 3 : 0 }
  func note(_ kind: String) -> String? { kind == "speakers" ? "some are not known" : nil }
}

@Suite("Completion")
struct CompletionTests {
  /// The candidates at `|` in `line`, or at its end.
  private func complete(_ line: String, after setup: String = "", used: String = "") -> [String] {
    let words = Words()
    words.used = used
    let session = TestSession()
    session.run(setup)
    let parts = line.split(separator: "‸", omittingEmptySubsequences: false)
    let text = parts.joined()
    let completion = session.engine.completion(
      in: text, at: parts[0].utf8.count, provider: words)
    return completion.candidates.map(\.text)
  }

  @Test func commandsBeginAStatement() {
    #expect(
      complete("") == [
        "assert", "brief", "briefings", "close", "def", "exercise", "explain", "for", "if", "let",
        "load", "needs", "param", "print", "probe", "quit", "quotes", "use",
      ])
    #expect(complete("q") == ["quit", "quotes"])
    #expect(complete("quotes") == ["quotes"])
    #expect(complete("Q") == ["quit", "quotes"])
    #expect(complete("quotes; cl") == ["close"])
    #expect(complete("quotes\ncl") == ["close"])
  }

  @Test func blocksAreCompletedLikeStatements() {
    #expect(complete("for $b in $(briefings) { qu") == ["quit", "quotes"])
    #expect(complete("for $b in $(briefings) { $").contains("$b"))
    #expect(complete("for $b in $(briefings) { print 1 }; print $") == [])
    #expect(complete("for $b in $(briefings) { $b | quotes | where spe") == ["speaker"])
    #expect(complete("for $b in $(briefings) { print $b.ti") == ["title"])
    #expect(complete("def f(n: i") == ["int"])
    #expect(complete("def f(of: table) { $") == ["$of"])
    #expect(complete("briefings | each $b {\n  $b | quotes | each $q { print $q.sp") == ["speaker"])
  }

  @Test func functionsAreCompletedLikeCommands() {
    let setup = "def longest(of: table, n: int = 1) \"the longest\" { $of | take $n }"
    #expect(complete("lon", after: setup) == ["longest"])
    #expect(complete("quotes | lon", after: setup) == ["longest"])
    #expect(complete("quotes | longest --", after: setup) == ["--n"])
    #expect(complete("print (lon", after: setup) == ["longest("])
    #expect(complete("def twice(n: int) { ($n * 2) }\nprint (twi") == ["twice("])
  }

  @Test func stagesFollowWhatTheyCanRead() {
    #expect(
      complete("quotes | ") == [
        "column", "count", "derive", "describe", "distinct", "each", "group", "one", "print",
        "rename", "select", "sort", "take", "where",
      ])
    #expect(complete("briefings | q") == ["quotes"])
    #expect(complete("quotes | count | ") == ["print"])
    #expect(complete("quotes|w") == ["where"])
  }

  @Test func flagsAreOfferedOnce() {
    #expect(complete("quotes --") == ["--by", "--kind", "--least", "--long"])
    #expect(complete("quotes --l") == ["--least", "--long"])
    #expect(complete("quotes --long --") == ["--by", "--kind", "--least"])
    #expect(complete("quotes ") == ["--by", "--kind", "--least", "--long"])
    #expect(complete("quotes -") == ["--by", "--kind", "--least", "--long"])
  }

  @Test func valuesOfFlags() {
    #expect(complete("quotes --kind ") == ["direct", "indirect"])
    #expect(complete("quotes --kind=in") == ["indirect"])
    #expect(complete("quotes --kind=") == ["direct", "indirect"])
    #expect(complete("quotes --by ") == ["\"Mara Dell\"", "Renn"])
    #expect(complete("quotes --by m") == ["\"Mara Dell\""])
    #expect(complete("quotes --by \"Ma") == ["\"Mara Dell\""])
    #expect(complete("quotes --by “Re") == ["“Renn”"])
    #expect(complete("quotes --by \"") == ["\"Mara Dell\"", "\"Renn\""])
  }

  @Test func filesStayOpenAtDirectories() {
    #expect(complete("load ") == ["notes/", "\"my texts/", "\"a b.txt\"", "--date"])
    #expect(complete("load a.txt m") == ["\"my texts/"])
  }

  @Test func columnsAsTheStageBeforeLeavesThem() {
    #expect(complete("quotes | where w") == ["words", "week(", "weekday(", "weeks(", "words("])
    #expect(complete("quotes | select words, speaker | sort ") == ["words", "speaker", "--desc"])
    #expect(complete("quotes | select words, s") == ["speaker", "score"])
    #expect(complete("quotes | count by sp") == ["speaker"])
    #expect(complete("quotes | count ") == ["by"])
    #expect(complete("quotes | group s") == ["speaker", "score"])
    #expect(complete("quotes | derive long = words > 3, x = lo") == ["long", "lower("])
    #expect(complete("quotes | group speaker [ n = su") == ["sum("])
    #expect(complete("quotes | group speaker [ n = sum(wo") == ["words", "words("])
    #expect(complete("quotes | where not spe") == ["speaker"])
    #expect(complete("quotes | where words > 3 and spe") == ["speaker"])
    #expect(
      complete("quotes | where words > $(quotes | select score | sort ") == ["score", "--desc"])
    #expect(complete("quotes | where words > $(quotes | count) and spe") == ["speaker"])
    #expect(complete("quotes --by (spe") == [])
  }

  @Test func valuesOfTheColumnThatIsCompared() {
    #expect(complete("quotes | where speaker == ") == ["\"Mara Dell\"", "\"Renn\"", "missing"])
    #expect(complete("quotes | where speaker != \"m") == ["\"Mara Dell\""])
    #expect(complete("quotes | where speaker == “re") == ["“Renn”"])
    #expect(complete("quotes | where speaker in [\"Renn\", ").first == "\"Mara Dell\"")
    #expect(complete("quotes | where words > 3 and speaker == re").first == "\"Renn\"")
    #expect(complete("quotes | where not speaker == \"") == ["\"Mara Dell\"", "\"Renn\""])
    // Only there: not in a function, another pipeline, or another comparison.
    #expect(!complete("quotes | where speaker == lower(").contains("\"Renn\""))
    #expect(!complete("quotes | where speaker == $(quotes | where ").contains("\"Renn\""))
    #expect(!complete("quotes | where speaker == \"x\" and ").contains("\"Renn\""))
    #expect(complete("quotes | where speaker ~ \"") == [])
    #expect(complete("quotes | where words == \"") == [])
  }

  @Test func operatorsFollowOperands() {
    #expect(complete("quotes | where words > 3 ") == ["and", "or"])
    #expect(complete("quotes | where words > 3 a") == ["and"])
    #expect(complete("quotes | where speaker ") == ["==", "!=", "in", "<", "<=", ">", ">=", "~"])
    #expect(complete("quotes | where words ").contains("+"))
    #expect(complete("quotes | where not words > 3 ") == ["and", "or"])
    #expect(complete("quotes | where speaker") == ["speaker"])
    #expect(complete("quotes | derive x = words ").first == "==")
  }

  @Test func otherNamesLeadToTheName() {
    #expect(complete("quotes --by spokes") == ["\"Mara Dell\""])
    #expect(complete("quotes --by foreign min") == ["\"Mara Dell\""])
    #expect(complete("quotes --by \"foreign min") == ["\"Mara Dell\""])
    #expect(complete("quotes --by foreign zzz") == [])
    let completion = TestSession().engine.completion(
      in: "quotes --by foreign min", at: 23, provider: Words())
    #expect(completion.replacing == TextRange(12, 23))
    #expect(
      completion.candidates.map(\.summary) == ["foreign ministry spokesperson · spokesperson"])
    #expect(completion.note == "some are not known")
  }

  @Test func caseAndAccentsDoNotMatter() {
    #expect(complete("quotes --by DELL") == ["\"Mara Dell\""])
    #expect(complete("quotes --by déll") == ["\"Mara Dell\""])
    #expect(complete("quotes | WHE") == ["where"])
  }

  @Test func whatBeginsWithItStandsBeforeWhatHoldsIt() {
    #expect(complete("quotes --by enn") == ["Renn"])
    #expect(complete("quotes --by a") == [])
    #expect(complete("quotes | ort") == ["sort"])
    #expect(complete("quotes | s", used: "sort") == ["sort", "select"])
    #expect(complete("quotes | s") == ["select", "sort"])
  }

  @Test func modulesAreOfferedInQuotationMarks() {
    #expect(complete("use ") == ["\"speech.brief\""])
    #expect(complete("use \"sp") == ["\"speech.brief\""])
  }

  @Test(arguments: [
    ("Zoë Ångström", "ANG", CandidateFit.word), ("Łódź", "lodz", .beginning),
    ("Østby", "ostb", .beginning), ("Straße", "strass", .beginning), ("al-Amin", "am", .word),
    ("Kyiv", "iv", .inside), ("Москва", "моск", .beginning), ("Renn", "x", nil),
    ("Renn", "", .beginning), ("O’Neill", "o’n", .beginning),
  ])
  func lettersLeadToNames(name: String, typed: String, fit: CandidateFit?) {
    #expect(TypedLetters(typed).fit(FoldedText.folded(name)) == fit)
  }

  @Test func variablesAndFields() {
    let setup = "let talks = $(quotes)\nlet first = $(briefings | one)"
    #expect(complete("$", after: setup) == ["$first", "$talks"])
    #expect(complete("$t", after: setup) == ["$talks"])
    #expect(complete("print $", after: setup) == ["$first", "$talks"])
    #expect(complete("quotes | where words > $", after: setup) == ["$first", "$talks"])
    #expect(complete("print $first.", after: setup) == ["title", "date", "lines"])
    #expect(complete("print $first.da", after: setup) == ["date"])
    #expect(complete("$talks | where spe", after: setup) == ["speaker"])
    #expect(complete("let here = 1; print $h") == ["$here"])
    #expect(complete("let n: d") == ["date", "duration"])
  }

  @Test func nothingIsOfferedForInventions() {
    #expect(complete("let ") == [])
    #expect(complete("quotes | derive ") == [])
    #expect(complete("quotes | rename words as ") == [])
    #expect(complete("# quo") == [])
  }

  @Test func theRestOfTheLineIsLeftAlone() {
    #expect(complete("quotes | so‸ words") == ["sort"])
    #expect(complete("quo‸tes") == ["quotes"])
    let completion = TestSession().engine.completion(in: "quotes | so", at: 11, provider: Words())
    #expect(completion.replacing == TextRange(9, 11))
  }

  @Test func offsetsOutsideTheLineDoNoHarm() {
    let engine = TestSession().engine
    #expect(engine.completion(in: "q", at: 99, provider: Words()).candidates.count == 2)
    #expect(!engine.completion(in: "q", at: -1, provider: Words()).candidates.isEmpty)
    _ = engine.completion(in: "“é", at: 1, provider: Words())
  }
}
