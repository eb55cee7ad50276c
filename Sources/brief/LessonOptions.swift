import ArgumentParser
import BriefCommands
import BriefScript
import BriefShell

/// Where lessons keep progress, and what holds in a class.
struct LessonOptions: ParsableArguments {
  @Option(
    name: .customLong("class"), defaultAsFlag: "",
    help: ArgumentHelp(
      """
      Opens the shell for a class: 80 columns, no colour, solutions hidden, and progress kept in \
      NAME.progress in the working directory. Without a name it is that of the user.
      """, valueName: "name"))
  var learner: String?

  @Flag(help: "Lets `answer` and `skip` show solutions in a class.")
  var solutions = false

  @Option(help: ArgumentHelp("The file in which progress in lessons is kept.", valueName: "file"))
  var progress: String?

  mutating func validate() throws {
    if solutions, learner == nil { throw ValidationError("--solutions goes with --class") }
    guard let learner, !learner.isEmpty else { return }
    if learner.contains("/") || learner.hasSuffix(".txt") || learner.hasSuffix(".md") {
      throw ValidationError(
        "--class wants the name of a learner, found '\(learner)'; "
          + "write --class NAME before the files")
    }
    if learner.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      throw ValidationError("the name of a learner has no control characters")
    }
  }

  /// What plays lessons in `workplace`, and is asked after each line that is typed.
  func player(in workplace: Workplace) -> LessonPlayer {
    let shell = workplace.shell
    var classroom: Classroom?
    if let learner {
      let name = learner.isEmpty ? Terminal.environment("USER") ?? "" : learner
      classroom = Classroom(
        learner: name.isEmpty ? "learner" : name, showsSolutions: solutions)
    }
    let path =
      progress ?? classroom.map { Classroom.fileName(of: $0.learner) }
      ?? ProgressFile.defaultPath()
    let player = LessonPlayer(
      session: workplace.session, engine: shell.engine, sink: shell.sink,
      progress: ProgressFile(path: path), classroom: classroom)
    player.isAtPrompt = true
    player.resultBegins = { [weak shell] in shell?.sink.beginRun() }
    shell.conversation = player
    return player
  }
}
