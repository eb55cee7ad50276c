import BriefScript
import BriefSource

/// Puts a line that was typed before in the place of `!3`, `!-2`, `!!` or `!quo`.
///
/// What follows the word stays: `!! | take 3` is the last line and a stage more.
struct LineRecall {
  /// The lines of this session with their numbers.
  let lines: [PromptLine]
  /// The lines of earlier sessions, the oldest first.
  let earlier: [String]

  /// What a typed text comes to.
  enum Outcome: Equatable {
    /// It calls no line back.
    case unchanged
    /// The line to run.
    case recalled(String)
    /// There is no such line: what is wrong, and how to mend it.
    case unknown(Diagnostic)

    static func == (left: Outcome, right: Outcome) -> Bool {
      switch (left, right) {
      case (.unchanged, .unchanged): true
      case (.recalled(let left), .recalled(let right)): left == right
      case (.unknown(let left), .unknown(let right)): left.message == right.message
      default: false
      }
    }
  }

  /// What `text` comes to.
  ///
  /// Linear in the number of lines.
  func recall(_ text: String) -> Outcome {
    let start = text.prefix { $0 == " " || $0 == "\t" }.count
    let body = text.dropFirst(start)
    guard body.first == "!" else { return .unchanged }
    let word = body.dropFirst().prefix { !$0.isWhitespace && $0 != "|" && $0 != ";" }
    let rest = body.dropFirst(word.count + 1)
    let typed = lines.filter { $0.number != nil }
    let found: String?
    if word == "!" {
      found = typed.last?.text ?? earlier.last
    } else if let number = Int(word) {
      if number < 0 {
        let all = earlier + typed.map(\.text)
        let back = number.magnitude
        found = back <= UInt(all.count) ? all[all.count - Int(back)] : nil
      } else {
        found = typed.first { $0.number == number }?.text
      }
    } else if word.isEmpty {
      found = nil
    } else {
      found =
        typed.last { $0.text.hasPrefix(word) }?.text ?? earlier.last { $0.hasPrefix(word) }
    }
    guard let found else { return .unknown(unknown(String(word), text, start, typed)) }
    return .recalled(found + rest)
  }

  private func unknown(
    _ word: String, _ text: String, _ start: Int, _ typed: [PromptLine]
  ) -> Diagnostic {
    let message: String
    if word.isEmpty {
      message = "'!' wants a number or the beginning of a line after it"
    } else if word == "!" {
      message = "no line has been typed yet"
    } else if Int(word) != nil {
      message = "there is no line \(word)"
    } else {
      message = "no line begins with '\(word)'"
    }
    let last = typed.last?.number
    return Diagnostic(
      id: "no-such-line", severity: .error, message,
      source: Source(name: "<prompt>", text: text),
      range: TextRange(start, start + 1 + word.utf8.count),
      help: last.map { "the lines of this session are 1 to \($0); history shows them" }
        ?? "history --all shows the lines of earlier sessions")
  }
}
