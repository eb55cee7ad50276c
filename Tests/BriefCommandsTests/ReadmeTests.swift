import BriefCommands
import BriefScript
import BriefShell
import BriefSource
import BriefTestSupport
import Testing

/// What README shows is what the program prints.
@Suite(.serialized) struct ReadmeTests {
  static let path = "\(ProjectFiles.root)/README.md"
  private static let briefing = "harbour-ministry-week-1"

  @Test func theTourIsTrue() throws {
    let shell = try TestShell(Self.briefing)
    try Self.expect(between: "<!-- tour -->", and: "<!-- end of tour -->") { block in
      try Self.replay(block) { line in
        try shell.run(line).map { ValueRenderer(width: 100).render($0).plain }.joined()
      }
    }
  }

  @Test func theMistakeIsExplained() throws {
    let shell = try TestShell(Self.briefing)
    try Self.expect(between: "<!-- mistake -->", and: "<!-- end of mistake -->") { block in
      try Self.replay(block) { line in
        let failure = #expect(throws: TestShell.Failure.self) { try shell.run(line) }
        return failure?.description ?? ""
      }
    }
  }

  @Test func everyCommandIsListed() throws {
    try Self.expect(between: "<!-- commands -->", and: "<!-- end of commands -->") { _ in
      var table = "\n| | | |\n|---|---|---|\n"
      let commands = AllCommands.working(on: Session()).all
      for subject in CommandSubject.allCases {
        for command in commands where command.subject == subject {
          table += "| \(subject.rawValue) | `\(command.name)` | \(command.purpose) |\n"
        }
      }
      return table + "\n"
    }
  }

  /// Compares the part of a file between two marks with what `make` makes of it.
  static func expect(
    between start: String, and end: String, in path: String = path,
    _ make: (String) throws -> String
  ) throws {
    let readme = try TextFile.read(path)
    let first = try #require(readme.firstRange(of: start)).upperBound
    let last = try #require(readme[first...].firstRange(of: end)).lowerBound
    let part = String(readme[first..<last])
    let made = try make(part)
    if ProcessEnvironment["BRIEF_RECORD"] != nil {
      try TextFile.write(
        String(readme[..<first]) + made + String(readme[last...]), to: path)
    } else {
      #expect(part == made)
    }
  }

  /// The text of `block` in which the output after each prompt is what `run` gives.
  static func replay(_ block: String, _ run: (String) throws -> String) throws -> String {
    var lines: [String] = []
    var isFenced = false
    var isOutput = false
    for line in block.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "```" {
        isFenced.toggle()
        isOutput = false
      }
      if isFenced, line.hasPrefix("brief> ") {
        isOutput = true
        lines.append(String(line))
        let output = try run(String(line.dropFirst("brief> ".count)))
        lines += output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
          .map(String.init)
      } else if !isOutput {
        lines.append(String(line))
      }
    }
    return lines.joined(separator: "\n")
  }
}
