import BriefAnalysis
import BriefScript
import BriefSource

extension ErrorPage {
  /// What is said of an example of the page.
  public enum Saying {
    /// Findings, with their places in the example.
    case findings([Diagnostic])
    /// What the program writes.
    case text(String)
  }

  /// What the program says of the wrong example.
  ///
  /// A script runs in a session of its own over invented briefings; examples that would touch
  /// files are not run.
  public var saying: Saying {
    if case .commandLine(let text) = subject { return .text(text) }
    return .findings(findings(in: wrong).filter { $0.id == id })
  }

  /// Everything that is found in `example`, one of the two of this page; nothing in a command line.
  public func findings(in example: String) -> [Diagnostic] {
    switch subject {
    case .script: ExampleRun().findings(in: [example])
    case .prompt:
      ExampleRun().findings(in: example.split(separator: "\n").map(String.init))
    case .briefing: Briefing(Source(name: "example.txt", text: example)).problems
    case .actors: ActorFile(Source(name: "actors.tsv", text: example)).problems
    case .commandLine: []
    }
  }
}

/// Runs scripts over the example briefings and keeps what is said beside their results.
private final class ExampleRun: OutputSink {
  private let session = ExampleBriefings.session
  private var found: [Diagnostic] = []

  func findings(in scripts: [String]) -> [Diagnostic] {
    let engine = Engine(
      commands: AllCommands.working(on: session), output: SessionSink(session, next: self))
    for script in scripts {
      switch engine.run(Source(name: "example", text: script)) {
      case .failed(let diagnostics): found += diagnostics
      case .assertionFailed(let diagnostic): found.append(diagnostic)
      case .finished, .interrupted, .quit: break
      }
    }
    return found
  }

  func emit(_ value: Value) throws(ScriptError) {}
  func report(_ diagnostic: Diagnostic) { found.append(diagnostic) }
}
