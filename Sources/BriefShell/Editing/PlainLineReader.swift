import BriefSource
import CEditLine
import Glibc

/// Reads statements line by line from a terminal that cannot move its cursor.
final class PlainLineReader {
  private let input: TerminalInput
  private let output: OutputChannel

  init(input: Int32, output: Int32) {
    self.input = TerminalInput(descriptor: input)
    self.output = OutputChannel(output)
  }

  /// Shows `prompt` and reads lines, `continuation` before all but the first, as long as
  /// `isIncomplete` says so.
  func readLine(
    prompt: String, continuation: String, isIncomplete: (String) -> Bool
  ) -> LineEditor.Line {
    for signal in [SIGINT, SIGHUP, SIGTERM] { brief_signal_watch(signal) }
    var text = String.UnicodeScalarView()
    try? output.write(prompt.utf8)
    while true {
      switch input.next(stoppingFor: Self.isStopped) {
      case .scalar("\n"):
        let line = String(text)
        guard isIncomplete(line) else { return .text(DisplayText.composed(line)) }
        text.append("\n")
        try? output.write(continuation.utf8)
      case .scalar(let scalar): text.append(scalar)
      case .signal:
        guard brief_signal_take(SIGINT) else { return .closed }
        input.discard()
        try? output.write("\n".utf8)
        return .interrupted
      case .end:
        try? output.write("\n".utf8)
        return text.isEmpty ? .end : .text(DisplayText.composed(String(text)))
      }
    }
  }

  private static func isStopped() -> Bool {
    [SIGINT, SIGHUP, SIGTERM].contains { brief_signal_is_pending($0) }
  }
}
