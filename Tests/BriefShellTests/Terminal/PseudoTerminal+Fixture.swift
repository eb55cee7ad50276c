import BriefTestSupport
import Testing

extension PseudoTerminal {
  /// The line editor alone, which says what it has read, with its prompt shown.
  static func fixture(
    in home: TemporaryDirectory, _ environment: [String: String] = [:], columns: Int = 80,
    rows: Int = 24
  ) throws -> PseudoTerminal {
    var variables = ["HOME": home.path]
    variables.merge(environment) { $1 }
    let terminal = try #require(
      PseudoTerminal(
        "brief-shell-fixture", environment: variables, columns: columns, rows: rows))
    try #require(terminal.wait(for: "fix>"))
    return terminal
  }
}
