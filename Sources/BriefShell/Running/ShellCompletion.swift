import BriefScript

/// Adds the names of files to what the program knows.
final class ShellCompletion: CompletionProvider {
  private let words: any CompletionProvider

  init(_ words: any CompletionProvider) { self.words = words }

  func candidates(_ kind: String, prefix: String) -> [Completion.Candidate] {
    guard kind == "files" else { return words.candidates(kind, prefix: prefix) }
    return FileCompletion(home: Terminal.environment("HOME")).candidates(prefix: prefix)
  }
}
