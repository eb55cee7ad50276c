import BriefScript
import BriefSource
import BriefTestSupport
import SystemPackage
import Testing

/// Wrong programs and what is said of them, recorded in the files of `Wrong`.
///
/// A file holds cases: a title after `###`, a program, `---`, and the messages. `BRIEF_RECORD=1`
/// writes the messages anew; the difference is then to be read.
@Suite("Wrong programs")
struct WrongProgramTests {
  private static let directory = ProjectFiles.root + "/Tests/BriefScriptTests/Wrong/"

  @Test(arguments: [
    "arguments", "blocks", "columns", "formulas", "literals", "names", "rows", "running",
    "statements",
  ])
  func messages(file: String) throws {
    let path = Self.directory + file + ".txt"
    var actual = ""
    for testCase in try Self.cases(of: path) {
      let session = TestSession()
      let said = session.run(testCase.program)
      #expect(said.contains("["), "nothing is said of: \(testCase.program)")
      actual += "### \(testCase.title)\n\(testCase.program)\n---\n\(said)"
    }
    try expectGolden(actual, at: path)
  }

  private static func cases(of path: String) throws -> [(title: String, program: String)] {
    let text = try Source.reading(path)
    var cases: [(title: String, program: String)] = []
    var isProgram = false
    var program: [String] = []
    for index in 0..<text.lines.count {
      let line = text[text.lineRange(index)]
      if line.hasPrefix("### ") {
        cases.append((String(line.dropFirst(4)), ""))
        program = []
        isProgram = true
      } else if line == "---" {
        isProgram = false
      } else if isProgram, !cases.isEmpty {
        program.append(line)
        cases[cases.count - 1].program = program.joined(separator: "\n")
      }
    }
    return cases
  }
}
