import BriefScript
import BriefSource
import CEditLine
import Glibc

/// Runs scripts that say what they print, and compares.
public final class ScriptTests {
  private let sink: ConsoleSink
  private let makeEngine: (any OutputSink) -> Engine
  private var passed = 0
  private var failed = 0
  private var status = ExitStatus.fine

  /// Creates a run of tests.
  ///
  /// - Parameter engine: Makes an engine for one script, with nothing loaded.
  public init(_ sink: ConsoleSink, engine: @escaping (any OutputSink) -> Engine) {
    self.sink = sink
    makeEngine = engine
  }

  /// Runs the scripts at `paths`, one line of output for each, and then says how many passed.
  ///
  /// Of a directory those scripts are run that can fail, in it and below; a file that is named is
  /// run in any case. They run in the directory that the program was started in.
  public func run(_ paths: [String]) -> ExitStatus {
    for signal in [SIGINT, SIGTERM, SIGHUP] { brief_signal_watch(signal) }
    var scripts: [Source] = []
    for path in paths {
      do {
        guard let files = try ScriptFiles.below(path) else {
          if let script = script(path) { scripts.append(script) }
          continue
        }
        let found = files.compactMap { script($0) }
        let tests = found.filter { ScriptExpectations($0).isTest }
        if tests.isEmpty, found.count == files.count { reportNothing(below: path) }
        scripts += tests
      } catch {
        sink.report(Diagnostic(id: "unreadable-input", severity: .error, error.description))
        status = status.worse(than: .unreadable)
      }
    }
    let written = sink.writing { sink throws(ScriptError) in
      for script in scripts { try sink.emit(bytes: Array(try report(on: script).utf8)) }
      try sink.emit(bytes: Array("\(passed) passed, \(failed) failed\n".utf8))
    }
    return status.worse(than: written)
  }

  /// Reads a script, or reports why it cannot be read.
  private func script(_ path: String) -> Source? {
    do {
      return try Source.script(at: path)
    } catch {
      sink.report(error.diagnostic)
      status = status.worse(than: .unreadable)
      return nil
    }
  }

  private func reportNothing(below path: String) {
    sink.report(
      Diagnostic(
        id: "no-tests", severity: .error, "no script below '\(path)' says what has to hold",
        help: "expected a .brief file with '# expect:' comments, assertions or exercises"))
    status = status.worse(than: .wrongScript)
  }

  // MARK: One script

  /// Runs a script and says how it went.
  private func report(on script: Source) throws(ScriptError) -> String {
    let expectations = ScriptExpectations(script)
    let recorder = StatementRecorder()
    let engine = makeEngine(recorder)
    engine.isInterrupted = Shell.isInterrupted
    engine.statementBegins = { recorder.begin($0) }
    let outcome = engine.run(script, from: .script(arguments: [:]))
    if case .interrupted = outcome { throw .interrupted }

    var report = ""
    var ending = ExitStatus(outcome)
    let errors = outcome.errors
    if expectations.errors.isEmpty || errors.isEmpty {
      for error in errors { report += DiagnosticRenderer().render(error).plain }
    }
    if !expectations.errors.isEmpty {
      let difference = difference(expectations.errors, errors, in: script)
      report += difference
      ending = difference.isEmpty ? .fine : ending.worse(than: .assertionFailed)
    }
    for range in expectations.misplaced {
      report += place(range, in: script) + "the comment has to follow a statement\n"
      ending = .wrongScript
    }
    for range in expectations.enclosed {
      report += place(range, in: script)
      report += "the comment stands inside a statement; what all of that prints stands after it\n"
      ending = .wrongScript
    }
    for range in expectations.misspelt {
      report += place(range, in: script)
      report += "the comment is not read: write `# expect: …` or `# expect-error: …`\n"
      ending = .wrongScript
    }
    // Of a script that stopped by mistake it is not known what it would have printed.
    if ending == .fine {
      for printed in expectations.printed {
        report += difference(printed.lines, recorder.lines[printed.statement] ?? [], in: script)
      }
      if !report.isEmpty { ending = .assertionFailed }
    }
    status = status.worse(than: ending)
    if ending == .fine {
      passed += 1
    } else {
      failed += 1
    }
    let title = DisplayText.harmless(script.name)
    if ending == .fine { return "ok \(title)\n" }
    return "FAILED \(title)\n" + indented(DisplayText.harmless(report, keepingLineEnds: true))
  }

  /// What is said of the errors that a script has not, and of those that nobody expects.
  private func difference(
    _ expected: [ScriptExpectations.Line], _ found: [Diagnostic], in script: Source
  ) -> String {
    var text = ""
    let ids = Set(found.map(\.id))
    for line in expected where !ids.contains(line.text) {
      text += place(line.range, in: script)
      text += "expected: error \(line.text)\nfound:    "
      text += ids.isEmpty ? "no error\n" : "error " + ids.sorted().joined(separator: ", ") + "\n"
    }
    for error in found where !expected.contains(where: { $0.text == error.id }) {
      text += DiagnosticRenderer().render(error).plain
    }
    return text
  }

  /// The first line in which what was printed differs from what should have been.
  private func difference(
    _ expected: [ScriptExpectations.Line], _ found: [String], in script: Source
  ) -> String {
    let same = zip(expected, found).prefix { $0.text == $1 }.count
    if same == expected.count, same == found.count { return "" }
    let range = same < expected.count ? expected[same].range : expected[expected.count - 1].range
    return place(range, in: script)
      + "expected: \(same < expected.count ? expected[same].text : "no more lines")\n"
      + "found:    \(same < found.count ? found[same] : "no more lines")\n"
  }

  private func place(_ range: TextRange, in script: Source) -> String {
    "\(script.name):\(script.lineNumber(at: range.start))\n"
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n").map { "  \($0)\n" }.joined()
  }
}

extension Engine.Outcome {
  /// What stopped the script.
  fileprivate var errors: [Diagnostic] {
    switch self {
    case .failed(let diagnostics): diagnostics.filter { $0.severity == .error }
    case .assertionFailed(let diagnostic): [diagnostic]
    case .finished, .interrupted, .quit: []
    }
  }
}
