import BriefSource

/// What came of an answer to an exercise.
public enum ExerciseVerdict {
  /// It is the solution, or all checks hold of it.
  case right
  /// A check does not hold; `remark` is what the exercise says to that.
  case refused(remark: String)
  /// It is another value than the solution.
  case differs(ExerciseDifference)
  /// The exercise itself cannot be run.
  case unusable([Diagnostic])
  /// The user stopped it.
  case interrupted
}

extension Engine {
  /// The value that the solution of `exercise` gives, with what is bound at the moment.
  ///
  /// Nothing is printed and nothing is bound.
  public func solution(of exercise: LessonExercise, in lesson: Lesson) -> Result<
    Value, ExerciseFailure
  > {
    solving(exercise, in: lesson) { interpreter, planned throws(ScriptError) in
      try interpreter.solve(planned)
    }
  }

  /// Says whether `answer` solves `exercise`, with what is bound at the moment.
  ///
  /// What equals the solution is right; of anything else the checks have to hold, and where there
  /// are none it is not right.
  public func judge(
    _ answer: Value, of exercise: LessonExercise, in lesson: Lesson
  ) -> ExerciseVerdict {
    let solution: Value
    switch self.solution(of: exercise, in: lesson) {
    case .success(let value): solution = value
    case .failure(.interrupted): return .interrupted
    case .failure(.unusable(let diagnostics)): return .unusable(diagnostics)
    }
    guard let difference = ExerciseDifference.between(answer, solution, exercise.traits) else {
      return .right
    }
    guard exercise.hasChecks else { return .differs(difference) }
    let fitted = answer.fitted(to: solution)
    // The checks are looked at anew for what the answer is: of another type than the solution they
    // may mean nothing.
    let source = lesson.source(of: exercise.range)
    let checker = checked(source, answerType: fitted.type)
    guard !checker.findings.hasErrors else { return .differs(difference) }
    let outcome = solving(exercise, in: lesson, checker) {
      interpreter, planned throws(ScriptError) in
      _ = try interpreter.solve(planned)
      interpreter.slots[planned.answer] = fitted
      try interpreter.requireChecks(of: planned)
      return .nothing
    }
    switch outcome {
    case .success: return .right
    case .failure(.interrupted): return .interrupted
    case .failure(.unusable(let diagnostics)):
      guard let remark = diagnostics.first, remark.id == Message.assertionFailed(nil).id else {
        return .differs(difference)
      }
      // What the exercise itself says is worth more than how the rows differ.
      let plain = Message.assertionFailed(nil).text
      return remark.message == plain ? .differs(difference) : .refused(remark: remark.message)
    }
  }

  private func solving(
    _ exercise: LessonExercise, in lesson: Lesson, _ checked: Checker? = nil,
    _ body: (Interpreter, PlannedExercise) throws(ScriptError) -> Value
  ) -> Result<Value, ExerciseFailure> {
    let source = lesson.source(of: exercise.range)
    let checker = checked ?? self.checked(source)
    if checker.findings.hasErrors { return .failure(.unusable(checker.findings.inOrder)) }
    guard
      let planned = checker.plan.statements.lazy.compactMap({ statement -> PlannedExercise? in
        if case .exercise(let planned) = statement { planned } else { nil }
      }).first
    else { return .failure(.unusable([])) }
    let interpreter = interpreter(source, checker, output: NoSink())
    let restore = checkpoint()
    defer { restore() }
    do throws(ScriptError) {
      return .success(try body(interpreter, planned))
    } catch {
      switch error {
      case .failed(let diagnostic), .assertionFailed(let diagnostic):
        return .failure(.unusable([diagnostic]))
      case .interrupted, .quit: return .failure(.interrupted)
      }
    }
  }
}

/// Why the solution of an exercise gave no value.
public enum ExerciseFailure: Error {
  /// The exercise is wrong.
  case unusable([Diagnostic])
  /// The user stopped it.
  case interrupted
}

/// Takes results and says nothing.
private final class NoSink: OutputSink {
  func emit(_ value: Value) throws(ScriptError) {}
  func report(_ diagnostic: Diagnostic) {}
}

extension Value {
  /// The same in the form of `solution`, where one value, a list of one and a table of one cell stand
  /// for each other.
  func fitted(to solution: Value) -> Value {
    switch solution {
    case .list:
      switch self {
      case .list: return self
      case .table(let table) where table.type.columns.count == 1:
        return .list((0..<table.count).map { table[$0, 0] })
      case .table, .record: return self
      default:
        guard case .list(let elements) = solution, let first = elements.first else {
          return .list([self])
        }
        return .list([fitted(to: first)])
      }
    case .table(let wanted):
      switch self {
      case .record(let record): return .table(record.asTable)
      case .table, .nothing, .page: return self
      default:
        guard wanted.type.columns.count == 1 else { return self }
        let elements: [Value] = if case .list(let elements) = self { elements } else { [self] }
        return .table(Table(wanted.type, rows: elements.map { [$0] }))
      }
    case .record:
      if case .table(let table) = self, table.count == 1 { return .record(table.record(0)) }
      return self
    default:
      switch self {
      case .list(let elements) where elements.count == 1: return elements[0].fitted(to: solution)
      case .table(let table) where table.count == 1 && table.type.columns.count == 1:
        return table[0, 0].fitted(to: solution)
      case .record(let record) where record.cells.count == 1:
        return record.cells[0].fitted(to: solution)
      case .text(let text):
        switch solution {
        case .int, .number:
          if let number = Int(text.string) { return .int(number) }
          if let number = Double(text.string), number.isFinite { return .number(number) }
        default: break
        }
        return self
      case .int, .number, .date, .bool:
        // Typed bare, what is a number or a date may be meant as the words of a text.
        if case .text = solution { return .text(plainText) }
        return self
      default: return self
      }
    }
  }
}
