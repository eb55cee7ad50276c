import ArgumentParser
import BriefCommands
import BriefServer
import BriefShell
import SystemPackage

/// `brief lsp`.
struct LanguageServer: Subprogram {
  static let configuration = CommandConfiguration(
    commandName: "lsp",
    abstract: "Serves editors over standard input and output (Language Server Protocol).",
    discussion: """
      It checks the scripts that the editor has open. It runs nothing, and reads no file but the \
      modules that a script uses. It ends with exit code 0 when the editor asked it to shut down, \
      and with 1 otherwise.
      """)

  /// Several clients add it, whatever they are told.
  @Flag(help: .hidden)
  var stdio = false

  func execute() -> ExitStatus {
    let session = Session()
    let commands = AllCommands.working(on: session)
    let server = ScriptServer(
      commands: commands, completion: SessionCompletion(session, commands: commands),
      version: Brief.configuration.version)
    return ExitStatus(code: server.run(input: .standardInput, output: .standardOutput))
  }
}
