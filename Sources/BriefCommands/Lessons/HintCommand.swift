import BriefScript
import BriefSource

/// Shows the next hint of the exercise at hand.
struct HintCommand: Command {
  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "hint", .lessons, "Shows the next hint of the exercise that is open.",
      discussion: "Each hint says more than the one before. How many were read is kept.",
      input: .nothing, output: .fixed(.page),
      examples: [Example("hint", "a little help")])
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    .page(Page(context.host.player?.nextHint() ?? LessonPlayer.noLesson))
  }
}
