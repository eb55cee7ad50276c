import BriefScript
import BriefSource
import BriefTestSupport
import Testing

private final class NoWords: CompletionProvider {
  func candidates(_ kind: String, prefix: String) -> [Completion.Candidate] { [] }
}

@Suite("Robustness")
struct RobustnessTests {
  /// Right programs that use every production, to be damaged.
  private static let programs = [
    "brief 1\n# who speaks\nlet recent = $(load briefings/*.txt --date 2025-11-14 | where date >= 2025-11)",
    "quotes --by \"Mara Dell\" --least=3 | where words > 10 and not direct or speaker == missing",
    "quotes | derive half = words / 2, long = half > 3.5e0\n  | select speaker, half | sort half --desc",
    "quotes | group speaker, date [ n = count(), w = sum(words) / count(), all = list(quote) ]",
    "let few = $(quotes | where words in 1..5 | take 3); $few | count by speaker | print",
    "assert $(quotes | count) >= 6 else “too few: ” + text($(quotes | count))",
    "quotes | where quote ~ r\"(?i)talks?\\b\" | rename speaker as who | distinct who",
    "print (1 + 2 * -3 % 4) [a, \"b c\", 2025-11] missing true -5 \"\\u{2019}\\n\"",
    "let b = $(briefings | one)\nprint ($b.title ?? \"none\") $b.date\n$b | quotes | describe",
    "print \"\"\"\n  one\n    two \\\"\"\"\n  \"\"\" (replace(\"a1\", r\"\\d\", \"x\"))",
    "for $b in $(briefings) { $b | quotes | each $q { print $q } }\nexercise \"x\" { title \"y\" }",
  ]

  private static let words =
    [
      "quotes", "where", "derive", "group", "let", "assert", "else", "and", "or", "not", "in",
      "speaker", "words", "count()", "sum(words)", "$x", "$few", "$(", ")", "(", "[", "]", "{", "}",
      "|", ",", ";", "\n", "=", "==", "<", "..", "??", "~", "r\"", "\"", "“", "”", "\"\"\"", "\\",
      "--by", "--", "-", "2025-11", "1e9", "9223372036854775807", ".", "$", "#", " ", "missing",
      "brief 1", "select", "sort", "take", "print", "\u{0}", "é",
    ]

  @Test(arguments: 0..<8)
  func damagedProgramsNeverTrap(seed: Int) {
    var random = Random(seed: UInt64(seed))
    let engine = TestSession().engine
    for _ in 0..<400 {
      var text = random.pick(Self.programs) ?? ""
      if random.once(in: 2) { text += "\n" + (random.pick(Self.programs) ?? "") }
      text = TextMutator.mutate(text, with: &random)
      for _ in 0..<random.below(4) { splice(&text, with: &random) }
      exercise(engine, text, with: &random)
    }
  }

  @Test(arguments: 0..<4)
  func wordSaladNeverTraps(seed: Int) {
    var random = Random(seed: UInt64(seed + 100))
    let engine = TestSession().engine
    for _ in 0..<500 {
      var text = ""
      for _ in 0..<random.below(30) {
        text += random.pick(Self.words) ?? ""
        if random.once(in: 2) { text += " " }
      }
      exercise(engine, text, with: &random)
    }
  }

