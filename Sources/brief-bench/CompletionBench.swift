import BriefAnalysis
import BriefCommands
import BriefScript
import BriefSource
import Glibc

/// Measures how soon a menu of completion is there, with a thousand briefings loaded.
struct CompletionBench {
  /// The texts of the briefings, taken in turn.
  let texts: [Source]
  /// How many briefings are loaded.
  let count: Int
  /// How often each menu is asked for.
  let runs: Int

  private static let lines = [
    "q", "quotes | where ", "quotes --by ", "quotes --by a", "quotes --by spokes",
    "quotes --about ", "quotes --about mini", "quotes | where speaker == ", "mentions f",
  ]

  /// A row for each beginning of a line: before anything of the briefings was read, for the first
  /// menu after all of it was, and for those that follow.
  func rows() -> [[String]] {
    let session = Session()
    for index in 0..<count {
      let text = texts[index % texts.count]
      session.add(Briefing(Source(name: "\(index).txt", text: text[text.range])))
    }
    let commands = AllCommands.working(on: session)
    let engine = Engine(commands: commands, output: Nowhere())
    func measure(_ line: String, _ provider: SessionCompletion) -> Double {
      let clock = ContinuousClock()
      let start = clock.now
      _ = engine.completion(in: line, at: line.utf8.count, provider: provider)
      return (clock.now - start).milliseconds
    }
    let unread = SessionCompletion(session, commands: commands)
    let first = Self.lines.map { measure($0, unread) }
    for briefing in session.briefings { _ = briefing.quotes }
    return zip(Self.lines, first).map { line, before in
      let provider = SessionCompletion(session, commands: commands)
      let cold = measure(line, provider)
      let times = (0..<runs).map { _ in measure(line, provider) }.sorted()
      return [
        "“\(line)”", "\(count)", decimal(before), decimal(cold), decimal(median(times)),
        decimal(times[times.count - 1]),
      ]
    }
  }

  /// Takes results and does nothing with them.
  private final class Nowhere: OutputSink {
    func emit(_ value: Value) throws(ScriptError) {}
    func report(_ diagnostic: Diagnostic) {}
  }
}
