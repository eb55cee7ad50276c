import BriefScript
import BriefSource

// What a lesson says beside its own texts.

extension LessonPlayer {
  /// Writes a text for the learner.
  func say(_ text: StyledText) {
    rowsWritten += text.plain.count { $0 == "\n" } + 1
    try? sink.emit(.page(Page(text)))
  }

  static let noLesson = note("No lesson is open: `lesson` lists them, `lesson 1` begins the first.")

  static let praise = StyledText("Right.\n", .strong)

  /// A remark in a paragraph of its own.
  static func note(_ text: String) -> StyledText { LessonText.styled(text) + StyledText("\n") }

  /// What was looked at is not the answer, said in passing.
  static func aside(_ lines: [String]) -> StyledText {
    var text = StyledText()
    for line in lines { text.append("(\(Self.sentence(line)))\n", .dim) }
    return text
  }

  /// A statement as if somebody had typed it.
  static func echo(_ statement: String) -> StyledText {
    var text = StyledText()
    for (index, line) in statement.split(separator: "\n").enumerated() {
      text.append(index == 0 ? "brief> " : "  ...> ", .dim)
      text.append(line + "\n", .code)
    }
    return text
  }

  /// Says who learns in a class, and how it goes on; false outside of a class.
  public func greet() -> Bool {
    guard let classroom else { return false }
    var text = StyledText("A class: ", .strong)
    text.append(
      Self.note(
        "you are \(classroom.learner); progress is kept in "
          + "\(progress.path ?? "memory only")."))
    text.append(
      Self.note("`lesson` lists the lessons, `lesson 1` begins the first, `quit` leaves."))
    say(text)
    resultBegins()
    return true
  }

  func heading(of entry: Course.Entry, isRepeated: Bool) -> StyledText {
    let number = entry.number > 0 ? "Lesson \(entry.number): " : ""
    let title = entry.lesson.title.isEmpty ? entry.name : entry.lesson.title
    var text = StyledText(number + title + "\n", .heading)
    let count = entry.lesson.exercises.count
    let exercises = count == 1 ? "1 exercise" : "\(count) exercises"
    text.append("About \(entry.lesson.minutes) min, \(exercises)", .dim)
    text.append(isRepeated ? "; you have done it before.\n" : ".\n", .dim)
    if !entry.lesson.introduction.isEmpty {
      text.append("\n")
      text.append(LessonText(entry.lesson.introduction).styled)
    }
    text.append("\n")
    text.append(
      Self.note(
        "Try whatever you like at the prompt. `hint` helps, `skip` goes on, `back` goes back, "
          + "`lesson stop` ends; your progress is kept."))
    return text
  }

  func resumption(_ next: Int, of count: Int) -> StyledText {
    guard let play else { return StyledText() }
    var text = StyledText(
      (play.number.map { "Lesson \($0): " } ?? "") + play.lesson.title + "\n", .heading)
    text.append(
      Self.note(
        "You have done \(next) of \(count) exercises; it goes on behind them. `lesson "
          + "\(play.number.map(String.init) ?? play.name) --again` begins anew."))
    return text
  }

  func question(of exercise: LessonExercise) -> StyledText {
    guard let play else { return StyledText() }
    let all = play.lesson.exercises
    let number = (all.firstIndex { $0.name == exercise.name } ?? 0) + 1
    var text = StyledText("Exercise \(number) of \(all.count): \(exercise.title)\n", .heading)
    text.append(
      LessonText(
        exercise.question.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      ).styled)
    return text
  }

  static func hint(_ hint: String, number: Int, of count: Int, isLast: Bool) -> StyledText {
    var text = StyledText("Hint \(number) of \(count): ", .help)
    text.append(note(hint))
    return text
  }

  func solution(of exercise: LessonExercise) -> StyledText {
    var text = StyledText("A solution:\n", .strong)
    for line in exercise.solution { text.append("    " + line + "\n", .code) }
    return text
  }

  func refusal(_ lines: [String], of exercise: LessonExercise) -> StyledText {
    var text = StyledText("Not yet. ", .strong)
    for (index, line) in lines.enumerated() {
      // A row of the texts is shown as it is.
      text.append(
        line.hasPrefix("  ") ? StyledText("  " + line) : LessonText.styled(Self.sentence(line)))
      text.append(index + 1 < lines.count ? "\n" : "")
    }
    text.append("\n")
    if let play, play.hints < exercise.hints.count, play.hints == 0 {
      text.append("`hint`", .code)
      text.append(" helps.\n", .dim)
    }
    return text
  }

  /// A remark of an author as a sentence: with a capital, and an end.
  private static func sentence(_ line: String) -> String {
    guard let last = line.last else { return line }
    let capital = line.prefix(1).uppercased() + line.dropFirst()
    return ".!?:…".contains(last) ? capital : capital + "."
  }

  func farewell(of play: Play, isFinished: Bool) -> StyledText {
    let all = play.lesson.exercises
    let done = all.compactMap { progress.tally[play.name, $0.name] }
    let right = done.count { $0.isRight }
    let title = play.number.map { "lesson \($0)" } ?? "the lesson"
    var text = StyledText(
      isFinished ? "That was \(title): " : "You leave \(title): ", .strong)
    text.append("\(right) of \(all.count) right")
    let skipped = done.count { !$0.isRight && $0.isSettled }
    if skipped > 0 { text.append(", \(skipped) skipped or shown") }
    text.append(".\n")
    if isFinished, let number = play.number,
      let next = course.entries.first(where: { $0.number == number + 1 })
    {
      text.append(Self.note("`lesson \(next.number)` is the next: \(next.lesson.title)."))
    } else if !isFinished {
      text.append(
        Self.note("`lesson \(play.number.map(String.init) ?? play.name)` goes on from here."))
    }
    return text
  }
}
