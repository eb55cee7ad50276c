import BriefSource

// The warnings about conditions; see Messages.swift.

extension Message {
  static let afterQuit = Message(
    "unreachable", "this is never run", help: "put `quit` last, or take away what stands after it",
    severity: .warning)

  static func constantCondition(_ use: ConditionUse, holds: Bool) -> Message {
    let text =
      switch (use, holds) {
      case (.filter, true): "'where' leaves no row out: this always holds"
      case (.filter, false): "'where' leaves every row out: this never holds"
      case (.branch, true): "this always holds"
      case (.branch, false): "the block is never run: this never holds"
      case (.assertion, true): "nothing is asserted: this always holds"
      case (.assertion, false): "nothing after this is run: it never holds"
      case (.part, true), (.value, true): "this always holds"
      case (.part, false), (.value, false): "this never holds"
      }
    return Message(
      "constant-condition", text, help: "compare with something that can differ, or take it away",
      severity: .warning)
  }

  static func contradiction(_ second: String, _ first: String) -> Message {
    Message(
      "contradiction", "\(quoted(second)) never holds where \(quoted(first)) does",
      help: "`or` asks whether one of two holds", severity: .warning)
  }

  static func contradictsFilter(_ condition: String) -> Message {
    Message(
      "contradiction", "\(quoted(condition)) leaves out every row that an earlier 'where' keeps",
      help: "take one of the two away", severity: .warning)
  }

  static func notAChoice(_ text: String, of column: String, _ choices: [String]) -> Message {
    Message(
      "not-a-choice", "'\(column)' is never \(quoted(text))",
      label: "\(column): \(list(choices.map { $0.isEmpty ? "\"\"" : $0 }, limit: 24))",
      help: suggestion(Spelling.nearest(to: text, among: choices), else: nil), severity: .warning)
  }

  static func repeatedCondition(_ earlier: String) -> Message {
    Message(
      "repeated-condition", "the block is never run: \(quoted(earlier)) holds before it is asked",
      help: "ask for the narrower condition first, or take one of them away", severity: .warning)
  }
}
