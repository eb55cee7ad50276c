import ArgumentParser
import BriefCommands
import BriefScript
import BriefShell
import BriefSource

/// `brief doc SCRIPT…`.
struct DescribeScript: Subprogram {
  static let configuration = CommandConfiguration(
    commandName: "doc",
    abstract: "Writes what scripts say of themselves, in Markdown.",
    discussion: """
      Of each script its first comment, how it is called, its parameters, what it needs, its \
      functions, modules and exercises. Nothing is run.
      """)

  @Argument(help: "The scripts, .brief files.")
  var scripts: [String]

  func execute() -> ExitStatus {
    let sink = ConsoleSink()
    let engine = Workplace.engine(writingTo: sink)
    var pages: [String] = []
    for path in scripts {
      let source: Source
      do {
        source = try Source.script(at: path)
      } catch {
        sink.report(error.diagnostic)
        return .unreadable
      }
      let errors = engine.check(source, from: .script(arguments: nil))
        .filter { $0.severity == .error }
      if !errors.isEmpty {
        for error in errors { sink.report(error) }
        return .of(errors: errors)
      }
      pages.append(ScriptOutline(source).markdown(path: path))
    }
    return sink.writing { sink throws(ScriptError) in
      try sink.emit(bytes: Array(pages.joined(separator: "\n").utf8))
    }
  }
}

extension Run {
  /// Says how the script is called and what it is for.
  func showHelp() -> ExitStatus {
    let workplace = Workplace(output)
    guard let source = workplace.script(script) else { return .unreadable }
    let page =
      ScriptOutline(source).markdown(path: script)
      + "\n`brief run --help` lists the options of the program.\n"
    return workplace.shell.sink.writing { sink throws(ScriptError) in
      try sink.emit(bytes: Array(page.utf8))
    }
  }
}
