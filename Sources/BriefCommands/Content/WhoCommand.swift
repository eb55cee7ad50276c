import BriefAnalysis
import BriefScript
import BriefSource

/// Shows everything that is known of somebody or something, on one card.
struct WhoCommand: Command {
  var name: String?

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "who", .content, "Shows everything known of somebody or something on one card.",
      discussion: """
        A card for each entity that goes by the name, over all briefings that are read: what it \
        is, its roles and names with the places that give them, how it is mentioned, what it is \
        quoted with, who speaks of it, with whom it occurs, and, apart from what the texts say, \
        what the lists of the program or an actor file know. Where one name leads to several, \
        there are several cards.
        """,
      input: .rows(.briefing), output: .fixed(.page),
      parameters: [
        .argument(
          "name", \.name, "a name, alias or role", isRequired: true, completing: .named("entities"))
      ],
      examples: [
        Example("who {speaker}", "everything known of a speaker"),
        Example("who {entity}", "a state or a body: what is part of it, and who speaks of it"),
      ])
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    guard let name else { return .page(Page()) }
    var cards: [EntityCard] = []
    for briefing in input.briefings {
      try context.checkInterruption(over: input)
      for id in briefing.entities.named(name, in: briefing.source) {
        let row = EntityRow(briefing: briefing, entity: briefing.entities[id])
        if let place = cards.firstIndex(where: { $0.isSame(as: row) }) {
          cards[place].rows.append(row)
        } else {
          cards.append(EntityCard(rows: [row]))
        }
      }
    }
    if cards.isEmpty { context.reportUnknownName(name, parameter: "name", in: input) }
    var page = StyledText()
    if cards.count > 1 {
      page.append("\(cards.count) go by “\(name)”; nothing in the texts makes them one.\n\n", .note)
    }
    for (index, card) in cards.enumerated() {
      if index > 0 { page.append("\n") }
      card.write(to: &page, namesFiles: input.briefings.count > 1)
    }
    return .page(Page(page))
  }
}
