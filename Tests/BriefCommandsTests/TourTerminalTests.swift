import BriefTestSupport
import Testing

/// The tour as a person at a terminal walks it.
@Suite(.serialized) struct TourTerminalTests {
  private let home = TemporaryDirectory()

  private func start(_ environment: [String: String] = [:]) throws -> PseudoTerminal {
    var variables = ["HOME": home.path, "NO_COLOR": "1"]
    variables.merge(environment) { $1 }
    let terminal = try #require(PseudoTerminal("brief", environment: variables, rows: 60))
    try #require(terminal.wait(for: "brief>", seconds: 20))
    return terminal
  }

  @Test(arguments: ["xterm", "dumb"])
  func enterAloneGoesOn(term: String) throws {
    let terminal = try start(["TERM": term])
    #expect(terminal.screen.text.contains("New here? tour shows how"))
    terminal.send("tour\r")
    #expect(terminal.wait(for: "tour next, back or stop.\nbrief>"), "\(terminal.screen.text)")
    terminal.send("\r")
    #expect(
      terminal.wait(seconds: 20) { $0.text.hasSuffix("\n  quotes | take 5\nbrief>") },
      "\(terminal.screen.text)")
    #expect(terminal.screen.text.contains("load harbour-ministry-week-1.txt\n #"))
    terminal.send("print 1\r")
    #expect(terminal.wait { $0.text.hasSuffix("print 1\n1\nbrief>") })
    terminal.send("\r")
    #expect(
      terminal.wait(seconds: 20) { $0.allText.contains("Tour 3/10 · Why") },
      "\(terminal.screen.text)")
    #expect(terminal.wait { $0.text.hasSuffix("\n  why 3\nbrief>") })
    terminal.send("tour stop\r")
    #expect(terminal.wait { $0.allText.contains("That was the tour") })
    #expect(terminal.wait { $0.text.hasSuffix("\nbrief>") })
    terminal.send("\r")
    #expect(terminal.wait { $0.text.hasSuffix("brief>\nbrief>") || term == "dumb" })
    terminal.send("\u{4}")
    #expect(terminal.waitForEnd() == .exited(0))
  }
}
