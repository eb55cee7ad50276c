import BriefScript
import BriefSource

/// What the test commands work on: three invented briefings and what was said in them.
public final class Newsroom {
  /// A briefing.
  public struct Briefing {
    let source: Source
    let title: String
    let date: CalendarDate?
  }

  /// What somebody said in it.
  public struct Quote {
    let speaker: String?
    let text: Text
    let words: Int
    let date: CalendarDate?
    let score: Double
    let isDirect: Bool
    let topics: [String]
    let place: Place
  }

  let briefings: [Briefing]
  let quotes: [Quote]
  /// What `probe` was called with.
  public var calls: [String] = []

  /// Creates it with its briefings.
  public init() {
    let texts = [
      (
        "monday.txt", "Border closed", "2025-11-03",
        """
        BORDER CLOSED
        Mara Dell: We have shut the crossing at Torvan.
        Ivo Renn: Trade has to go on.
        Mara Dell: No.
        """
      ),
      (
        "friday.txt", "Talks resume", "2025-11-14",
        """
        TALKS RESUME
        Mara Dell: Talks begin again on Tuesday, and we expect them to last for a week.
        Someone: We shall see about Nádor.
        """
      ),
      ("undated.txt", "A note", "", "A NOTE\nIvo Renn: Nothing new.\n"),
    ]
    var briefings: [Briefing] = []
    var quotes: [Quote] = []
    for (name, title, date, text) in texts {
      let source = Source(name: name, text: text)
      let date = CalendarDate(date)
      briefings.append(Briefing(source: source, title: title, date: date))
      for line in 0..<source.lines.count {
        let range = source.lineRange(line)
        let parts = source[range].split(separator: ":", maxSplits: 1)
        guard parts.count == 2 else { continue }
        let start = range.start + parts[0].utf8.count + 2
        let quote = TextRange(start, range.end)
        let words = source[quote].split(separator: " ").count
        quotes.append(
          Quote(
            speaker: parts[0] == "Someone" ? nil : String(parts[0]),
            text: .excerpt(source, quote), words: words, date: date,
            score: Double(words) / 4, isDirect: words > 2,
            topics: words > 5 ? ["talks", "border"] : ["talks"],
            place: Place(source, quote)))
      }
    }
    self.briefings = briefings
    self.quotes = quotes
  }

  static let briefing = RowKind("briefing", plural: "briefings", source: "briefings")
  static let quote = RowKind("quote", plural: "quotes", source: "quotes")

  static var briefingSchema: TableSchema<Briefing> {
    TableSchema(
      briefing,
      [
        .string("title", "its heading", \.title),
        .date("date", "the day", \.date),
        .int("lines", "how many lines it has", { $0.source.lines.count }),
      ],
      place: { Place($0.source, $0.source.lineRange(0)) })
  }

  static var quoteSchema: TableSchema<Quote> {
    TableSchema(
      quote,
      [
        .string("speaker", "who said it", \.speaker),
        .text("quote", "what was said", { $0.text }),
        .int("words", "how many words", \.words),
        .date("date", "when", \.date),
        .number("score", "how sure that is", \.score),
        .bool("direct", "whether word for word", \.isDirect),
        .strings("topics", "what it is about", \.topics),
        .place("place", "where it stands", \.place),
      ], place: \.place,
      explanation: { Explanation(title: "said by \($0.speaker ?? "somebody")", steps: []) })
  }

  /// Commands that work on `host`, with a parameter of every kind among them.
  public static func allCommands(on host: Newsroom) -> [AnyCommand] {
    [
      AnyCommand(LoadCommand.self, host: host), AnyCommand(BriefingsCommand.self, host: host),
      AnyCommand(QuotesCommand.self, host: host), AnyCommand(SelectCommand.self, host: ()),
      AnyCommand(RenameCommand.self, host: ()), AnyCommand(SortCommand.self, host: ()),
      AnyCommand(TakeCommand.self, host: ()), AnyCommand(DistinctCommand.self, host: ()),
      AnyCommand(CountCommand.self, host: ()), AnyCommand(ColumnCommand.self, host: ()),
      AnyCommand(DescribeCommand.self, host: ()), AnyCommand(PrintCommand.self, host: ()),
      AnyCommand(ProbeCommand.self, host: host), AnyCommand(CloseCommand.self, host: ()),
      AnyCommand(QuitCommand.self, host: ()), AnyCommand(FirstCommand.self, host: ()),
    ]
  }
}
