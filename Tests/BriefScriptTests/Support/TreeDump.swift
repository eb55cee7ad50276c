import BriefSource

@testable import BriefScript

/// Writes the tree of a script without its places: two scripts with the same dump mean the same.
struct TreeDump {
  private(set) var lines: [String] = []
  private var depth = 0

  init(_ script: Script) { statements(script.statements) }

  /// The tree, one node a line.
  var text: String { lines.joined(separator: "\n") }

  /// The first words of all nodes.
  var kinds: Set<Substring> {
    Set(lines.compactMap { $0.split(separator: " ").first })
  }

  private mutating func node(_ title: String, _ body: (inout TreeDump) -> Void = { _ in }) {
    lines.append(String(repeating: " ", count: depth) + title)
    depth += 1
    body(&self)
    depth -= 1
  }

  private mutating func optional<Part>(
    _ title: String, _ part: Part?, _ body: (inout TreeDump, Part) -> Void
  ) {
    if let part { node(title) { body(&$0, part) } }
  }

  private static func quoted(_ text: String?) -> String { text.map { $0.debugDescription } ?? "-" }

  // MARK: Statements

  private mutating func statements(_ statements: [Statement]) {
    for statement in statements { self.statement(statement.kind) }
  }

  private mutating func block(_ block: Block) {
    node("block") { $0.statements(block.statements) }
  }

  private mutating func statement(_ kind: Statement.Kind) {
    switch kind {
    case .edition(let number): node("edition \(number)")
    case .parameter(let parameter):
      node("param \(parameter.name.text) \(parameter.type.text) \(Self.quoted(parameter.purpose))")
      {
        $0.optional("standard", parameter.standard) { $0.expression($1) }
      }
    case .needs(let need): node("needs \(need.access) \(Self.quoted(need.path))")
    case .use(let module):
      node("use \(Self.quoted(module.path)) \(module.alias?.text ?? "-")")
    case .binding(let name, let type, let value):
      node("let \(name.text) \(type?.text ?? "-")") { $0.expression(value) }
    case .definition(let function):
      node(
        "def \(function.name.text) \(function.result?.text ?? "-") \(Self.quoted(function.purpose))"
      ) { dump in
        for formal in function.formals {
          dump.node("formal \(formal.name.text) \(formal.type?.text ?? "-")") {
            $0.optional("standard", formal.standard) { $0.expression($1) }
          }
        }
        dump.block(function.body)
      }
    case .loop(let loop):
      node("for \(loop.variable.text)") {
        $0.expression(loop.list)
        $0.block(loop.body)
      }
    case .branch(let branch):
      node("if") {
        $0.expression(branch.condition)
        $0.block(branch.body)
        $0.optional("else", branch.otherwise) { $0.block($1) }
      }
    case .assertion(let condition, let otherwise):
      node("assert") {
        $0.expression(condition)
        $0.optional("else", otherwise) { $0.expression($1) }
      }
    case .exercise(let exercise): self.exercise(exercise)
    case .pipeline(let pipeline): self.pipeline(pipeline)
    case .broken: node("broken")
    }
  }

  private mutating func exercise(_ exercise: Exercise) {
    node("exercise \(Self.quoted(exercise.name.text))") { dump in
      dump.optional("title", exercise.title) { $0.node(Self.quoted($1)) }
      dump.optional("ask", exercise.question) { $0.node(Self.quoted($1)) }
      for hint in exercise.hints { dump.node("hint \(Self.quoted(hint))") }
      dump.optional("given", exercise.given) { $0.block($1) }
      for check in exercise.checks {
        dump.node("check") {
          $0.expression(check.condition)
          $0.optional("else", check.otherwise) { $0.expression($1) }
        }
      }
      dump.optional("solution", exercise.solution) { $0.block($1) }
    }
  }

  // MARK: Pipelines

  private mutating func pipeline(_ pipeline: Pipeline) {
    node("pipeline") { dump in for stage in pipeline.stages { dump.stage(stage.kind) } }
  }

  private mutating func stage(_ kind: Stage.Kind) {
    switch kind {
    case .call(let name, let arguments):
      node("command \(name.text)") { dump in
        for argument in arguments { dump.argument(argument) }
      }
    case .value(let value): node("value") { $0.expression(value) }
    case .filter(let condition): node("where") { $0.expression(condition) }
    case .derivation(let definitions):
      node("derive") { $0.definitions(definitions) }
    case .grouping(let keys, let definitions):
      node("group " + keys.map(\.text).joined(separator: ",")) {
        $0.optional("figures", definitions) { $0.definitions($1) }
      }
    case .each(let name, let block): node("each \(name.text)") { $0.block(block) }
    case .explanation(let pipeline): node("explain") { $0.pipeline(pipeline) }
    case .broken: node("broken")
    }
  }

  private mutating func definitions(_ definitions: [Definition]) {
    for definition in definitions {
      node("= \(definition.name.text)") { $0.expression(definition.value) }
    }
  }

  private mutating func argument(_ argument: Argument) {
    let comma = argument.followsComma ? " comma" : ""
    switch argument.kind {
    case .flag(let name, let value):
      node("flag \(name.text)\(comma)") { $0.optional("tied", value) { $0.value($1) } }
    case .value(let value): node("argument\(comma)") { $0.value(value) }
    }
  }

  private mutating func value(_ value: ArgumentValue) {
    switch value.kind {
    case .word(let word): node("word \(Self.quoted(word))")
    case .expression(let expression): self.expression(expression)
    case .list(let elements):
      node("words") { dump in for element in elements { dump.value(element) } }
    case .wrong(let message): node("wrong \(message.id)")
    case .broken: node("broken")
    }
  }

  // MARK: Formulas

  private mutating func expression(_ expression: Expression) {
    switch expression.kind {
    case .literal(let value): node("literal \(value.type) \(Self.quoted(value.plainText))")
    case .regex(let pattern, _): node("regex \(Self.quoted(pattern))")
    case .name(let name): node("name \(name)")
    case .variable(let name): node("variable \(name)")
    case .list(let elements):
      node("list") { dump in for element in elements { dump.expression(element) } }
    case .unary(let sign, let operand): node("unary \(sign.rawValue)") { $0.expression(operand) }
    case .binary(let sign, _, let left, let right):
      node("binary \(sign.rawValue)") {
        $0.expression(left)
        $0.expression(right)
      }
    case .field(let operand, let name): node("field \(name.text)") { $0.expression(operand) }
    case .call(let name, let arguments):
      node("call \(name.text)") { dump in
        for argument in arguments { dump.expression(argument) }
      }
    case .pipeline(let pipeline): self.pipeline(pipeline)
    case .broken: node("broken")
    }
  }
}
