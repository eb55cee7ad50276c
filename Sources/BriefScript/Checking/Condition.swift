/// A condition as far as it can be judged before anything runs: tests of a few subjects, joined.
///
/// A subject is whatever may differ from run to run or from row to row: a column, a variable, a
/// formula of them.
indirect enum Condition {
  case constant(Bool?)
  /// What holds depends on the value of the subject at this position.
  case test(Int, (Value) -> Bool?)
  case not(Condition)
  case and(Condition, Condition)
  case or(Condition, Condition)
  /// Whether the condition does not hold, be it false or open.
  case fails(Condition)

  /// Whether it holds for these values of the subjects; `and`, `or` and `not` follow S. C. Kleene's
  /// strong logic of three values, as they do when a script runs.
  func truth(_ values: [Value]) -> Bool? {
    switch self {
    case .constant(let truth): return truth
    case .test(let subject, let test): return test(values[subject])
    case .not(let operand): return operand.truth(values).map { !$0 }
    case .and(let left, let right):
      let first = left.truth(values)
      if first == false { return false }
      let second = right.truth(values)
      return second == false ? false : first == nil ? nil : second
    case .or(let left, let right):
      let first = left.truth(values)
      if first == true { return true }
      let second = right.truth(values)
      return second == true ? true : first == nil ? nil : second
    case .fails(let operand): return operand.truth(values) != true
    }
  }

  /// The positions of its subjects.
  var subjects: Set<Int> {
    switch self {
    case .constant: []
    case .test(let subject, _): [subject]
    case .not(let operand), .fails(let operand): operand.subjects
    case .and(let left, let right), .or(let left, let right): left.subjects.union(right.subjects)
    }
  }

  /// How many tests it has.
  var size: Int {
    switch self {
    case .constant, .test: 1
    case .not(let operand), .fails(let operand): operand.size
    case .and(let left, let right), .or(let left, let right): left.size + right.size
    }
  }
}

/// What is known of whether a condition holds.
enum ConditionVerdict {
  case always, never, depends
}
