import BriefSource

/// A function that a script defines: what it takes, and all that its body can see.
///
/// The body is checked once for the types that are written, and again for every list of types that
/// it is called with, so that the columns of a table it is given are known inside.
final class ScriptFunction {
  struct Formal {
    let name: Name
    let type: ValueType
    let standard: Value?

    /// How it is written: `n: int = 3`.
    var written: String {
      "\(name.text): \(type.name)" + (standard.map { " = \($0.written)" } ?? "")
    }
  }

  /// The name it is called by, with that of its module.
  let name: String
  let definition: FunctionDefinition
  let formals: [Formal]
  /// The type that is written after the arrow.
  let result: ValueType?
  let script: Script
  /// What its body can see; `nil` when that is what the prompt knows at the time.
  let environment: Environment?
  /// The body as it was checked for lists of types.
  var instances: [[ValueType]: PlannedFunction] = [:]

  init(
    name: String, _ definition: FunctionDefinition, formals: [Formal], result: ValueType?,
    script: Script, environment: Environment?
  ) {
    self.name = name
    self.definition = definition
    self.formals = formals
    self.result = result
    self.script = script
    self.environment = environment
  }

  /// The same function under another name, or with other things to see.
  func copy(name: String? = nil, environment: Environment?) -> ScriptFunction {
    ScriptFunction(
      name: name ?? self.name, definition, formals: formals, result: result, script: script,
      environment: environment)
  }

  /// The types that stand for every call: what is written, and nothing known of tables.
  var writtenTypes: [ValueType] { formals.map { $0.type.isComposite ? .unknown : $0.type } }

  /// How it is called, as the declaration of a command says it.
  ///
  /// - Parameter isFed: Whether what stands before it is the value of its first formal.
  func summary(isFed: Bool) -> CommandSummary {
    let taken = isFed ? formals.dropFirst() : formals[...]
    return CommandSummary(
      name: name, subject: .shell, purpose: definition.purpose ?? "", discussion: "",
      input: .anyOrNothing, output: .fixed(.unknown), isAcknowledgement: false,
      parameters: taken.map { formal in
        ParameterSummary(
          name: formal.name.text,
          form: .argument(isRequired: formal.standard == nil, isRepeated: false),
          accepts: formal.type.accepts,
          purpose: formal.written,
          completion: .automatic)
      },
      examples: [], signature: usage)
  }

  /// Its first line: `loudest(of: table, n: int = 3) -> table`.
  var usage: String {
    "\(name)(\(formals.map(\.written).joined(separator: ", ")))"
      + (result.map { " -> \($0.name)" } ?? "")
  }
}

extension ValueType {
  /// What an argument of this type may be.
  var accepts: ParameterSummary.Accepts {
    switch self {
    case .text: .text
    case .int: .int
    case .number: .number
    case .bool: .bool
    case .date: .date
    default: .value
    }
  }

  /// Whether it is that of a row.
  var isRow: Bool {
    if case .record = self { true } else { false }
  }

  /// Whether values of this type hold others, of which a written type says nothing.
  var isComposite: Bool {
    switch self {
    case .table, .record, .list: true
    default: false
    }
  }
}

extension Value {
  /// The value as a script writes it.
  var written: String {
    switch self {
    case .missing, .nothing: "missing"
    case .text(let text): "\"" + text.string.map(Self.escaped).joined() + "\""
    case .list(let elements): "[" + elements.map(\.written).joined(separator: ", ") + "]"
    default: plainText
    }
  }

  private static func escaped(_ character: Character) -> String {
    switch character {
    case "\"": #"\""#
    case "\\": #"\\"#
    case "\n": #"\n"#
    case "\t": #"\t"#
    default: String(character)
    }
  }
}
