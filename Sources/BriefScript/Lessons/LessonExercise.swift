import BriefSource

/// An exercise of a lesson, as far as it is shown to a learner.
public struct LessonExercise {
  /// The name, unique in its lesson.
  public let name: String
  /// What it is called: its title, or its name where it has none.
  public let title: String
  /// What is asked.
  public let question: String
  /// Hints, each saying more than the one before.
  public let hints: [String]
  /// Where the exercise stands.
  public let range: TextRange
  /// Where the statements stand that are run before the learner is asked; `nil` when there are none.
  public let given: TextRange?
  /// The lines of the solution, without the space that all of them begin with.
  public let solution: [String]
  /// Whether it checks answers by conditions of its own.
  let hasChecks: Bool
  /// What the solution makes of its rows and columns.
  let traits: SolutionTraits

  init(_ exercise: Exercise, at range: TextRange, in source: Source) {
    name = exercise.name.text
    title = exercise.title ?? exercise.name.text
    question = exercise.question ?? ""
    hints = exercise.hints
    self.range = range
    hasChecks = !exercise.checks.isEmpty
    given = exercise.given.map { Self.inside($0.range) }
    solution = exercise.solution.map { Self.lines(source[Self.inside($0.range)]) } ?? []
    traits = SolutionTraits(exercise.solution)
  }

  /// What stands between the braces of a block.
  private static func inside(_ block: TextRange) -> TextRange {
    block.count < 2 ? .at(block.end) : TextRange(block.start + 1, block.end - 1)
  }

  private static func lines(_ text: String) -> [String] {
    let all = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { ScriptExpectations.comparable(String($0)) }
    let lines = all.drop { $0.isEmpty }.reversed().drop { $0.isEmpty }.reversed()
    // The first line may stand right after the brace, with its one space.
    let isFirstIndented = all.first?.isEmpty ?? true
    let rest = (isFirstIndented ? Array(lines) : Array(lines.dropFirst())).filter { !$0.isEmpty }
    let margin = rest.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    return lines.enumerated().map { index, line in
      index == 0 && !isFirstIndented
        ? String(line.drop { $0 == " " }) : String(line.dropFirst(margin))
    }
  }
}

/// What a solution makes of its rows and columns, which decides what an answer has to share with it.
struct SolutionTraits {
  /// Whether it sorts, so that the order of the rows is part of the answer.
  private(set) var isSorted = false
  /// Whether it says which columns there are, so that they are part of the answer.
  private(set) var choosesColumns = false

  private static let choosing: Set<String> = [
    "column", "count", "describe", "distinct", "drop", "join", "pivot", "rename", "select",
  ]
  private static let mixing: Set<String> = ["count", "describe", "pivot", "union"]

  /// Reads the last statement of a solution.
  init(_ solution: Block?) {
    guard case .pipeline(let pipeline)? = solution?.statements.last?.kind else { return }
    for stage in pipeline.stages {
      switch stage.kind {
      case .call(let name, _):
        if Self.choosing.contains(name.text) { choosesColumns = true }
        if Self.mixing.contains(name.text) { isSorted = false }
        if name.text == "sort" { isSorted = true }
      case .derivation: choosesColumns = true
      case .grouping:
        choosesColumns = true
        isSorted = false
      case .value, .filter, .each, .explanation, .broken: break
      }
    }
  }
}
