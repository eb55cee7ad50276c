import BriefSource

/// Statements between braces.
struct Block {
  let statements: [Statement]
  /// The braces and what is between them.
  let range: TextRange

  /// How many levels of formulas and blocks there are inside it.
  var depth: Int { (statements.map(\.depth).max() ?? 0) + 1 }
}

/// `param since: date = 2025-10-01 "first day to include"`.
struct ScriptParameter {
  let name: Name
  let type: Name
  let standard: Expression?
  /// What it means, for the help of the script.
  let purpose: String?
}

/// `needs read "briefings/"`.
struct Need {
  let access: FileAccess
  let path: String
  /// The string.
  let range: TextRange
}

/// What a script does with a file.
public enum FileAccess: String, Sendable, CaseIterable {
  case read, write
}

/// `use "speech.brief" as speech`.
struct Import {
  let path: String
  /// The string.
  let range: TextRange
  let alias: Name?
}

/// `def loudest(of: table, n: int = 3) -> table "what it gives" { … }`.
struct FunctionDefinition {
  /// What stands in the brackets: a name, a type and perhaps a value.
  struct Formal {
    let name: Name
    /// `nil` when it could not be read.
    let type: Name?
    let standard: Expression?
  }

  let name: Name
  let formals: [Formal]
  let result: Name?
  /// What it does, for those who read its documentation.
  let purpose: String?
  let body: Block
}

/// `for $b in $recent { … }`.
struct Loop {
  let variable: Name
  let list: Expression
  let body: Block
}

/// `if … { … } else if … { … } else { … }`.
struct Branch {
  let condition: Expression
  let body: Block
  /// The block after `else`; an `else if` is a block of one statement.
  let otherwise: Block?
}

/// `exercise "first-words" { title "…" ask "…" check … solution { … } }`.
struct Exercise {
  /// `check … else "…"`.
  struct Check {
    let condition: Expression
    let otherwise: Expression?
  }

  let name: Name
  var title: String?
  var question: String?
  var hints: [String] = []
  var given: Block?
  var checks: [Check] = []
  var solution: Block?
  /// Whether a part could not be read, so that it is not known what is missing.
  var isBroken = false
}

extension Statement {
  /// How many levels of formulas and blocks there are inside it.
  var depth: Int {
    switch kind {
    case .edition, .broken, .needs, .use: 0
    case .parameter(let parameter): parameter.standard?.depth ?? 0
    case .binding(_, _, let value): value.depth
    case .assertion(let condition, let otherwise):
      max(condition.depth, otherwise?.depth ?? 0)
    case .pipeline(let pipeline): pipeline.depth
    case .definition(let function): function.body.depth
    case .loop(let loop): max(loop.list.depth, loop.body.depth)
    case .branch(let branch):
      max(branch.condition.depth, branch.body.depth, branch.otherwise?.depth ?? 0)
    case .exercise(let exercise):
      max(
        exercise.given?.depth ?? 0, exercise.solution?.depth ?? 0,
        exercise.checks.map { max($0.condition.depth, $0.otherwise?.depth ?? 0) }.max() ?? 0)
    }
  }
}
