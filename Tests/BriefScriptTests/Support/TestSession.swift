import BriefScript
import BriefScriptTestSupport
import BriefSource

/// An engine with the test commands, and everything that came out of it as text.
final class TestSession: OutputSink {
  let newsroom = Newsroom()
  private(set) var output = ""
  private(set) var values: [Value] = []
  private(set) var remarks: [Diagnostic] = []
  lazy var engine = Engine(
    commands: CommandSet(Newsroom.allCommands(on: newsroom)), output: self)

  func emit(_ value: Value) throws(ScriptError) {
    values.append(value)
    output += Self.render(value)
  }

  func report(_ diagnostic: Diagnostic) { remarks.append(diagnostic) }

  /// Runs `text` and gives what it printed, then what went wrong.
  @discardableResult
  func run(
    _ text: String, name: String = "test", from origin: Engine.Origin = .prompt
  ) -> String {
    output = ""
    let source = Source(name: name, text: text)
    switch engine.run(source, from: origin) {
    case .finished: return output
    case .failed(let diagnostics):
      return output + diagnostics.map { DiagnosticRenderer().render($0).plain }.joined()
    case .assertionFailed(let diagnostic):
      return output + DiagnosticRenderer().render(diagnostic).plain
    case .interrupted: return output + "interrupted\n"
    case .quit: return output + "quit\n"
    }
  }

  /// What is said of a script before it runs.
  func remarks(on text: String) -> String {
    engine.check(Source(name: "test", text: text), from: .script(arguments: nil))
      .map { DiagnosticRenderer().render($0).plain }.joined()
  }

  /// The value of a formula, or what is wrong with it.
  func value(of formula: String) -> String {
    let printed = run("print (\(formula))")
    return printed.hasSuffix("\n") ? String(printed.dropLast()) : printed
  }

  /// A table as lines of cells with bars between them; anything else on a line.
  static func render(_ value: Value) -> String {
    switch value {
    case .table(let table):
      var text = table.type.names.joined(separator: " | ") + "\n"
      for row in 0..<table.count {
        text += table.record(row).cells.map(\.plainText).joined(separator: " | ") + "\n"
      }
      return text
    case .page(let page): return page.plain
    case .missing: return "missing\n"
    default: return value.plainText + "\n"
    }
  }
}
