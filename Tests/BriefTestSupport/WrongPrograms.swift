import Testing

/// Files of wrong programs and what is said of them.
///
/// A file holds cases: a title after `###`, a program, `---`, and the messages. `BRIEF_RECORD=1`
/// writes the messages anew; the difference is then to be read.
public enum WrongPrograms {
  /// Compares the messages in the file at `path` with what `run` gives for its programs.
  public static func expectMessages(at path: String, _ run: (String) throws -> String) throws {
    var actual = ""
    for testCase in cases(of: try TextFile.read(path)) {
      let said = try run(testCase.program)
      #expect(said.contains("["), "nothing is said of: \(testCase.program)")
      actual += "### \(testCase.title)\n\(testCase.program)\n---\n\(said)"
    }
    try expectGolden(actual, at: path)
  }

  private static func cases(of text: String) -> [(title: String, program: String)] {
    var cases: [(title: String, program: String)] = []
    var isProgram = false
    var program: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
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