  private func splice(_ text: inout String, with random: inout Random) {
    var characters = Array(text.unicodeScalars)
    let place = random.below(characters.count + 1)
    characters.insert(contentsOf: Array((random.pick(Self.words) ?? "").unicodeScalars), at: place)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: characters)
    text = String(view)
  }

  /// Everything an engine can do with a text; what it says must point into the text.
  private func exercise(_ engine: Engine, _ text: String, with random: inout Random) {
    let source = Source(name: "damaged", text: text)
    let found = engine.check(source)
    for diagnostic in found {
      #expect(diagnostic.source === source && !diagnostic.message.isEmpty)
      let end = diagnostic.range?.end ?? 0
      #expect(end <= source.bytes.count)
      _ = DiagnosticRenderer().render(diagnostic)
    }
    let analysis = engine.analysis(of: source)
    let wholeScript = engine.check(source, from: .script(arguments: nil))
    #expect(analysis.findings.map(\.id) == wholeScript.map(\.id))
    let symbols = analysis.symbols
    #expect(zip(symbols, symbols.dropFirst()).allSatisfy { $0.range.end <= $1.range.start })
    for symbol in symbols {
      let written = source[symbol.range]
      #expect(written.contains(symbol.name) || written.contains("\\"), "\(text)")
      #expect(symbol.range.end <= source.bytes.count)
      guard let place = symbol.place else { continue }
      #expect(analysis.occurrences(ofNameBoundAt: place).first?.isBinding == true, "\(text)")
    }
    let isWrong = found.contains { $0.severity == .error }
    switch engine.run(source) {
    case .failed(let errors):
      #expect(!errors.isEmpty)
      #expect(!isWrong || errors.count == found.count)
    case .finished, .assertionFailed, .interrupted, .quit: #expect(!isWrong, "\(text)")
    }
    _ = engine.isIncomplete(text)
    let offset = random.below(source.bytes.count + 1)
    let completion = engine.completion(in: text, at: offset, provider: NoWords())
    #expect(completion.replacing.end <= source.bytes.count)
    let highlighted = engine.highlight(text)
    #expect(zip(highlighted, highlighted.dropFirst()).allSatisfy { $0.range.end <= $1.range.start })
  }

  // MARK: Extremes

  @Test(arguments: [
    "(", "[", "$(", "$(print (", "-", "not ", "a.", "1 + (", "abs(", "[ ", "1 ?? ",
  ])
  func deepNestingIsAMistakeAndNothingWorse(piece: String) {
    let engine = TestSession().engine
    let deep = String(repeating: piece, count: piece == "(" ? 100_000 : 20_000)
    for text in [
      "print (" + deep, "quotes | where " + deep,
    ] {
      #expect(engine.check(Source(name: "deep", text: text)).contains { $0.severity == .error })
    }
    _ = engine.completion(in: deep, at: deep.utf8.count, provider: NoWords())
  }

  @Test(arguments: ["+ 1 ", "and true ", ".a", "| take 1 ", ", a = 1 ", "== 1 "])
  func longChains(piece: String) {
    let engine = TestSession().engine
    let chain = String(repeating: piece, count: 20_000)
    for start in [
      "print (1 ", "quotes | where true ", "quotes ", "quotes | derive b = 1 ", "let x = $y",
    ] {
      _ = engine.check(Source(name: "long", text: start + chain))
    }
  }

  @Test func longLinesAndManyMistakes() {
    let session = TestSession()
    let long = String(repeating: "x", count: 1_000_000)
    #expect(session.engine.check(Source(name: "a", text: long)).count == 1)
    #expect(session.run("print \"" + long + "\"").utf8.count == 1_000_001)
    #expect(session.engine.check(Source(name: "a", text: "print \"" + long)).count == 1)
    let quotes = String(repeating: "\"", count: 300_001)
    #expect(!session.engine.check(Source(name: "a", text: "print " + quotes)).isEmpty)
    let list = "print (count([" + String(repeating: "1,", count: 200_000) + "]))"
    #expect(session.run(list) == "200000\n")
    let wrong = String(repeating: "frob\n", count: 5000)
    #expect(session.engine.check(Source(name: "a", text: wrong)).count == 5000)
    let lines = String(repeating: "\n#\n", count: 100_000)
    #expect(session.run("quotes" + lines + "| count" + lines) == "6\n")
    let open = String(repeating: "print (\n", count: 20_000)
    #expect(!session.engine.check(Source(name: "a", text: open)).isEmpty)
  }

  @Test func everyExampleOfTheLanguageRuns() {
    for word in StageWord.all {
      #expect(!TestSession().run(word.example.line).contains("error["), "\(word.example.line)")
    }
    for aggregate in AggregateDeclaration.all {
      let line = "quotes | derive topic = 1 | group speaker [ \(aggregate.example) ]"
      #expect(!TestSession().run(line).contains("error["), "\(line)")
    }
  }
}
