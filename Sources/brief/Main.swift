import ArgumentParser
import BriefShell
import Glibc

@main
enum Main {
  static func main() {
    do {
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
}
