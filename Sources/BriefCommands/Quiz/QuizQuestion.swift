import BriefAnalysis
import BriefScript
import BriefSource

/// One question of a quiz, with its answers and its key.
struct QuizQuestion {
  /// What is asked for.
  enum Kind: String, CaseIterable {
    case speaker, form, cue, present
  }

  let kind: Kind
  let briefing: Briefing
  /// What is asked, in one sentence.
  let question: String
  /// The words that it is asked of.
  let text: String
  /// What may be answered, in the order to show.
  let options: [String]
  /// The right one of ``options``.
  let key: Int
  /// Why it is the right one.
  let explanation: Explanation
  /// Where the words stand.
  let range: TextRange

  var place: Place { Place(briefing.source, range) }

  /// The option that `typed` means: its number, its words, their beginning, or another name of the
  /// one who is meant. `nil` when it is none or may be several.
  func option(meantBy typed: String) -> Int? {
    if let number = Int(typed) {
      return options.indices.contains(number - 1) ? number - 1 : nil
    }
    let wanted = typed.lowercased()
    if let same = options.firstIndex(where: { $0.lowercased() == wanted }) { return same }
    let begun = options.indices.filter { options[$0].lowercased().hasPrefix(wanted) }
    if begun.count == 1 { return begun[0] }
    guard kind == .speaker else { return nil }
    let meant = briefing.entities.named(typed, in: briefing.source)
    let fitting = options.indices.filter { index in
      meant.contains { briefing.entities[$0].name == options[index] }
    }
    return fitting.count == 1 ? fitting[0] : nil
  }
}

/// How questions become rows.
enum QuizRows {
  /// The columns of `quiz --list`; those of the key are missing unless `withKey`.
  static func schema(withKey: Bool) -> TableSchema<QuizQuestion> {
    TableSchema(
      RowKind("question", plural: "questions"),
      [
        .string("kind", "what is asked for: speaker, form, cue or present") { $0.kind.rawValue }
          .among(QuizQuestion.Kind.self),
        .string("question", "what is asked") { $0.question },
        .string("text", "the words that it is asked of") { $0.text },
        .strings("answers", "what may be answered") { $0.options },
        .string("key", "the right answer; with --key") { question in
          withKey ? question.options[question.key] : nil
        },
        .briefing { $0.briefing },
        // Where the words stand gives the answer away.
        .place("place", "where the words stand; with --key") { withKey ? $0.place : nil },
      ],
      place: { withKey ? $0.place : nil }, explanation: { withKey ? $0.explanation : nil })
  }
}
