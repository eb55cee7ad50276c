import BriefScript
import BriefShell
import BriefSource
import Glibc

/// A program for the terminal tests: an editor that says what it read, or, when its argument is
/// `shell`, a shell with a few commands.
///
/// In the editor a text is incomplete while a bracket is open or when it ends with `|`, and words
/// complete to a few names.
@main
enum Fixture {
  private static let words = [
    "quotes", "quit", "load", "entities", "--about", "--by", "Andrabi", "Anwar", "Zoë", "naïve",
  ]

  static func main() {
    if CommandLine.arguments.dropFirst().first == "shell" {
      let shell = FixtureShell.make()
      if Shell.isInteractive { exit(shell.interact().code) }
      exit(shell.runStandardInput().code)
    }
    edit()
  }

  private static func edit() -> Never {
    let history = History(path: Terminal.environment("BRIEF_HISTORY"))
    guard let editor = LineEditor(settings: Terminal.environment("EDITRC")) else {
      print("no editor")
      exit(9)
    }
    if let problem = history.problem { print("problem: \(problem.message)") }
    for entry in history.entries { editor.remember(entry) }
    editor.isIncomplete = isIncomplete
    editor.completion = completion
    while true {
      switch editor.readLine(prompt: "fix> ") {
      case .text(let text):
        history.append(text)
        editor.remember(text)
        print("read \(text.unicodeScalars.count): \(text.debugDescription)")
        if text == "quit" { exit(0) }
      case .interrupted: print("interrupted")
      case .end:
        print("end")
        exit(0)
      case .closed: exit(7)
      }
    }
  }

  private static func isIncomplete(_ text: String) -> Bool {
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
    }
    return depth > 0 || text.hasSuffix("|")
  }

  private static func completion(_ text: String, _ offset: Int) -> Completion {
    let before = Array(text.utf8.prefix(offset))
    let start = (before.lastIndex(of: 0x20) ?? before.lastIndex(of: 0x0A)).map { $0 + 1 } ?? 0
    let word = String(decoding: before[start...], as: UTF8.self)
    var candidates: [Completion.Candidate] = []
    if word.hasPrefix("many") {
      candidates = (100..<400).map { .init("many\($0)", "number \($0)") }
    } else {
      candidates = words.filter { $0.lowercased().hasPrefix(word.lowercased()) }.map { .init($0) }
    }
    return Completion(replacing: TextRange(start, offset), candidates: candidates)
  }
}
