import BriefCommands
import BriefScript
import BriefSource

/// Plays every exercise of a lesson, rightly, wrongly and oddly, and notes what is not as it should
/// be.
public struct LessonTrial {
  /// What went wrong, a sentence each; empty when the lesson is sound.
  public private(set) var complaints: [String] = []
  /// The names of the exercises that were played.
  public private(set) var exercises: [String] = []
  private let course: Course
  private let name: String

  /// Answers that no exercise should take: another number, a text that stands nowhere, an empty
  /// table, a table of something else, nothing.
  public static let wrong = [
    "(-7919)", "(\"no such words stand anywhere\")", "quotes | take 0",
    "tokens | take 3 | select token | rename token as _odd", "([])",
  ]
  /// Lines that are no attempt at all: they must neither end the lesson nor be taken for an answer.
  public static let odd = ["nonsense_", "(1 / 0)", "let other_ = 1", "\"", "| |", "help", "why 99"]

  /// Plays the lesson called `name`.
  public init(_ name: String, of course: Course) {
    self.course = course
    self.name = name
    guard let entry = course.entry(name) else {
      complaints.append("there is no lesson \(name)")
      return
    }
    let learner = Learner(course: course)
    learner.type("lesson \(entry.number)")
    for exercise in entry.lesson.exercises {
      exercises.append(exercise.name)
      guard learner.player.exercise?.name == exercise.name else {
        complain(exercise, "it is not reached: \(learner.heard.suffix(3).joined(separator: "\n"))")
        return
      }
      tryWrongAnswers(to: exercise, learner)
      readHints(of: exercise, learner)
      guard learner.player.exercise?.name == exercise.name else { return }
      let said = learner.type(exercise.solution.joined(separator: "\n"))
      if !said.contains("Right.") {
        complain(exercise, "its own solution is not taken: \(said)")
        learner.type("skip")
      }
    }
    if learner.player.isPlaying { complaints.append("\(name) does not end") }
    trySkippingAndGoingBack(entry)
  }

  private mutating func complain(_ exercise: LessonExercise, _ what: String) {
    complaints.append("\(name), \(exercise.name): \(what)")
  }

  private mutating func tryWrongAnswers(to exercise: LessonExercise, _ learner: Learner) {
    var refused = 0
    for line in Self.wrong {
      let said = learner.type(line)
      if learner.player.exercise?.name != exercise.name {
        complain(exercise, "it takes `\(line)` for an answer")
        return
      }
      if said.contains("Not yet.") || said.contains("wanted") { refused += 1 }
    }
    if refused < 2 { complain(exercise, "wrong answers are refused without a word") }
    for line in Self.odd {
      learner.type(line)
      if learner.player.exercise?.name != exercise.name {
        complain(exercise, "it takes `\(line)` for an answer")
        return
      }
    }
  }

  private mutating func readHints(of exercise: LessonExercise, _ learner: Learner) {
    for (index, hint) in exercise.hints.enumerated() {
      let said = learner.type("hint")
      if !said.contains("Hint \(index + 1) of \(exercise.hints.count)") {
        complain(exercise, "hint \(index + 1) is not shown: \(hint)")
      }
    }
    let said = learner.type("hint")
    if !said.contains("no more hints") && !said.contains("no hints") {
      complain(exercise, "hints do not run out: \(said)")
    }
  }

  /// Skips through the lesson, goes back and comes again.
  private mutating func trySkippingAndGoingBack(_ entry: Course.Entry) {
    let all = entry.lesson.exercises
    guard let first = all.first else { return }
    let learner = Learner(course: course)
    learner.type("lesson \(entry.number)")
    learner.type("skip")
    if all.count > 1 {
      learner.type("back")
      if learner.player.exercise?.name != first.name { complain(first, "`back` does not find it") }
      learner.type("skip")
      learner.type("lesson stop")
      learner.type("lesson \(entry.number)")
      if learner.player.exercise?.name != all[1].name {
        complain(all[1], "the lesson does not go on there")
      }
      let said = learner.type(all[1].solution.joined(separator: "\n"))
      if !said.contains("Right.") {
        complain(all[1], "its solution is not taken when the lesson goes on there: \(said)")
      }
      learner.type("skip")
    }
    for _ in all where learner.player.isPlaying { learner.type("skip") }
    if learner.player.isPlaying { complaints.append("\(name) cannot be skipped through") }
  }
}
