import ArgumentParser
import BriefSource

/// Measures the program from outside, as its users meet it.
@main
struct BriefBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief-bench",
    abstract: "Measures how soon brief answers, its language, and how many words it annotates.")

  @Option(help: "The program to measure.")
  var program: String

  @Option(help: "The briefing that is asked about.")
  var briefing: String

  @Option(help: "How often each question is asked.")
  var runs = 30

  @Option(help: "How many words to annotate at least; the texts are repeated until they suffice.")
  var words = 250_000

  @Option(help: "How many rows the table has that pipelines are run over.")
  var rows = 1_000_000

  @Option(help: "How many briefings are loaded when menus of completion are asked for.")
  var loaded = 1000

  @Option(help: "Where files may be put.")
  var directory = "/tmp"

  @Option(help: "A Python that has the module duckdb.")
  var python: String?

  @Option(help: "The script that Python is to run.")
  var duckdbScript: String?

  @Option(help: "The program jq.")
  var jq: String?

  @Argument(help: "The texts to annotate.")
  var texts: [String]

  func validate() throws {
    if runs < 1 { throw ValidationError("--runs takes a number from 1 on") }
    if rows < 1 { throw ValidationError("--rows takes a number from 1 on") }
    if loaded < 1 { throw ValidationError("--loaded takes a number from 1 on") }
    if words < 1 { throw ValidationError("--words takes a number from 1 on") }
    if texts.isEmpty { throw ValidationError("there is no text to annotate") }
  }

  func run() throws {
    var table = PlainTable([
      .left("start to answer"), .right("runs"), .right("min ms"), .right("median ms"),
      .right("max ms"), .right("CPU ms"),
    ])
    try table.append(startUp("print, no briefing", ["-c", "print \"ready\""]))
    let size = try wordCount(briefing)
    try table.append(startUp("quotes, \(size) words", ["-c", "quotes", briefing]))
    try table.append(startUp("entities, \(size) words", ["-c", "entities", briefing]))
    try table.append(startUp("topics, \(size) words", ["-c", "topics", briefing]))
    try table.append(startUp("five stages, \(size) words", ["-c", Self.fiveStages, briefing]))
    print(table.text)

    table = PlainTable([
      .left("language"), .right("runs"), .right("min ms"), .right("median ms"), .right("max ms"),
      .right("CPU ms"),
    ])
    try table.append(LanguageBench(runs: runs).checking())
    print("\n" + table.text)

    let peers = RowsBench.Peers(python: python, script: duckdbScript, jq: jq)
    let bench = RowsBench(
      program: program, runs: runs, rows: rows, directory: directory, peers: peers)
    print("\n" + (try bench.table().text))

    table = PlainTable([
      .left("completion of"), .right("loaded"), .right("unread ms"), .right("first ms"),
      .right("median ms"), .right("max ms"),
    ])
    let sources = try texts.map { try Source.reading($0) }
    for row in CompletionBench(texts: sources, count: loaded, runs: runs).rows() {
      table.append(row)
    }
    print("\n" + table.text)

    table = PlainTable([
      .left("annotate"), .right("texts"), .right("words"), .right("CPU s"), .right("wall s"),
      .right("words/s"), .right("peak MB"),
    ])
    for (name, format) in [
      ("everything", "jsonl"), ("tags, lemmas, trees", "conllu"), ("tags, names", "conll"),
    ] {
      try table.append(annotation(name, as: format))
    }
    print("\n" + table.text)

    table = PlainTable([.left("engine"), .right("words"), .right("CPU s"), .right("words/s")])
    for row in try engine().rows() { table.append(row) }
    print("\n" + table.text)
  }

  /// A pipeline of five stages over one briefing.
  private static let fiveStages =
    "quotes | where words > 3 and speaker != missing | sort words --desc "
    + "| select speaker, quote, words | take 5"

  /// The texts, repeated until they hold enough words.
  private func engine() throws -> EngineBench {
    var count = 0
    for text in texts { count += try wordCount(text) }
    if count == 0 { throw BenchError("the texts hold no words") }
    let rounds = (words + count - 1) / count
    let sources = try texts.map { try Source.reading($0) }
    return EngineBench(
      texts: (0..<rounds).flatMap { _ in sources }, words: count * rounds)
  }

  /// Runs a question many times and sums up how long the whole process took.
  private func startUp(_ name: String, _ arguments: [String]) throws -> [String] {
    // The first run pays for reading the program from the disk.
    _ = try ChildProcess.run(program, arguments)
    let outcomes = try (0..<runs).map { _ in try ChildProcess.run(program, arguments) }
    let times = outcomes.map(\.elapsed.milliseconds).sorted()
    // What it takes when nothing else runs; on a busy machine the clock says more.
    let processor = outcomes.map(\.processor.milliseconds).sorted()
    return [
      name, "\(runs)", decimal(times[0]), decimal(median(times)), decimal(times[times.count - 1]),
      decimal(median(processor)),
    ]
  }

  /// Annotates the texts, repeated until they hold enough words, in one process.
  private func annotation(_ name: String, as format: String) throws -> [String] {
    var count = 0
    for text in texts { count += try wordCount(text) }
    if count == 0 { throw BenchError("the texts hold no words") }
    let rounds = (words + count - 1) / count
    let paths = (0..<rounds).flatMap { _ in texts }
    let outcome = try ChildProcess.run(program, ["annotate", "--format", format] + paths)
    let total = count * rounds
    // The time on the processor, not on the wall, says what one core does.
    let seconds = outcome.processor.milliseconds / 1000
    return [
      name, "\(paths.count)", "\(total)", decimal(seconds, 2),
      decimal(outcome.elapsed.milliseconds / 1000, 2), "\(Int(Double(total) / seconds))",
      decimal(outcome.peakMegabytes),
    ]
  }

  /// The number of words in a file: stretches without white space.
  private func wordCount(_ path: String) throws -> Int {
    let source: Source
    do {
      source = try Source.reading(path)
    } catch {
      throw BenchError(error.description)
    }
    var count = 0
    var isInWord = false
    for byte in source.bytes {
      let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
      if !isSpace && !isInWord { count += 1 }
      isInWord = !isSpace
    }
    return count
  }
}

/// The middle of numbers in ascending order, of which there is one at least.
func median(_ numbers: [Double]) -> Double {
  (numbers[(numbers.count - 1) / 2] + numbers[numbers.count / 2]) / 2
}

/// Why nothing could be measured.
struct BenchError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
