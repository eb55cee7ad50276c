import BriefScript
import BriefSource

extension Shell {
  /// Lets the editor know what the engine knows.
  func prepare(_ editor: LineEditor) {
    let engine = engine
    let sink = sink
    editor.isIncomplete = { engine.isIncomplete($0) }
    editor.highlighting = { engine.highlight($0) }
    editor.expectation = { engine.hint(after: $0) }
    editor.externalEditor = ExternalEditor()
    editor.refusesEditor = options.refusesEditor
    editor.report = { sink.report($0) }
  }

  /// Whether `text` asks for the user's editor.
  static func asksForEditor(_ text: String) -> Bool {
    let words = text.split { $0.isWhitespace }
    return words.count == 1 && words[0] == "edit"
  }

  /// The most messages that are shown of one statement that was typed or pasted.
  private static let mostMessages = 20

  /// Reports what is wrong; at the prompt, where a text may have been pasted instead of statements,
  /// only the first of very many messages.
  func reportFirst(of diagnostics: [Diagnostic]) {
    let shown = sink.isInteractive ? Self.mostMessages : diagnostics.count
    for diagnostic in diagnostics.prefix(shown) { sink.report(diagnostic) }
    guard diagnostics.count > shown else { return }
    sink.say(
      "… and \(diagnostics.count - shown) more messages\n"
        + "If this is a text and no statements, save it as a file and load that.\n")
  }
}
