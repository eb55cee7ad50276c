import BriefScript

/// How what became of exercises becomes rows.
enum GradeRows {
  /// An exercise and what became of it.
  struct Row {
    let learner: String?
    let lesson: String
    let exercise: String
    let result: ProgressTally.Exercise?
  }

  /// A learner and what became of all their exercises.
  struct Total {
    let learner: String
    let exercises: [ProgressTally.Exercise]
    let file: String
  }

  /// The columns of `progress`.
  static var progress: TableSchema<Row> {
    TableSchema(RowKind("exercise", plural: "exercises"), columns)
  }

  /// The columns of `grade`.
  static var grade: TableSchema<Row> {
    TableSchema(
      RowKind("exercise", plural: "exercises"),
      [.string("learner", "who did it") { $0.learner }] + columns)
  }

  /// The columns of `grade --total`.
  static var totals: TableSchema<Total> {
    TableSchema(
      RowKind("learner", plural: "learners"),
      [
        .string("learner", "who it is") { $0.learner },
        .int("lessons", "in how many lessons something was tried") {
          Set($0.exercises.map(\.lesson)).count
        }.asDetail,
        .int("exercises", "how many exercises were met") { $0.exercises.count },
        .int("right", "how many are right") { total in total.exercises.count { $0.isRight } },
        .int("alone", "how many are right without a solution shown before") { total in
          total.exercises.count { $0.isRight && !$0.isShown && !$0.isSkipped }
        },
        .int("tries", "how many answers were tried") { total in
          total.exercises.reduce(0) { $0 + $1.tries }
        },
        .int("hints", "how many hints were read") { total in
          total.exercises.reduce(0) { $0 + $1.hints }
        },
        .int("shown", "of how many the solution was shown") { total in
          total.exercises.count { $0.isShown }
        },
        .int("skipped", "how many were left without an answer") { total in
          total.exercises.count { $0.isSkipped && !$0.isRight }
        },
        .string("file", "the progress file") { $0.file }.asDetail,
      ])
  }

  private static var columns: [TableSchema<Row>.Column] {
    [
      .string("lesson", "the name of the lesson") { $0.lesson },
      .string("exercise", "the name of the exercise") { $0.exercise },
      .int("tries", "how many answers were tried, the right one among them") {
        $0.result?.tries ?? 0
      },
      .int("hints", "how many hints were read") { $0.result?.hints ?? 0 },
      .bool("shown", "whether its solution was shown") { $0.result?.isShown ?? false },
      .bool("right", "whether an answer was right") { $0.result?.isRight ?? false },
      .bool("skipped", "whether it was left without an answer") {
        $0.result.map { $0.isSkipped && !$0.isRight } ?? false
      }.asDetail,
      .int("when", "the line of the progress file that last tells of it, which gives the order") {
        $0.result?.line
      }.asDetail,
    ]
  }
}
