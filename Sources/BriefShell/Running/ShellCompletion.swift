import BriefScript

/// Adds the names of files, and what was typed before, to what the program knows.
final class ShellCompletion: CompletionProvider {
  private let words: any CompletionProvider
  /// Gives the lines typed before, the oldest first.
  var typedLines: () -> [String] = { [] }
  private var uses: [Substring: Int] = [:]
  private var counted = 0
  /// How many of the last lines are looked at.
  private static let reach = 1_000

  init(_ words: any CompletionProvider) { self.words = words }

  func candidates(_ kind: String, prefix: String) -> [Completion.Candidate] {
    let parts = kind.split(separator: " ").map(String.init)
    guard parts.first == "files" else { return words.candidates(kind, prefix: prefix) }
    return FileCompletion(home: Terminal.environment("HOME"))
      .candidates(prefix: prefix, endings: Array(parts.dropFirst()))
  }

  func values(
    of column: TableType.Column, in rows: RowKind?, prefix: String
  ) -> [Completion.Candidate] {
    words.values(of: column, in: rows, prefix: prefix)
  }

  func summary(ofChoice word: String) -> String? { words.summary(ofChoice: word) }

  func note(_ kind: String) -> String? { words.note(kind) }

  func uses(of candidate: Completion.Candidate) -> Int {
    count()
    // A function is offered with the bracket that follows it.
    return uses[candidate.text.prefix { $0 != "(" }] ?? 0
  }

  /// Counts the words of the lines that came since it was last asked.
  private func count() {
    let lines = typedLines()
    guard lines.count > counted else { return }
    for line in lines[max(counted, lines.count - Self.reach)...] {
      for word in Self.words(of: line) { uses[word, default: 0] += 1 }
    }
    counted = lines.count
  }

  /// The words of a line; what stands between quotation marks is one, without them.
  private static func words(of line: String) -> [Substring] {
    var words: [Substring] = []
    for (index, part) in line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
    {
      if index.isMultiple(of: 2) {
        words += part.split { " |,;()[]\n".contains($0) }
      } else if !part.isEmpty {
        words.append(part)
      }
    }
    return words
  }
}
