import ArgumentParser
import BriefCommands
import BriefShell

/// The program's arguments.
///
/// Nothing but wiring stands here: what is done is done by the modules.
struct Brief: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "Reads press briefings: who said what, about whom, in which words.",
    discussion: """
      brief FILE… opens the shell with the files loaded. At its prompt, help lists the commands.
      Results go to standard output, all else to standard error.

      Exit codes: 0 fine; 1 an assertion failed; 2 the script or the arguments are wrong;
      3 a file could not be read or written; 130 interrupted.
      """,
    version: BriefVersion.current,
    subcommands: [Interactive.self, Run.self, Check.self, Annotate.self],
    defaultSubcommand: Interactive.self)
}

@main
enum Main {
  static func main() {
    let status: ExitStatus
    do {
      var command = try Brief.parseAsRoot()
      if let program = command as? any Subprogram {
        status = program.execute()
      } else {
        try command.run()
        status = .fine
      }
    } catch {
      status = .of(argumentError: error)
    }
    Console.exit(status)
  }
}
