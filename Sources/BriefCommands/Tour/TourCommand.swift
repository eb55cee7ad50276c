import BriefScript
import BriefSource

/// Walks through the program on a briefing that comes along.
struct TourCommand: Command {
  /// Where to go in the tour.
  enum Move: String, CaseIterable {
    case next, back, stop
  }

  var move: String?

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "tour", .shell, "Walks through the program, one thing to try after the other.",
      discussion: """
        It needs no file: an invented briefing comes along. Each step says one thing and shows one \
        line; Enter alone runs it, and anything else can be typed as ever. tour next leaves a step \
        out, tour back goes to the one before, tour alone says the step at hand again. What is \
        loaded is put aside, and given back at the end or with tour stop.
        """,
      input: .nothing, output: .fixed(.page),
      parameters: [
        .argument(
          "move", \.move, "where to go", accepts: .choice(Move.allCases.map(\.rawValue)))
      ],
      examples: [
        Example("tour", "begin, or see the step at hand again"),
        Example("tour; tour next", "leave a step out"),
        Example("tour; tour stop", "end it and have back what was loaded"),
      ])
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    let session = context.host
    guard let move = move.flatMap(Move.init) else {
      let tour = session.tour ?? session.beginTour(of: context.commands)
      return .page(Page(tour.page))
    }
    guard let tour = session.tour else {
      throw context.failure(
        "no-tour", "there is no tour under way", parameter: "move", help: "tour begins one")
    }
    switch move {
    case .stop:
      session.endTour()
      return .page(Page(Tour.farewell))
    case .next where tour.isAtEnd:
      session.endTour()
      return .page(Page(Tour.farewell))
    case .next: tour.go(to: tour.step + 1)
    case .back: tour.go(to: tour.step - 1)
    }
    return .page(Page(tour.page))
  }
}
