import BriefScript
import BriefSource
import CEditLine
import Glibc

/// Asks at the terminal that statements are typed at, for commands that need answers.
///
/// What is typed there is no statement: it does not go into the history, and ends with its line.
final class ShellLines: LineSource {
  private let reader: Shell.Reader

  init(_ reader: Shell.Reader) { self.reader = reader }

  func line(prompt: String, offering offered: [Completion.Candidate]) -> TypedLine {
    let line: LineEditor.Line
    switch reader {
    case .plain(let reader):
      line = reader.readLine(prompt: prompt, continuation: "") { _ in false }
    case .editing(let editor):
      let (isIncomplete, completion) = (editor.isIncomplete, editor.completion)
      defer { (editor.isIncomplete, editor.completion) = (isIncomplete, completion) }
      editor.isIncomplete = { _ in false }
      editor.completion = { Self.completion(in: $0, at: $1, of: offered) }
      line = editor.readLine(prompt: prompt)
    }
    switch line {
    case .text(let text): return .text(text)
    case .interrupted: return .interrupted
    case .end, .closed: return .end
    }
  }

  /// The words of `offered` that go on from one of the words before `offset`, the longest stretch
  /// first: "by il" is completed by a name of two words too.
  static func completion(
    in text: String, at offset: Int, of offered: [Completion.Candidate]
  ) -> Completion {
    let before = String(decoding: Array(text.utf8.prefix(offset)), as: UTF8.self)
    var starts = [before.startIndex]
    for index in before.indices where before[index] == " " {
      starts.append(before.index(after: index))
    }
    for start in starts {
      let begun = before[start...].lowercased()
      let fitting = offered.filter { candidate in
        let text = candidate.text.lowercased()
        return text.hasPrefix(begun)
          || !begun.isEmpty && text.split(separator: " ").contains { $0.hasPrefix(begun) }
      }
      if !fitting.isEmpty {
        let first = before.utf8.distance(from: before.startIndex, to: start)
        return Completion(replacing: TextRange(first, offset), candidates: fitting)
      }
    }
    return Completion(replacing: .at(offset), candidates: [])
  }
}
