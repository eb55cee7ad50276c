import BriefSource

/// What the comments of a script say that it prints, or what is wrong with it.
///
/// `# expect: TEXT` after a statement is a line that the statement prints as TSV; several of them
/// give its lines in order, the names of the columns first. `# expect-error: ID` says that the
/// script is wrong on purpose.
public struct ScriptExpectations: Sendable {
  /// What a statement has to print.
  public struct Printed: Sendable {
    /// Where the statement begins.
    public let statement: Int
    /// The lines.
    public let lines: [Line]
  }

  /// A line that has to be printed.
  public struct Line: Sendable, Hashable {
    /// The line, without space at its end.
    public let text: String
    /// The comment that says so.
    public let range: TextRange
  }

  /// What statements have to print, in text order; of other statements nothing is expected.
  public let printed: [Printed]
  /// The ids of the errors that the script has on purpose, in text order.
  public let errors: [Line]
  /// Comments that stand before the first statement, so that there is nothing they could be about.
  public let misplaced: [TextRange]
  /// Comments that stand inside a statement, as in the block of a loop: what is printed there is no
  /// more than a part of what the statement prints.
  public let enclosed: [TextRange]
  /// Comments that look as if they were to say what is expected, and are not read.
  public let misspelt: [TextRange]
  /// Whether the script can fail: it expects something, asserts something or has an exercise.
  public let isTest: Bool

  /// Reads the expectations of the script in `source`; nothing is run.
  ///
  /// Linear in the length of the source.
  public init(_ source: Source) {
    let script = Parser.parse(source)
    var printed: [Printed] = []
    var errors: [Line] = []
    var misplaced: [TextRange] = []
    var enclosed: [TextRange] = []
    var misspelt: [TextRange] = []
    var next = script.statements.startIndex
    for comment in script.comments {
      while next < script.statements.endIndex, script.statements[next].range.end <= comment.start {
        next += 1
      }
      let text = source[comment]
      if let id = Self.value(of: "# expect-error:", in: text) {
        errors.append(Line(text: String(id.drop(while: \.isWhitespace)), range: comment))
      } else if let line = Self.value(of: "# expect:", in: text) {
        let isInside =
          next < script.statements.endIndex && script.statements[next].range.start < comment.start
        if isInside {
          enclosed.append(comment)
          continue
        }
        guard next > script.statements.startIndex else {
          misplaced.append(comment)
          continue
        }
        let statement = script.statements[next - 1].range.start
        let expected = Line(text: line, range: comment)
        if printed.last?.statement == statement, let last = printed.popLast() {
          printed.append(Printed(statement: statement, lines: last.lines + [expected]))
        } else {
          printed.append(Printed(statement: statement, lines: [expected]))
        }
      } else if Self.rightForm(of: text) != nil {
        misspelt.append(comment)
      }
    }
    self.printed = printed
    self.errors = errors
    self.misplaced = misplaced
    self.enclosed = enclosed
    self.misspelt = misspelt
    isTest =
      !printed.isEmpty || !errors.isEmpty || !misplaced.isEmpty || !enclosed.isEmpty
      || !misspelt.isEmpty
      || script.tokens.contains { token in
        token.kind == .word && script.keywords.contains(token.range.start)
          && ["assert", "exercise"].contains(source[token.range])
      }
  }

  /// How a comment begins that looks as if it were to say what is expected: `# expect:` or
  /// `# expect-error:`; `nil` for one that begins so, and for any other.
  ///
  /// It looks so when its first word is one of these in any spelling with a colon after it, or is
  /// just `expect`.
  static func rightForm(of comment: String) -> String? {
    let marks = ["# expect:", "# expect-error:"]
    if marks.contains(where: { comment.hasPrefix($0) }) { return nil }
    let rest = comment.drop { $0 == "#" || $0.isWhitespace }
    let first = rest.prefix { $0.isLetter || $0 == "-" || $0 == "_" }
    let word = first.lowercased()
    let hasColon = rest.dropFirst(first.count).first { !$0.isWhitespace } == ":"
    switch word {
    case "expect", "expect-error": return word == "expect" ? marks[0] : marks[1]
    case "expects", "expected": return hasColon ? marks[0] : nil
    case "expect_error", "expect-errors", "expects-error", "expected-error", "expecterror":
      return hasColon ? marks[1] : nil
    default: return nil
    }
  }

  /// What follows `mark` and a space at the beginning of a comment.
  private static func value(of mark: String, in comment: String) -> String? {
    guard comment.hasPrefix(mark) else { return nil }
    let rest = comment.dropFirst(mark.count)
    return comparable(String(rest.first == " " ? rest.dropFirst() : rest))
  }

  /// `line` without white space at its end, where no editor and no formatter keeps it.
  public static func comparable(_ line: String) -> String {
    line.lastIndex { !$0.isWhitespace }.map { String(line[...$0]) } ?? ""
  }
}
