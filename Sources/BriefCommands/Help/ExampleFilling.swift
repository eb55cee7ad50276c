import BriefAnalysis
import BriefScript
import BriefSource

/// Puts names of what is loaded into the lines of examples.
///
/// `{speaker}` is whoever is quoted most, `{entity}` what is spoken of most and is no person, `{word}` the best
/// keyphrase, `{file}` a briefing, `{table}` a table,
/// `{progress}` the progress files of a class. Where nothing fits they are words that would fit many briefings.
public struct ExampleFilling {
  private let session: Session

  /// Creates a filling that looks at `session`.
  public init(_ session: Session) { self.session = session }

  /// The line of `example` as it can be typed.
  ///
  /// Reading quotations and keyphrases is done when they are asked for the first time.
  public func line(_ example: Example) -> String {
    var line = example.line
    for (mark, word) in [
      ("{speaker}", { speaker }), ("{entity}", { entity }), ("{word}", { keyword }),
      ("{file}", { session.briefings.first?.source.name ?? "briefing.txt" }),
      ("{table}", { "table.csv" }), ("{progress}", { "*.progress" }),
      ("{out}/", { "" }),
    ] as [(String, () -> String)] where line.contains(mark) {
      line = line.replacing(mark, with: Self.quoted(word()))
    }
    return line
  }

  private var names: SessionCompletion {
    SessionCompletion(session, commands: CommandSet([]))
  }

  private var speaker: String {
    names.candidates("speakers", prefix: "").first?.text ?? "spokesperson"
  }

  private var entity: String {
    names.candidates("entities", prefix: "").first { !$0.summary.hasPrefix("person") }?.text
      ?? "ministry"
  }

  private var keyword: String {
    session.current.lazy.compactMap { $0.keyphrases.first?.text }.first ?? "talks"
  }

  /// `text` as one argument.
  private static func quoted(_ text: String) -> String {
    let isBare = text.allSatisfy { $0.isLetter || $0.isNumber || "-./_*".contains($0) }
    if isBare { return text }
    return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
