import BriefScript
import BriefSource
import SeededRandom

/// Checks damaged programs, which must end with findings and never with a trap.
///
/// A trap ends the process; everything else that is wrong is said. The same seed damages the same
/// programs in the same way.
public final class ScriptFuzzer: OutputSink {
  private var random: Random
  private var generator: ProgramGenerator
  /// Programs without a mistake, so that the checker is reached with little damage.
  private let programs: [String]
  private lazy var engine = Engine(commands: FuzzCommands.all, output: self)
  /// How many programs were tried.
  public private(set) var count = 0
  /// How many of them still had the form of a program, and were laid out anew.
  public private(set) var formatted = 0
  /// How many of them had no mistake at all.
  public private(set) var right = 0

  /// Creates a fuzzer.
  public init(seed: UInt64) {
    random = Random(seed: seed)
    generator = ProgramGenerator(seed: seed)
    programs = Self.rightPrograms
  }

  /// Right programs that use every statement and stage.
  public static let rightPrograms = [
    "brief 1\n# who speaks\nparam since: date = 2025-10-01 \"first day\"\nneeds read \"briefings/\"\n"
      + "let recent = $(load briefings/*.txt --date 2025-11-14 | where date >= $since)\n$recent | count",
    "quotes --by \"Mara Dell\" --least=3 --kind direct | where words > 10 and not direct or speaker == missing",
    "quotes | derive half = words / 2, long = half > 3.5e0\n  | select speaker, half | sort half --desc",
    "quotes | group speaker, date [ n = count(), w = sum(words) / count(), all = list(topics) ]",
    "let few = $(quotes | where words in 1..5 | take 3); $few | count by speaker | print",
    "assert $(quotes | count) >= 6 else “too few: ” + text($(quotes | count))",
    "quotes | where speaker ~ r\"(?i)talks?\\b\" | rename speaker as who | select who",
    "print (1 + 2 * -3 % 4) [a, \"b c\", 2025-11] missing true -5 \"\\u{2019}\\n\"",
    "print \"\"\"\n  one\n    two \\\"\"\"\n  \"\"\" (replace(\"a1\", r\"\\d\", \"x\"))",
    "def loudest(of: table, n: int = 3) -> table \"the most\" { $of | sort words --desc | take $n }\n"
      + "loudest $(quotes) 2\nquotes | loudest --n 1 | count",
    "def half(n: int) -> number { ($n / 2) }\nquotes | where half(words) > 3",
    "for $q in $(quotes) { if $q.words > 3 { print $q } else if $q.direct { print 1 } else { print 2 } }",
    "quotes | each $q { $q.words } | print\nfor $i in 1..3 { for $j in [1, 2] { print ($i * $j) } }",
    "exercise \"count\" { title \"Counting\"; ask \"How many?\"; hint \"rows\"\n"
      + "  given { let all = $(quotes) }\n  check $answer == 6 else \"again\"\n"
      + "  solution { $all | count } }",
    "let d: duration = days(3)\nprint (2025-11-14 + $d) (2025-11-14 in 2025-10..2025-12) (year(2025-01))",
    "let x = ($(quotes | count) ?? 0) + 1\nprint (abs(-$x)) (lower(\"A\" + \"b\")) (count([1, 2] + [3]))",
  ]

  /// Does nothing: programs are not run.
  public func emit(_ value: Value) throws(ScriptError) {}
  /// Does nothing: what is found is asked for.
  public func report(_ diagnostic: Diagnostic) {}

  /// Damages a program.
  public func nextProgram() -> String {
    let bases = [random.pick(programs) ?? "", generator.program(), random.pick(programs) ?? ""]
    var base = random.pick(bases) ?? ""
    if random.once(in: 3) { base += "\n" + (random.pick(bases) ?? "") }
    return ScriptMutator.mutate(base, with: random.pick(bases) ?? "", &random)
  }

  /// Checks a program and says what is wrong with the findings; nothing when all is well.
  public func problems(with program: String) -> [String] {
    count += 1
    return Self.problems(with: program, engine) { isFormatted, isRight in
      if isFormatted { formatted += 1 }
      if isRight { right += 1 }
    }
  }

  private static func problems(
    with program: String, _ engine: Engine, _ note: (_ isFormatted: Bool, _ isRight: Bool) -> Void
  ) -> [String] {
    var problems: [String] = []
    let source = Source(name: "nowhere/fuzz.brief", text: program)
    let origins: [Engine.Origin] = [.prompt, .script(arguments: nil)]
    let found = engine.check(source, from: origins[program.utf8.count % 2])
    for finding in found {
      if finding.message.isEmpty { problems.append("\(finding.id) has no message") }
      let ranges = [finding.range].compactMap { $0 } + finding.labels.map(\.range)
      if finding.source !== source || finding.range == nil {
        problems.append("\(finding.id) has no place in its source")
      }
      for range in ranges where range.end > source.bytes.count {
        problems.append("\(finding.id) points beyond the end")
      }
    }
    let isRight = !found.contains { $0.severity == .error }
    _ = engine.isIncomplete(program)
    guard let text = try? Formatter.format(source) else {
      if isRight { problems.append("a right program cannot be formatted") }
      note(false, isRight)
      return problems
    }
    note(true, isRight)
    let laidOut = Source(name: source.name, text: text)
    if (try? Formatter.format(laidOut)) != text {
      problems.append("formatting it again changes it")
    }
    if words(program, engine) != words(text, engine) {
      problems.append("formatting it changes its words")
    }
    let again = engine.check(laidOut, from: origins[program.utf8.count % 2])
    if again.map(\.id) != found.map(\.id) {
      problems.append("formatting it changes its mistakes")
    }
    return problems
  }

  /// The words that have a colour, with their meaning, and then the comments, which may move.
  private static func words(_ text: String, _ engine: Engine) -> [String] {
    // A command at the very end counts as begun only.
    let source = Source(name: "", text: text + "\n")
    var words: [String] = []
    var comments: [String] = []
    for highlight in engine.highlight(text + "\n") {
      let word = source[highlight.range]
      if word.hasPrefix("#") {
        comments.append(String(word[...(word.lastIndex { !$0.isWhitespace } ?? word.startIndex)]))
      } else {
        words.append("\(highlight.role) \(word)")
      }
    }
    return words + comments
  }
}
