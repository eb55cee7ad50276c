import BriefScript
import BriefSource

/// Says why an answer is what it is.
struct WhyCommand: Command {
  var number = 1

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "why", .shell, "Says why a row of the last table is what it is: rule, evidence and place.",
      discussion: """
        The number is the one at the left of the table last shown; a table can also be handed \
        over: quotes | why 3.
        """,
      input: .anyOrNothing, output: .fixed(.page),
      parameters: [.argument("row", \.number, "the number of the row, 1 unless said")],
      examples: [Example("quotes | why 1", "why the first quotation has its speaker")])
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    let table = try context.shownTable(input)
    let row = try context.row(number, of: table)
    guard let explanation = table.explanation(of: row) else {
      throw context.failure(
        "no-explanation", "row \(number) is a fact of the text and needs no reason",
        parameter: "row",
        help: "show \(number) shows its place; quotes, entities, mentions and topics have reasons")
    }
    return .page(.explaining(explanation))
  }
}
