import BriefTestSupport
import Glibc
import Testing

/// What a person sees who goes to an editor of their own and comes back.
@Suite(.serialized) struct ExternalEditorTests {
  private let home = TemporaryDirectory()

  private func start(_ environment: [String: String]) throws -> PseudoTerminal {
    var variables = ["HOME": home.path, "NO_COLOR": "1", "TMPDIR": home.path]
    variables.merge(environment) { $1 }
    let terminal = try #require(
      PseudoTerminal("brief-shell-fixture", ["shell"], environment: variables))
    try #require(terminal.wait(for: "brief>"))
    return terminal
  }

  /// A program that does `commands` with the file `$1`.
  private func editor(_ commands: String) -> String {
    home.write("#!/bin/sh\n" + commands + "\n", to: "an editor")
    chmod(home.path + "/an editor", 0o700)
    return "'\(home.path)/an editor'"
  }

  /// What is left in the place for temporary files.
  private func leftovers() throws -> [String] {
    let run = try ProgramRun("/bin/ls", [home.path], in: home.path, environment: [:])
    return run.output.split(separator: "\n").map(String.init).filter { $0.hasPrefix("brief-") }
  }

  @Test func theLineGoesToTheEditorAndComesBack() throws {
    let editor = editor(
      #"stat -c %a "$1" "$(dirname "$1")" > seen; cat "$1" >> seen; printf 'print 1\n  2\n\n' > "$1""#
    )
    let terminal = try start(["VISUAL": "cd '\(home.path)' && \(editor)", "EDITOR": "false"])
    terminal.send("print 7")
    #expect(terminal.wait { $0.text.hasSuffix("brief> print 7") })
    terminal.send("\u{18}\u{5}")
    #expect(
      terminal.wait { $0.text.hasSuffix("brief> print 7\nbrief> print 1\n  ...>   2") },
      "\(terminal.screen.text)")
    #expect(home.text(of: "seen") == "600\n700\nprint 7\n")
    #expect(try leftovers() == [])
    #expect(terminal.screen.isBracketingPastes)
    terminal.send("\u{3}")
    #expect(terminal.wait { $0.text.hasSuffix("^C\nbrief>") })
  }

  @Test func theLastEntryIsEditedByTheWord() throws {
    let editor = editor(#"sed -i s/1/22/ "$1""#)
    let terminal = try start(["EDITOR": editor])
    terminal.send("print 1\r")
    #expect(terminal.wait { $0.text.hasSuffix("print 1\n1\nbrief>") })
    terminal.send("edit\r")
    #expect(terminal.wait { $0.text.hasSuffix("brief> edit\nbrief> print 22") })
    terminal.send("\r")
    #expect(terminal.wait { $0.text.hasSuffix("brief> print 22\n22\nbrief>") })
    #expect(home.text(of: ".local/state/brief/history") == "print 1\nprint 22\n")
  }

  @Test(arguments: [
    ("exit 3", "it ended with exit code 3, so the text is as it was"),
    (#"printf '\377' > "$1""#, "what it left is not UTF-8"),
    (#"rm "$1""#, "what it left cannot be read: no such file or directory"),
    (#"kill -9 $$"#, "it ended with exit code 137, so the text is as it was"),
  ])
  func theLineIsKeptWhenTheEditorFails(commands: String, reason: String) throws {
    let editor = editor(commands)
    let terminal = try start(["EDITOR": editor])
    terminal.send("print 7")
    #expect(terminal.wait { $0.text.hasSuffix("brief> print 7") })
    terminal.send("\u{18}\u{5}")
    #expect(terminal.wait { $0.text.hasSuffix("\nbrief> print 7") && $0.text.contains("error[") })
    let text = terminal.screen.text.replacing("\n", with: "")
    #expect(text.contains("error[editor-failed]: the editor '"))
    #expect(text.contains(reason), "\(terminal.screen.text)")
    #expect(try leftovers() == [])
    terminal.send("\r")
    #expect(terminal.wait { $0.text.hasSuffix("brief> print 7\n7\nbrief>") })
  }

  @Test func withoutAnEditorThereIsAWayOut() throws {
    let terminal = try start([:])
    terminal.send("edit\r")
    #expect(terminal.wait { $0.text.contains("error[no-editor]") && $0.text.hasSuffix("brief>") })
    #expect(terminal.screen.text.contains("help: start brief with one, as in EDITOR=nano brief"))
  }

  @Test func anInterruptIsTheEditorsOwn() throws {
    let editor = editor(
      #"trap 'echo caught; exit 0' INT; echo started; while :; do sleep 0.05; done"#)
    let terminal = try start(["EDITOR": editor])
    terminal.send("print 7")
    #expect(terminal.wait { $0.text.hasSuffix("brief> print 7") })
    terminal.send("\u{18}\u{5}")
    #expect(terminal.wait(for: "started"))
    terminal.send("\u{3}")
    #expect(terminal.wait { $0.text.contains("caught") && $0.text.hasSuffix("brief> print 7") })
    terminal.send("\r")
    #expect(terminal.wait { $0.text.hasSuffix("brief> print 7\n7\nbrief>") })
  }
}
