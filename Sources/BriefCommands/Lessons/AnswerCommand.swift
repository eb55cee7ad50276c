import BriefScript
import BriefSource

/// Shows the solution of the exercise at hand.
struct AnswerCommand: Command {
  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "answer", .lessons, "Shows the solution of the exercise that is open.",
      discussion: """
        It is kept that the solution was shown. The exercise stays open, so that the solution can \
        be tried; skip goes on. In a class solutions are hidden unless the teacher started it with \
        --solutions.
        """,
      input: .nothing, output: .fixed(.page),
      examples: [Example("answer", "the author's way to do it")])
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    .page(Page(context.host.player?.shownSolution() ?? LessonPlayer.noLesson))
  }
}
