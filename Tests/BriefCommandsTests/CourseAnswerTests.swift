import BriefCommands
import BriefLessonTestSupport
import BriefScript
import BriefTestSupport
import Testing

/// The lessons of the course, played with answers that were written down by hand: every sensible
/// route is taken, wrong answers are told what is wrong with them, and odd ones end nothing.
@Suite struct CourseAnswerTests {
  static func course() throws -> Course {
    try Course(in: "\(ProjectFiles.root)/Scripts/lessons")
  }

  @Test func everyLessonHasASheet() throws {
    let course = try Self.course()
    #expect(course.entries.count == 14)
    for entry in course.entries {
      let sheet = try AnswerSheet(lesson: entry.number)
      #expect(sheet.strays == [])
      #expect(sheet.exercises.map(\.name) == entry.lesson.exercises.map(\.name))
      for exercise in sheet.exercises {
        #expect(
          exercise.right.count >= 3 && !exercise.wrong.isEmpty && exercise.odd.count >= 2,
          "\(entry.name), \(exercise.name)")
      }
    }
  }

  @Test(arguments: 1...14)
  func answersAreTakenForWhatTheyAre(lesson number: Int) throws {
    let course = try Self.course()
    let sheet = try AnswerSheet(lesson: number)
    let learner = Learner(course: course)
    learner.type("lesson \(number)")
    for (index, exercise) in sheet.exercises.enumerated() {
      let name = exercise.name
      try #require(learner.player.exercise?.name == name, "\(name) is not reached")
      for (line, remark) in exercise.wrong {
        let said = learner.type(line)
        try #require(learner.player.exercise?.name == name, "\(name) takes `\(line)`")
        #expect(
          said.lowercased().contains(remark.lowercased()), "\(name): `\(line)` is answered: \(said)"
        )
      }
      for line in exercise.odd {
        let said = learner.type(line)
        try #require(learner.player.exercise?.name == name, "\(name) takes `\(line)`")
        #expect(!said.isEmpty, "\(name): nothing is said to `\(line)`")
      }
      for (route, line) in exercise.right.enumerated() {
        let said = learner.type(line)
        #expect(said.contains("Right."), "\(name): `\(line)` is answered: \(said)")
        if learner.player.exercise?.name == name { continue }
        guard route < exercise.right.count - 1 else { continue }
        comeBack(to: index, of: sheet.exercises.count, lesson: number, learner)
      }
      if learner.player.exercise?.name == name { learner.type("skip") }
    }
    #expect(!learner.player.isPlaying)
  }

  /// Returns to the exercise before; behind the last one the lesson has ended and is begun again.
  private func comeBack(to index: Int, of count: Int, lesson number: Int, _ learner: Learner) {
    if index < count - 1 {
      learner.type("back")
    } else {
      learner.type("lesson \(number)")
      for _ in 0..<index { learner.type("skip") }
    }
  }
}
