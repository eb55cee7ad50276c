import BriefTestSupport
import Testing

/// Which characters and colours a terminal is given.
@Suite(.serialized) struct AlphabetTests {
  private let home = TemporaryDirectory()

  @Test(arguments: [
    (["LANG": "C"], true), (["LANG": "en_GB.ISO-8859-1"], true), (["LANG": "C.UTF-8"], false),
    (["LANG": "C", "LC_ALL": "de_DE.utf8"], false), (["LANG": "C", "LC_CTYPE": "C.UTF-8"], false),
    ([:], false), (["TERM": "dumb", "LANG": "C.UTF-8"], true),
  ])
  func linesAreDrawnWithWhatTheTerminalShows(
    _ environment: [String: String], _ isPlain: Bool
  ) throws {
    var variables = ["HOME": home.path, "NO_COLOR": "1"]
    variables.merge(environment) { $1 }
    let terminal = try #require(
      PseudoTerminal(
        "/bin/sh", ["-c", "echo 'lines 1' | \(PseudoTerminal.products)/brief-shell-fixture shell"],
        environment: variables))
    #expect(terminal.waitForEnd() == .exited(0))
    let text = String(decoding: terminal.output, as: UTF8.self)
    #expect(text.contains(" # | n | text") == isPlain, "\(text)")
    #expect(text.contains(" # │ n │ text") == !isPlain, "\(text)")
    #expect(text.contains("---+---+") == isPlain, "\(text)")
  }
}
