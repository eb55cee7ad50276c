import ArgumentParser
import BriefShell
import Glibc

@main
enum Main {
  static func main() {
    do {
      if let script = scriptToExplain() { exit(script.showHelp().code) }
      var command = try Brief.parseAsRoot()
      guard let program = command as? any Subprogram else {
        // Help and the version are commands of the parser's own.
        try command.run()
        return
      }
      exit(program.execute().code)
    } catch {
      let message = Brief.fullMessage(for: error)
      guard Brief.exitCode(for: error).isSuccess else {
        ConsoleSink().say(message + "\n")
        exit(ExitStatus.wrongScript.code)
      }
      print(message)
    }
  }

  /// The script whose own help is wanted, as in `brief run week.brief --help`; the parser would
  /// show that of `run`.
  private static func scriptToExplain() -> Run? {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.first == Run.configuration.commandName else { return nil }
    let isHelp: (String) -> Bool = { $0 == "--help" || $0 == "-h" }
    let options = arguments.prefix { $0 != "--" }
    guard options.contains(where: isHelp) else { return nil }
    let rest = options.filter { !isHelp($0) } + arguments.dropFirst(options.count)
    return try? Brief.parseAsRoot(Array(rest)) as? Run
  }
}
