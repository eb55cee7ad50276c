import BriefCommands
import BriefScript
import BriefSource
import Glibc

/// Measures the language inside one process: checking of a long script, and pipelines over a table
/// of many rows.
struct LanguageBench {
  /// How often each thing is done.
  let runs: Int

  /// How many lines the script has that is checked.
  static let lines = 10_000

  /// A row for parsing and checking.
  func checking() throws -> [String] {
    let text = Self.script(lines: Self.lines)
    let engine = Engine(commands: AllCommands.working(on: Session()), output: Nowhere())
    var times: [Time] = []
    // The first time pays for declaring the commands.
    for _ in 0...runs {
      let source = Source(name: "bench.brief", text: text)
      let found: [Diagnostic]
      (found, times) = Self.timed(times) { engine.check(source) }
      if let mistake = found.first { throw BenchError("the script is wrong: \(mistake.message)") }
    }
    return Self.row("parse and check \(Self.lines) lines", Array(times.dropFirst()))
  }

  /// Rows for reading the table at `path` and for pipelines over it.
  ///
  /// The pipelines work on the table that has been read.
  func pipelines(over path: String, _ pipelines: [(name: String, pipeline: String)]) throws
    -> [[String]]
  {
    let output = Nowhere()
    var engine = Engine(commands: AllCommands.working(on: Session()), output: output)
    var times: [Time] = []
    for _ in 0..<min(runs, 5) {
      // Another session, for one remembers the files it has read.
      engine = Engine(commands: AllCommands.working(on: Session()), output: output)
      try Self.run("let rows = $(open \"\(path)\")", engine, &times)
    }
    var rows = [Self.row("open", times)]
    for (name, pipeline) in pipelines {
      times = []
      for _ in 0..<min(runs, 9) { try Self.run("$rows \(pipeline)", engine, &times) }
      rows.append(Self.row(name, times))
    }
    return rows
  }

  private static func run(_ line: String, _ engine: Engine, _ times: inout [Time]) throws {
    let outcome: Engine.Outcome
    (outcome, times) = timed(times) { engine.run(Source(name: "bench", text: line)) }
    guard case .finished = outcome else {
      if case .failed(let diagnostics) = outcome, let mistake = diagnostics.first {
        throw BenchError("'\(line)': \(mistake.message)")
      }
      throw BenchError("'\(line)' did not run to its end")
    }
  }

  /// How many milliseconds something took, on the wall and on the processor.
  private struct Time {
    let elapsed: Double
    let processor: Double
  }

  private static func timed<Result>(
    _ times: [Time], _ body: () -> Result
  ) -> (Result, [Time]) {
    let wall = ContinuousClock()
    let start = wall.now
    let processorStart = clock()
    let result = body()
    // POSIX counts a million a second.
    let processor = Double(clock() - processorStart) / 1000
    return (result, times + [Time(elapsed: (wall.now - start).milliseconds, processor: processor)])
  }

  private static func row(_ name: String, _ times: [Time]) -> [String] {
    let sorted = times.map(\.elapsed).sorted()
    return [
      name, "\(sorted.count)", decimal(sorted[0]), decimal(median(sorted)),
      decimal(sorted[sorted.count - 1]), decimal(median(times.map(\.processor).sorted())),
    ]
  }

  /// A script of the kinds of lines that scripts have, in turn.
  static func script(lines count: Int) -> String {
    var lines = ["brief 1"]
    var part = 0
    while lines.count < count {
      part += 1
      lines += [
        "let said\(part) = $(quotes --by \"Mara Dell\" | where words > \(part % 40) "
          + "and speaker != missing | sort words --desc | take 5)",
        "$said\(part) | derive half = words / 2, long = half > 3.5 | select quote, half, long",
        "assert $($said\(part) | count) >= \(part % 3) else \"there is too little in \(part)\"",
        "quotes | group speaker [ n = count(), words = sum(words), typical = mean(words) ]",
        "  | sort words --desc | take 10",
        "entities --type person | where mentions > 2 and role != missing | select name, role",
        "let limit\(part) = \(part) * 2 + 1",
        "print \"Part \(part)\" $limit\(part) (upper(\"done\") + \" \" + text($limit\(part)))",
        "",
        "# Part \(part + 1): who speaks of what",
      ]
    }
    return lines.prefix(count).joined(separator: "\n") + "\n"
  }

  /// Takes results and does nothing with them.
  private final class Nowhere: OutputSink {
    func emit(_ value: Value) throws(ScriptError) {}
    func report(_ diagnostic: Diagnostic) {}
  }
}
