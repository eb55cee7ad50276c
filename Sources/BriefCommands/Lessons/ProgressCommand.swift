import BriefScript
import BriefSource

/// Lists what became of the exercises.
struct ProgressCommand: Command {
  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "progress", .lessons, "Lists the exercises, and what became of each.",
      discussion: """
        In a lesson its exercises are listed, otherwise those of all lessons that were begun. \
        Progress is kept in the file that --progress or BRIEF_PROGRESS names, in \
        XDG_STATE_HOME/brief/progress, or in ~/.local/state/brief/progress; in a class in \
        NAME.progress in the working directory.
        """,
      input: .nothing, output: .fixed(.table(GradeRows.progress.type)),
      examples: [
        Example("progress", "what was done so far"),
        Example("progress | where shown", "the exercises whose solution was shown"),
      ])
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    guard let player = context.host.player else { return .table(GradeRows.progress.table([])) }
    player.isExploring = true
    let tally = player.progress.tally
    var rows: [GradeRows.Row] = []
    if let play = player.play {
      rows = play.lesson.exercises.map { exercise in
        GradeRows.Row(
          learner: nil, lesson: play.name, exercise: exercise.name,
          result: tally[play.name, exercise.name])
      }
    } else {
      rows = tally.exercises.map {
        GradeRows.Row(learner: nil, lesson: $0.lesson, exercise: $0.name, result: $0)
      }
    }
    return .table(GradeRows.progress.table(rows))
  }
}
