import BriefSource

extension Completer {
  /// What may stand as an operand: columns, functions, and the texts that a column compared with it
  /// can hold.
  func operands(_ hasColumns: Bool, _ compared: Expression?) -> [Completion.Candidate] {
    let values = values(comparedWith: compared)
    // A string is whatever its author writes, unless it is to equal what a column holds.
    if word.isQuoted { return values }
    if word.text.isEmpty, !values.isEmpty { return values + [Self.missing] }
    var candidates = values
    var taken: Set<String> = []
    if hasColumns {
      candidates += columns.map(Self.candidate)
      if checker.probe?.isGrouping == true {
        taken = Set(AggregateDeclaration.all.map(\.name))
        candidates += AggregateDeclaration.all.map {
          .init($0.name + "(", $0.summary, isPartial: true, kind: .function)
        }
      }
    }
    candidates += FunctionDeclaration.all.filter { !taken.contains($0.name) }.map {
      .init($0.name + "(", $0.summary, isPartial: true, kind: .function)
    }
    candidates += environment.functions.values.sorted { $0.name < $1.name }.map {
      .init(
        $0.name + "(", $0.definition.purpose ?? $0.usage, isPartial: true, kind: .function)
    }
    candidates += [
      .init("false", "bool: does not hold", kind: .keyword), Self.missing,
      .init("not", "turns a condition round", kind: .keyword),
      .init("true", "bool: holds", kind: .keyword),
    ]
    return candidates
  }

  private static let missing = Completion.Candidate(
    "missing", "where the text does not say", kind: .keyword)

  /// The texts that the column on the other side of a comparison can hold, as far as known.
  private func values(comparedWith other: Expression?) -> [Completion.Candidate] {
    guard case .name(let name)? = other?.kind, let type = checker.probe?.columns,
      let column = type.columns.first(where: { $0.name == name }), column.type == .text
    else { return [] }
    if let choices = column.choices {
      return choices.map { .init($0, provider.summary(ofChoice: $0) ?? column.summary) }
    }
    return provider.values(of: column, in: type.rowKind, prefix: word.text)
  }

  /// The operators that may follow `operand`.
  func operators(after operand: Expression) -> [Completion.Candidate] {
    if isCondition(operand) { return Self.joining }
    guard case .name(let name) = operand.kind,
      let column = columns.first(where: { $0.name == name })
    else { return Self.comparing + Self.calculating }
    switch column.type {
    case .text: return Self.comparing + [Self.matching]
    case .int, .number: return Self.comparing + Self.calculating
    case .bool: return Self.joining
    default: return Self.comparing
    }
  }

  private func isCondition(_ operand: Expression) -> Bool {
    switch operand.kind {
    case .unary(.not, _): true
    case .binary(let binary, _, _, _): binary.precedence <= BinaryOperator.equal.precedence
    default: false
    }
  }

  private static func word(_ text: String, _ summary: String) -> Completion.Candidate {
    .init(text, summary, kind: .keyword)
  }

  private static let joining = [
    word("and", "both hold"), word("or", "one of them holds, or both"),
  ]
  private static let comparing = [
    word("==", "is equal to"), word("!=", "differs from"), word("in", "is one of a list"),
    word("<", "is less than"), word("<=", "is at most"), word(">", "is greater than"),
    word(">=", "is at least"),
  ]
  private static let matching = word("~", "has a part that fits a pattern, as in ~ /talks?/")
  private static let calculating = [
    word("+", "plus"), word("-", "minus"), word("*", "times"), word("/", "divided by"),
  ]
}
