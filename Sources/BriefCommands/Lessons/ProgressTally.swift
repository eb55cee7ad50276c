/// What became of each exercise: how often it was tried, and whether it was right in the end.
public struct ProgressTally: Sendable {
  /// What became of one exercise.
  public struct Exercise: Sendable, Hashable {
    /// The name of the lesson.
    public let lesson: String
    /// The name of the exercise.
    public let name: String
    /// How many answers were tried, the right one among them.
    public fileprivate(set) var tries = 0
    /// How many hints were read.
    public fileprivate(set) var hints = 0
    /// Whether the solution was shown.
    public fileprivate(set) var isShown = false
    /// Whether it was left without an answer.
    public fileprivate(set) var isSkipped = false
    /// Whether an answer was right.
    public fileprivate(set) var isRight = false
    /// The line of the file in which it was settled, or last spoken of.
    public fileprivate(set) var line = 0

    /// Whether nothing is left to be done with it.
    public var isSettled: Bool { isRight || isShown || isSkipped }
  }

  /// The exercises in the order in which they were first met.
  public private(set) var exercises: [Exercise] = []
  /// The lessons that were begun, in that order.
  public private(set) var lessons: [String] = []
  private var positions: [Key: Int] = [:]

  private struct Key: Hashable, Sendable {
    let lesson: String
    let exercise: String
  }

  /// Creates a tally of nothing.
  public init() {}

  /// Takes note of an event, which stands in `line` of its file.
  public mutating func note(_ event: ProgressEvent, line: Int) {
    if event.kind == .learner { return }
    if !lessons.contains(event.name) { lessons.append(event.name) }
    guard !event.exercise.isEmpty else { return }
    let key = Key(lesson: event.name, exercise: event.exercise)
    let index: Int
    if let known = positions[key] {
      index = known
    } else {
      index = exercises.count
      positions[key] = index
      exercises.append(Exercise(lesson: event.name, name: event.exercise))
    }
    if exercises[index].isRight {
      // What is done again for practice changes nothing.
      return
    }
    exercises[index].line = line
    switch event.kind {
    case .tried: exercises[index].tries += 1
    case .hinted: exercises[index].hints += 1
    case .shown: exercises[index].isShown = true
    case .skipped: exercises[index].isSkipped = true
    case .right:
      exercises[index].tries += 1
      exercises[index].isRight = true
    case .learner, .begun, .finished: break
    }
  }

  /// What became of an exercise; `nil` when it was never met.
  public subscript(lesson: String, exercise: String) -> Exercise? {
    positions[Key(lesson: lesson, exercise: exercise)].map { exercises[$0] }
  }
}
