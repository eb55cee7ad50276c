import BriefScript
import BriefSource

extension LessonPlayer {
  /// Says what it thinks of the values that a line gave: if one of them is right, so is the line.
  func judge(_ values: [Value]) {
    guard let play, let exercise, let bookmark = play.bookmarks[play.position] else { return }
    // The author's question is about the texts as they were, whatever the learner did with them.
    let own = self.bookmark()
    restore(bookmark)
    var verdict = ExerciseVerdict.interrupted
    loop: for value in values.reversed() {
      let found = engine.judge(value, of: exercise, in: play.lesson)
      if case .right = found {
        verdict = found
        break loop
      }
      if case .interrupted = verdict { verdict = found }
    }
    restore(own)
    switch verdict {
    case .right: accept(exercise)
    case .refused(let remark):
      progress.note(ProgressEvent(.tried, play.name, exercise: exercise.name))
      say(refusal([remark], of: exercise))
    case .differs(let difference):
      if difference.isAttempt {
        progress.note(ProgressEvent(.tried, play.name, exercise: exercise.name))
        say(refusal(difference.lines(isHiding: !mayShowSolutions), of: exercise))
      } else {
        say(Self.aside(difference.lines()))
      }
    case .unusable(let diagnostics):
      for diagnostic in diagnostics { sink.report(diagnostic) }
      say(Self.note("This exercise cannot be checked; `skip` goes on. Its author should be told."))
    case .interrupted: break
    }
    reportProblems()
  }

  private func accept(_ exercise: LessonExercise) {
    guard let play else { return }
    progress.note(ProgressEvent(.right, play.name, exercise: exercise.name))
    say(Self.praise)
    goOn(after: exercise)
  }

  /// Shows the solution, unless it is hidden, and goes on.
  func skip(_ exercise: LessonExercise) {
    guard let play else { return }
    let result = progress.tally[play.name, exercise.name]
    if result?.isRight != true {
      if mayShowSolutions, result?.isShown != true {
        say(solution(of: exercise))
        progress.note(ProgressEvent(.shown, play.name, exercise: exercise.name))
      }
      progress.note(ProgressEvent(.skipped, play.name, exercise: exercise.name))
    }
    goOn(after: exercise)
    reportProblems()
  }

  /// Whether solutions may be shown.
  var mayShowSolutions: Bool { classroom?.showsSolutions ?? true }

  // MARK: What commands ask for

  /// The next hint, or what to do when there is none.
  func nextHint() -> StyledText {
    isExploring = true
    guard let play else { return Self.noLesson }
    guard let exercise else {
      return Self.note("No exercise is open: press Enter to go on with the lesson.")
    }
    guard play.hints < exercise.hints.count else {
      let rest = mayShowSolutions ? "`answer` shows the solution" : "`skip` goes on without it"
      return Self.note(
        exercise.hints.isEmpty
          ? "This exercise has no hints; \(rest)." : "There are no more hints; \(rest).")
    }
    self.play?.hints += 1
    progress.note(ProgressEvent(.hinted, play.name, exercise: exercise.name))
    let isLast = play.hints + 1 == exercise.hints.count
    return Self.hint(
      exercise.hints[play.hints], number: play.hints + 1, of: exercise.hints.count, isLast: isLast)
  }

  /// The solution of the exercise at hand, or why it is not shown.
  func shownSolution() -> StyledText {
    isExploring = true
    guard let play else { return Self.noLesson }
    guard let exercise else {
      return Self.note("No exercise is open: press Enter to go on with the lesson.")
    }
    guard mayShowSolutions else {
      return Self.note(
        "Solutions are hidden in this class. `hint` says more, and `skip` goes on without an answer."
      )
    }
    progress.note(ProgressEvent(.shown, play.name, exercise: exercise.name))
    return solution(of: exercise) + Self.note("Type it to see what it gives, or go on with `skip`.")
  }

  // MARK: Answers typed as they are

  /// The value of a line that is an answer as it stands: a number, a date, true or false, a text in
  /// quotation marks, or, where a text is asked for, words that are no statement.
  func answer(typedAs line: String) -> Value? {
    if let number = Int(line) { return .int(number) }
    if let number = Double(line), number.isFinite { return .number(number) }
    if let date = CalendarDate(line) { return .date(date) }
    if line == "true" || line == "false" { return .bool(line == "true") }
    let marks: [(Character, Character)] = [("\"", "\""), ("“", "”"), ("'", "'"), ("‘", "’")]
    if let first = line.first, let last = line.last, line.count > 1,
      marks.contains(where: { $0 == (first, last) })
    {
      let inside = line.dropFirst().dropLast()
      return inside.contains(first) || inside.contains(last) ? nil : .text(String(inside))
    }
    guard isTextWanted, let word = line.split(separator: " ").first.map(String.init),
      engine.commands[word] == nil,
      line.allSatisfy({ $0.isLetter || $0.isNumber || " .,-’'".contains($0) }),
      // A slip in the name of a command is better told by the command's own message.
      Spelling.nearest(to: word.lowercased(), among: engine.commands.names) == nil,
      engine.check(Source(name: "<prompt>", text: line)).contains(where: { $0.severity == .error })
    else { return nil }
    return .text(line)
  }

  /// Whether the exercise at hand asks for a text.
  private var isTextWanted: Bool {
    switch play?.solution {
    case .text?: true
    case .list(let elements)?:
      if elements.count == 1, case .text = elements[0] { true } else { false }
    case .table(let table)?:
      if table.count == 1, table.type.columns.count == 1, case .text = table[0, 0] {
        true
      } else {
        false
      }
    default: false
    }
  }
}
