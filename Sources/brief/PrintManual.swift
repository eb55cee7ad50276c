import ArgumentParser
import BriefCommands
import BriefScript
import BriefShell
import BriefSource

/// `brief manual [PAGE]`.
struct PrintManual: Subprogram {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Writes a page of the manual, for man or in Markdown.",
    discussion: "brief manual | man -l - shows it.")

  @Flag(help: "Writes the page in Markdown, not for man.")
  var markdown = false

  @Argument(help: "The page: \(Manual.Page.allCases.map(\.rawValue).joined(separator: ", ")).")
  var page: Manual.Page = .brief

  func execute() -> ExitStatus {
    let manual = Manual(commands: AllCommands.working(on: Session()))
    let text = markdown ? manual.markdown(page) : manual.roff(page)
    return ConsoleSink().writing { sink throws(ScriptError) in try sink.emit(bytes: text.utf8) }
  }
}

extension Manual.Page: ExpressibleByArgument {}
