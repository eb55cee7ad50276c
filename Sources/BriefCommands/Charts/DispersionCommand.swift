import BriefAnalysis
import BriefCorpus
import BriefScript
import BriefSource

/// Draws where in each briefing something occurs.
struct DispersionCommand: Command {
  var words: [String] = []
  var entity: String?
  var by: String?
  var table = false
  var figures = false
  var ascii = false

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "dispersion", .charts, "Draws where in each briefing a word, a name or a speaker occurs.",
      discussion: """
        Each word, or phrase in quotation marks, is looked for by itself, as kwic does; --entity \
        finds whoever or whatever has a name under any name, and where a noun or pronoun means it; \
        --by finds what somebody is quoted with. Below stand measures of how evenly that is \
        spread: DP (Gries) is 0 when every part has its share and near 1 when one has all, D \
        (Juilland) is 1 when it is spread evenly and 0 when one part has all. Parts are the \
        briefings, or ten equally long stretches of a single one. --table gives the counts, and \
        --figures the measures, as a table.
        """,
      input: .rows(.briefing),
      output: .computed { (shape) throws(CallProblem) in
        guard !shape.flags.isDisjoint(with: ["words", "entity", "by"]) else {
          throw CallProblem(
            "nothing-to-find", "'dispersion' is not told what to look for",
            help: "`dispersion WORD`, `dispersion --entity NAME` or `dispersion --by SPEAKER`")
        }
        if shape.flags.contains("figures") { return .table(figuresType) }
        return shape.flags.contains("table") ? .table(schema.type) : .page
      },
      parameters: [
        .arguments("words", \.words, "words, or phrases in quotation marks"),
        .flag(
          "entity", \.entity, "whoever or whatever goes by this name",
          completing: .named("entities")),
        .flag("by", \.by, "what this speaker is quoted with", completing: .named("speakers")),
        .flag("table", \.table, "a row for each briefing, with counts"),
        .flag("figures", \.figures, "a row for each word or name, with measures of its spread"),
        .flag("ascii", \.ascii, "draws in ASCII"),
      ],
      examples: [
        Example("dispersion {word}", "where it is spoken of"),
        Example("dispersion --by {speaker}", "where the speaker is quoted"),
        Example("dispersion {word} the --figures", "how evenly two words are spread"),
        Example("dispersion --entity {entity} --table", "how often each briefing means it"),
      ])
  }

  private static var schema: TableSchema<Occurrences> {
    TableSchema(
      RowKind("occurrence", plural: "occurrences", source: nil),
      [
        .string("term", "what was looked for") { $0.term },
        .string("briefing", "the briefing") { FileName($0.briefing.source.name).stem },
        .date("date", "the date of the briefing") { $0.briefing.metadata.date?.value }.asDetail,
        .int("count", "how often it occurs") { $0.places.count },
        .int("words", "how many words the briefing has") { $0.briefing.wordCount },
        .number("rate", "how often in 1,000 words") { $0.rate },
        .place("place", "where it first stands") { $0.place },
      ],
      place: { $0.place })
  }

  private static let figuresType = TableType([
    TableType.Column("term", .text, "what was looked for"),
    TableType.Column("count", .int, "how often it occurs"),
    TableType.Column("parts", .int, "how many briefings, or tenths of a single one"),
    TableType.Column("range", .int, "in how many of them it occurs"),
    TableType.Column("dp", .number, "the deviation of proportions (Gries): 0 is even"),
    TableType.Column("dp_norm", .number, "dp as a share of its greatest value"),
    TableType.Column("d", .number, "Juilland’s D: 1 is even"),
  ])

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    let briefings = input.briefings
    var groups: [[Occurrences]] = []
    for target in try targets(context) {
      var isKnown = false
      var group: [Occurrences] = []
      for briefing in briefings {
        try context.checkInterruption()
        group.append(Occurrences(of: target, in: briefing, isKnown: &isKnown))
      }
      groups.append(group)
      if isKnown { continue }
      switch target {
      case .words: break
      case .entity(let name): context.reportUnknownName(name, parameter: "entity", in: input)
      case .speaker(let name): context.reportUnknownName(name, parameter: "by", in: input)
      }
    }
    if figures {
      let rows = groups.filter { !$0.isEmpty }.map { group -> [Value] in
        let spread = group.dispersion
        return [
          .text(group[0].term), .int(spread.total), .int(spread.parts), .int(spread.range),
          Self.number(spread.deviation), Self.number(spread.normalisedDeviation),
          Self.number(spread.juilland),
        ]
      }
      return .table(Table(Self.figuresType, rows: rows))
    }
    if table { return .table(Self.schema.table(groups.flatMap { $0 })) }
    let names = Self.names(of: briefings)
    let chart = DispersionChart(
      groups: groups.filter { !$0.isEmpty }.map { Self.group($0, names) }, areStretches: by != nil)
    return .page(.chart(chart, inASCII: ascii))
  }

  private func targets(
    _ context: CommandContext<Session>
  ) throws(ScriptError) -> [Occurrences.Target] {
    var targets: [Occurrences.Target] = []
    for (index, word) in words.enumerated() {
      guard let concordance = Concordance(word) else {
        throw context.failure(
          "no-words", "there is no word to look for", parameter: "words", index: index,
          help: "dispersion WORD, or dispersion \"SEVERAL WORDS\"")
      }
      targets.append(.words(word, concordance))
    }
    if let entity { targets.append(.entity(entity)) }
    if let by { targets.append(.speaker(by)) }
    return targets
  }

  private static func number(_ number: Double?) -> Value { number.map { .number($0) } ?? .missing }

  /// How briefings are called beside their lines: by their files, or, where those have long names, by
  /// their dates as far as these tell them apart.
  private static func names(of briefings: [Briefing]) -> (Briefing) -> String {
    func stem(_ briefing: Briefing) -> String {
      DisplayText.harmless(FileName(briefing.source.name).stem)
    }
    let dates = Set(briefings.compactMap { $0.metadata.date?.value })
    let isLong = briefings.contains { DisplayText.width(stem($0)) > 24 }
    guard briefings.count > 1, isLong, dates.count == briefings.count else { return stem }
    return { $0.metadata.date?.value.description ?? stem($0) }
  }

  private static func group(
    _ occurrences: [Occurrences], _ names: (Briefing) -> String
  ) -> DispersionChart.Group {
    let spread = occurrences.dispersion
    let words = occurrences.reduce(0) { $0 + $1.briefing.wordCount }
    var facts = [spread.total == 1 ? "once" : "\(spread.total) times"]
    facts[0] += " in \(words) words"
    facts.append(
      occurrences.count == 1
        ? "in \(spread.range) of its \(spread.parts) tenths"
        : "in \(spread.range) of \(spread.parts) briefings")
    if let deviation = spread.deviation, let juilland = spread.juilland {
      let format = NumberText(for: [0.001])
      facts.append("DP \(format.text(deviation)), D \(format.text(juilland))")
    }
    return DispersionChart.Group(
      title: DisplayText.harmless(occurrences.first?.term ?? ""),
      strips: occurrences.map { occurrence in
        DispersionChart.Strip(
          label: names(occurrence.briefing),
          count: occurrence.places.count, shares: occurrence.shares)
      },
      summary: facts.joined(separator: "; "))
  }
}
