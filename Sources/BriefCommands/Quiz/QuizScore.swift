import BriefScript
import BriefSource

/// How the questions of one kind were answered.
struct QuizScore {
  let kind: String
  var asked = 0
  var right = 0
  var skipped = 0

  /// The columns of a score.
  static var schema: TableSchema<QuizScore> {
    TableSchema(
      RowKind("score", plural: "scores"),
      [
        .string("kind", "what was asked for; the last row is all of them") { $0.kind },
        .int("asked", "how many questions") { $0.asked },
        .int("right", "how many were answered rightly") { $0.right },
        .int("skipped", "how many were left out; they are not right") { $0.skipped },
        .number("share", "the share of right answers, 0 to 1") { score in
          score.asked == 0
            ? nil : (Double(score.right) / Double(score.asked) * 1000).rounded() / 1000
        },
      ])
  }

  /// The rows for the answers given: one for each kind asked for, then all.
  static func rows(_ answers: [(kind: QuizQuestion.Kind, outcome: Outcome)]) -> [QuizScore] {
    var rows: [QuizScore] = []
    for kind in QuizQuestion.Kind.allCases {
      let own = answers.filter { $0.kind == kind }
      if !own.isEmpty { rows.append(QuizScore(kind.rawValue, own.map(\.outcome))) }
    }
    return rows + [QuizScore("all", answers.map(\.outcome))]
  }

  /// What became of a question.
  enum Outcome { case right, wrong, skipped }

  private init(_ kind: String, _ outcomes: [Outcome]) {
    self.kind = kind
    asked = outcomes.count
    right = outcomes.count { $0 == .right }
    skipped = outcomes.count { $0 == .skipped }
  }
}
