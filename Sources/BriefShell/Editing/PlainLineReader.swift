import BriefScript
import BriefSource
import CEditLine
import Glibc

/// Reads statements line by line from a terminal that cannot move its cursor.
final class PlainLineReader {
  private let input: TerminalInput
  private let output: OutputChannel
  /// What may stand at the end of a text; a tab at the end of a line asks for it.
  var completion: (String) -> Completion = { text in
    Completion(replacing: .at(text.utf8.count), candidates: [])
  }

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
      case .scalar("\n") where text.last == "\t":
        text = completed(String(text.dropLast(text.reversed().prefix { $0 == "\t" }.count)))
        let last = text.split(separator: "\n", omittingEmptySubsequences: false).last ?? text[...]
        let isFirst = !text.contains("\n")
        try? output.write(
          ((isFirst ? prompt : continuation) + String(String.UnicodeScalarView(last))).utf8)
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

  /// `text` with its last word completed as far as it is certain; what else it can be is listed.
  private func completed(_ text: String) -> String.UnicodeScalarView {
    let completion = completion(text)
    let candidates = completion.candidates
    let bytes = Array(text.utf8)
    guard let first = candidates.first, completion.replacing.end <= bytes.count else {
      try? output.write("nothing fits there\n".utf8)
      return text.unicodeScalars
    }
    let before = String(decoding: bytes[..<completion.replacing.start], as: UTF8.self)
    let typed = String(decoding: bytes[completion.replacing.start...], as: UTF8.self)
    if candidates.count == 1 {
      return (before + first.text + (first.isPartial ? "" : " ")).unicodeScalars
    }
    for candidate in candidates.prefix(Self.listLimit) {
      let summary = candidate.summary.isEmpty ? "" : "  " + candidate.summary
      try? output.write((DisplayText.harmless(candidate.text + summary) + "\n").utf8)
    }
    let further = candidates.count - Self.listLimit
    if further > 0 { try? output.write("… and \(further) more\n".utf8) }
    let common = CompletionMenu.commonPrefix(candidates.map(\.text))
    let isFurther = common != typed && CompletionMenu.continues(typed, with: common)
    return (before + (isFurther ? common : typed)).unicodeScalars
  }

  /// How many candidates are listed.
  private static let listLimit = 20

  private static func isStopped() -> Bool {
    [SIGINT, SIGHUP, SIGTERM].contains { brief_signal_is_pending($0) }
  }
}
