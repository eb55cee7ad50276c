import ArgumentParser
import BriefCommands
import BriefScript
import BriefShell
import BriefSource

/// `brief explain-error [ID]`.
struct ExplainError: Subprogram {
  static let configuration = CommandConfiguration(
    commandName: "explain-error",
    abstract: "Explains a message by its id, or lists all ids.")

  @OptionGroup var output: OutputOptions

  @Argument(help: "The id, which stands in brackets after the word error, warning or note.")
  var id: String?

  func execute() -> ExitStatus {
    let sink = ConsoleSink(output.console)
    let page: Page
    if let id {
      guard let found = ErrorPages.page(of: id) else {
        sink.report(
          Diagnostic(
            id: "unknown-message", severity: .error, "there is no message '\(id)'",
            help: ErrorPages.nearest(to: id).map { "did you mean '\($0)'?" }
              ?? "`brief explain-error` lists the ids"))
        return .wrongScript
      }
      page = found
    } else {
      page = ErrorPages.list
    }
    return sink.writing { sink throws(ScriptError) in try sink.emit(.page(page)) }
  }
}
