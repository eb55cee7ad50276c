import BriefAnalysis
import BriefScript
import BriefSource

/// Puts names of what is loaded into the lines of examples.
///
/// `{speaker}` is whoever is quoted most, `{role}` a role that leads to somebody, `{entity}` what is
/// spoken of most and is no person, `{word}` the best keyphrase, `{stem}` the beginning of a word of
/// it, `{file}` a briefing, `{table}` a table, `{progress}` the progress files of a class. Where
/// nothing fits they are words that would fit many briefings.
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
      ("{speaker}", { speaker }), ("{role}", { role }), ("{entity}", { entity }),
      ("{word}", { keyword }), ("{stem}", { stem }),
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

  /// The role that most briefings speak of, where it leads to somebody; otherwise a name.
  private var role: String {
    let isKnown =
      session.current.isEmpty
      || session.current.prefix(3).contains {
        !$0.entities.named("spokesperson", in: $0.source).isEmpty
      }
    return isKnown ? "spokesperson" : speaker
  }

  private var entity: String {
    names.candidates("entities", prefix: "").first { !$0.summary.hasPrefix("person") }?.text
      ?? "ministry"
  }

  private var keyword: String {
    session.current.lazy.compactMap { $0.keyphrases.first?.text }.first ?? "talks"
  }

  private var stem: String {
    guard let phrase = session.current.lazy.compactMap({ $0.keyphrases.first?.text }).first,
      let word = phrase.split(separator: " ").last
    else { return "terror*" }
    return word.prefix(max(4, word.count - 2)) + "*"
  }

  /// `text` as one argument.
  private static func quoted(_ text: String) -> String {
    let isBare =
      !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber || "-./_*".contains($0) }
    if isBare { return text }
    return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
