import BriefScript
import BriefSource

/// Makes a script of lines of the session.
struct KeepCommand: Command {
  var numbers: [String] = []
  var path: String?
  var force = false

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "keep", .shell, "Makes a script of lines of this session and all that they depend on.",
      discussion: """
        Lines go by the numbers that history shows; 5-7 is all from the fifth to the seventh. What \
        they depend on comes along: what loaded the briefings, chose the focus and read the actors, \
        the variables and functions they use, and the table that show and why mean. The script says \
        which files it needs and is checked before it is written; run with brief run, it gives what \
        the lines gave. A file that exists is replaced only with --force.
        """,
      input: .nothing, output: .fixed(.nothing),
      parameters: [
        .arguments("lines", \.numbers, "numbers of lines, such as 3 or 5-7", isRequired: true),
        .path("file", after: "as", .write, \.path, "the script to write, a .brief file"),
        .flag("force", \.force, "replace the file if there is one"),
      ],
      examples: [
        Example("keep 1 as {out}/weekly.brief", "the first line as a script"),
        Example("keep 3 5-7 as {out}/weekly.brief --force", "lines 3, 5, 6 and 7, once more"),
      ])
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    let prompt = context.host.prompt
    try context.requirePrompt(prompt, "keep")
    if context.host.prompt.isReplaying { return .nothing }
    guard let path else { return .nothing }
    guard path.hasSuffix(".brief") else {
      throw context.failure(
        "unknown-format", "a script's name ends with .brief, '\(path)' does not",
        parameter: "file", help: "did you mean '\(path).brief'?")
    }
    prompt.request { engine throws(ScriptError) in
      let lines = prompt.past
      let chosen = try chosenNumbers(lines, context)
      let script = KeptScript(lines, numbers: chosen, commands: engine.commands)
      for line in script.leftOut {
        context.report(
          context.warning(
            "left-out-line", "line \(line.number) is left out: \(line.reason)",
            parameter: "lines"))
      }
      guard !script.kept.isEmpty else {
        throw context.failure(
          "no-such-line", "none of these lines can stand in a script", parameter: "lines",
          help: "history shows the lines and their numbers")
      }
      if let name = script.unclearFunctions.first {
        throw context.failure(
          "unkept-line",
          "a function uses '$\(name)', which was bound anew between the lines",
          parameter: "lines",
          help: "give the function the value as an argument, or keep fewer lines")
      }
      let text = script.text(numbers: numbers.joined(separator: " "))
      try check(text, path, engine, context)
      do throws(WritingError) {
        try AtomicFile.write(Array(text.utf8), to: HomePath.expanding(path), replacing: force)
      } catch {
        var help: String?
        if case .exists = error { help = "add --force to replace it" }
        throw context.failure("unwritable-file", error.description, parameter: "file", help: help)
      }
      return .text(Self.confirmation(script.kept.sorted().map { lines[$0].text }, path))
    }
    return .nothing
  }

  /// The most lines that are said to have been kept.
  private static let mostShown = 8

  /// Says which lines were kept, for the numbers of others are easily typed.
  private static func confirmation(_ kept: [String], _ path: String) -> String {
    var text = "Kept \(kept.count) \(kept.count == 1 ? "line" : "lines") as \(path):\n"
    for line in kept.prefix(mostShown) {
      let first = line.prefix { $0 != "\n" }
      text += "  " + first + (first.count < line.count ? " …" : "") + "\n"
    }
    if kept.count > mostShown { text += "  … and \(kept.count - mostShown) more\n" }
    return text + "Run them: brief run \(path)"
  }

  /// The numbers that were asked for, in the order of the session.
  private func chosenNumbers(
    _ lines: [PromptLine], _ context: CommandContext<Session>
  ) throws(ScriptError) -> [Int] {
    let known = Set(lines.compactMap(\.number))
    var chosen: Set<Int> = []
    for (index, text) in numbers.enumerated() {
      guard let range = RowSelection.range(text), range.lowerBound >= 1
      else {
        throw context.failure(
          "no-such-line", "'\(text)' is no number of a line and no range such as 5-7",
          parameter: "lines", index: index, help: "history shows the lines and their numbers")
      }
      let found = known.filter { range.contains($0) }
      guard !found.isEmpty else {
        let most = known.max() ?? 0
        throw context.failure(
          "no-such-line", "there is no line \(text) in this session",
          parameter: "lines", index: index,
          help: most == 0 ? "nothing has been typed yet" : "it has lines 1 to \(most)")
      }
      chosen.formUnion(found)
    }
    return chosen.sorted()
  }

  /// Sees to it that the script is right, before it is written.
  private func check(
    _ text: String, _ path: String, _ engine: Engine, _ context: CommandContext<Session>
  ) throws(ScriptError) {
    // An engine of its own knows nothing of what the prompt has bound.
    let checking = Engine(commands: engine.commands, output: SilentReports())
    let source = Source(name: path, text: text)
    let findings = checking.check(source, from: .script(arguments: nil))
    if let error = findings.first(where: { $0.severity == .error }) {
      throw context.failure(
        "unkept-line", "these lines make no script: \(error.message)", parameter: "lines",
        help: error.range.map {
          "it stands in: \(source[source.lineRange(source.lines.line(at: $0.start))])"
        })
    }
    for finding in findings { context.report(finding) }
  }
}

/// Takes results and reports, and does nothing with them.
private final class SilentReports: OutputSink {
  func emit(_ value: Value) throws(ScriptError) {}
  func report(_ diagnostic: Diagnostic) {}
}
