import BriefScript

/// Writes values as one line of text.
struct PrintCommand: Command {
  var values: [Value] = []

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "print", .shell, "Writes its values on one line, with a space between them.",
      input: .anyOrNothing, output: .fixed(.text),
      parameters: [.values("value", \.values, "text, a number, a variable, or ( an expression )")],
      examples: [
        Example("print \"ready\"", "a text"),
        Example("print \"quotations:\" $(quotes | count)", "a text and a number"),
      ])
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    var values = values
    if case .nothing = input {} else { values.append(input) }
    for value in values { try context.requireRoom(for: value) }
    return .text(values.map(\.plainText).joined(separator: " "))
  }
}
