import BriefScript
import BriefSource

/// Lists the lessons, begins one, or ends the one at hand.
struct LessonCommand: Command {
  var lesson: String?
  var isAgain = false

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "lesson", .lessons, "Lists the lessons, begins one, or ends the one that is open.",
      discussion: """
        A lesson is named by its number, its name or words of its title, or by the path of a .brief \
        file of your own (help lessons). One that was begun goes on behind the exercises that are \
        done; --again begins it anew. At an exercise anything can be tried: a line whose result is \
        the answer is right, whatever way it got there, and a number, a name or a date may be typed \
        as it is. hint, answer, skip and back help; lesson stop ends it. What was loaded before the \
        lesson is put aside, and is there again after it.
        """,
      input: .nothing,
      output: .computed { shape in
        shape.flags.contains("lesson") ? .nothing : .table(LessonRows.schema.type)
      },
      parameters: [
        .argument(
          "lesson", \.lesson, "its number, name or path, or stop",
          completing: .named("lessons")),
        .flag("again", \.isAgain, "begins it anew"),
      ],
      examples: [
        Example("lesson", "the lessons, and how far you are"),
        Example("lesson | where right < exercises", "those that are not done"),
        Example("lesson stop", "leave the one at hand"),
      ])
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    let player = context.host.player
    player?.isExploring = true
    guard let lesson else {
      let rows = (player?.course ?? .embedded).entries.map {
        LessonRows.Row(entry: $0, tally: player?.progress.tally ?? ProgressTally())
      }
      return .table(LessonRows.schema.table(rows))
    }
    if lesson == "stop" {
      player?.request = .stop
      return .nothing
    }
    let (entry, shelf) = try find(lesson, player?.course ?? .embedded, in: context)
    guard let player, player.isAtPrompt else {
      throw context.failure(
        "no-prompt", "a lesson is played at a prompt, not in a script", parameter: "lesson",
        help: "start `brief` and type `lesson \(lesson)` there")
    }
    let before = context.host.shelf
    context.host.shelf = shelf
    let problems = player.engine.check(entry.lesson.source, from: .script(arguments: nil))
      .filter { $0.severity == .error }
    context.host.shelf = before
    if let first = problems.first {
      for problem in problems.dropFirst() { context.report(problem) }
      throw .failed(first)
    }
    player.request = .start(entry, shelf, isAgain: isAgain)
    return .nothing
  }

  /// The lesson that `query` names, and where it finds its texts.
  private func find(
    _ query: String, _ course: Course, in context: CommandContext<Session>
  ) throws(ScriptError) -> (Course.Entry, LessonShelf) {
    if let entry = course.entry(query) { return (entry, .embedded(course.texts)) }
    guard query.hasSuffix(".brief") else {
      let names = course.entries.map { "\($0.number) \($0.shortName)" }
      let near = Spelling.nearest(to: query, among: course.entries.map(\.shortName))
      throw context.failure(
        "unknown-lesson", "there is no lesson '\(query)'", parameter: "lesson",
        help: near.map { "did you mean '\($0)'?" }
          ?? (names.isEmpty
            ? "a file of your own is named by its path, as in lesson course/one.brief"
            : "there are " + names.prefix(20).joined(separator: ", ")))
    }
    try context.requireAccess(.read, query, parameter: "lesson")
    do {
      let source = try context.source(at: query)
      let directory = query.lastIndex(of: "/").map { String(query[...$0]) } ?? ""
      let entry = Course.Entry(
        number: 0, name: FileName(query).stem, lesson: Lesson(source))
      return (entry, .directory(directory))
    } catch {
      throw context.failure("unreadable-input", error.description, parameter: "lesson")
    }
  }
}

/// How lessons become rows.
enum LessonRows {
  /// A lesson and what became of it.
  struct Row {
    let entry: Course.Entry
    let tally: ProgressTally

    func count(_ condition: (ProgressTally.Exercise) -> Bool) -> Int {
      entry.lesson.exercises.count { exercise in
        tally[entry.name, exercise.name].map(condition) ?? false
      }
    }
  }

  /// The columns of `lesson`.
  static var schema: TableSchema<Row> {
    TableSchema(
      RowKind("lesson", plural: "lessons"),
      [
        .int("lesson", "its number") { $0.entry.number },
        .string("name", "its name") { $0.entry.shortName }.asDetail,
        .string("title", "what it is about") { $0.entry.lesson.title },
        .string("summary", "the first sentence of its introduction") { $0.entry.lesson.summary }
          .asDetail,
        .int("minutes", "about how long it takes") { $0.entry.lesson.minutes }.asDetail,
        .int("exercises", "how many exercises it has") { $0.entry.lesson.exercises.count },
        .int("right", "how many of them are right") { row in row.count { $0.isRight } },
        .int("shown", "how many were skipped, or their solution shown") { row in
          row.count { !$0.isRight && $0.isSettled }
        }.asDetail,
        .string("state", "new, begun or done") { row in
          if row.count({ $0.isSettled }) == row.entry.lesson.exercises.count,
            !row.entry.lesson.exercises.isEmpty
          {
            return "done"
          }
          return row.tally.lessons.contains(row.entry.name) ? "begun" : "new"
        }.among(["new", "begun", "done"]),
      ])
  }
}
