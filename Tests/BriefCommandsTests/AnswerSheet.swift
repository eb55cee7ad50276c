import BriefTestSupport

/// Answers to the exercises of a lesson, written down by hand: right, wrong and odd ones.
///
/// A sheet is a text file. `exercise NAME` begins an exercise; the lines after it are what a learner
/// types: `right: LINE`, `wrong: LINE -> PART OF WHAT IS SAID TO IT`, or `odd: LINE`, which neither
/// solves the exercise nor has to be called wrong.
struct AnswerSheet {
  /// The answers to one exercise.
  struct Exercise {
    let name: String
    var right: [String] = []
    var wrong: [(line: String, remark: String)] = []
    var odd: [String] = []
  }

  private(set) var exercises: [Exercise] = []
  /// Lines that say nothing of this kind.
  private(set) var strays: [String] = []

  /// Reads the sheet of lesson `number`.
  init(lesson number: Int) throws {
    let name = number < 10 ? "0\(number)" : "\(number)"
    let text = try TextFile.read(
      "\(ProjectFiles.root)/Tests/BriefCommandsTests/Course/\(name).txt")
    for line in text.split(separator: "\n").map(String.init) where !line.hasPrefix("#") {
      if !note(line) { strays.append(line) }
    }
  }

  private mutating func note(_ line: String) -> Bool {
    if let name = line.after("exercise ") {
      exercises.append(Exercise(name: name))
      return true
    }
    guard let last = exercises.indices.last else { return false }
    if let answer = line.after("right: ") {
      exercises[last].right.append(answer)
    } else if let answer = line.after("odd: ") {
      exercises[last].odd.append(answer)
    } else if let answer = line.after("wrong: "), let arrow = answer.firstRange(of: " -> ") {
      exercises[last].wrong.append(
        (String(answer[..<arrow.lowerBound]), String(answer[arrow.upperBound...])))
    } else {
      return false
    }
    return true
  }
}

extension String {
  fileprivate func after(_ beginning: String) -> String? {
    hasPrefix(beginning) ? String(dropFirst(beginning.count)) : nil
  }
}
