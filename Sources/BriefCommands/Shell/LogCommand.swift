import BriefScript
import BriefSource

/// Writes the session down as Markdown from now on.
struct LogCommand: Command {
  var path: String?

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "log", .shell, "Writes lines and their results to a Markdown file from now on.",
      discussion: """
        Each line is added at the end of the file with what it gave, so what was in the file stays. \
        log stop ends it, and log alone says which file it is. Acknowledgements, progress and times \
        are left out. When the disk is full that is said and the log ends; the session goes on.
        """,
      input: .nothing, output: .fixed(.nothing),
      parameters: [
        .argument("path", \.path, "the file to add to, or stop", accepts: .path(.write))
      ],
      examples: [
        Example("log {out}/monday.md", "write down what follows"),
        Example("log stop", "write nothing down any longer"),
      ])
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    let prompt = context.host.prompt
    try context.requirePrompt(prompt, "log")
    if context.host.prompt.isReplaying { return .nothing }
    prompt.request { _ throws(ScriptError) in
      guard let path else {
        return .text(prompt.log.map { "The log is \($0.path)." } ?? "Nothing is written down.")
      }
      if path == "stop" {
        let before = prompt.log
        prompt.log = nil
        return .text(before.map { "\($0.path) is done." } ?? "Nothing was written down.")
      }
      do throws(WritingError) {
        prompt.log = try SessionLog(path)
      } catch {
        throw context.failure("unwritable-file", error.description, parameter: "path")
      }
      return .text("What follows is added to \(path); log stop ends it.")
    }
    return .nothing
  }
}
