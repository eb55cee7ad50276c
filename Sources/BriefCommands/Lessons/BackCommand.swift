import BriefScript
import BriefSource

/// Goes back to the exercise before the one at hand.
struct BackCommand: Command {
  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "back", .lessons, "Goes back to the exercise before the one that is open.",
      discussion: """
        The texts are as they were at that exercise. What is right already stays so.
        """,
      input: .nothing, output: .fixed(.nothing),
      examples: [Example("back", "once more")])
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    context.host.player?.isExploring = true
    if context.host.player?.isPlaying == true { context.host.player?.request = .back }
    return .nothing
  }
}
