import BriefAnalysis
import BriefScript
import BriefSource

/// Corrects what the program says of a quotation.
struct FixCommand: Command {
  var number: Int?
  var speaker: String?
  var hasNoSpeaker = false
  var cue: String?
  var kind: Quote.Kind?
  var isNoQuotation = false
  var undo: Int?
  var author: String?
  var path: String?

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "fix", .hand,
      "Corrects what the program says of a quotation, and keeps that beside the text.",
      discussion: """
        The number is the one at the left of the table of quotes or statements last shown. The \
        text is never changed: corrections are kept in a readable file beside it, NAME.fixes, or \
        in the one that --file names, and are applied again whenever the text is loaded. From then \
        on all commands go by them. What was corrected has no figure under sure, its row number \
        bears an asterisk, and why says what the program had said. Filters such as --sure 0.9 take \
        a person's word as sure. fixes lists the corrections; --undo with a number there takes one \
        back. A later correction of the same thing takes the place of the earlier.
        """,
      input: .anyOrNothing, output: .fixed(.page), isAcknowledgement: true,
      parameters: [
        .argument("row", \.number, "the number of the row"),
        .flag(
          "speaker", \.speaker, "who speaks: a name, alias or role, or other words",
          completing: .named("speakers")),
        .flag("no-speaker", \.hasNoSpeaker, "the text names no speaker"),
        .flag(
          "cue", \.cue, "the word that introduces it, as the text has it",
          completing: .named("cues")),
        .flag("kind", \.kind, "whether it is direct, mixed or indirect"),
        .flag("not-a-quote", \.isNoQuotation, "nobody is quoted here"),
        .flag("undo", \.undo, "takes back the correction of that number in fixes"),
        .flag("by", \.author, "who corrects it"),
        .flag(
          "file", \.path, "the file of corrections; NAME.fixes beside the text unless said",
          accepts: .path(.write)),
      ],
      examples: [
        Example(
          "quotes | fix 1 --speaker {speaker} --file {out}/week.fixes", "who it really was"),
        Example("quotes | fix 2 --not-a-quote --file {out}/week.fixes", "no quotation at all"),
      ])
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    if let undo { return .page(try takeBack(undo, in: context)) }
    guard let number else {
      throw context.failure(
        "nothing-to-fix", "which row is to be corrected?",
        help: "write its number: fix 3 --speaker NAME; or fix --undo N, with N as in fixes")
    }
    let table = try context.shownTable(input)
    let row = try context.row(number, of: table)
    guard let things = table.selecting([row]).things(QuoteRow.self), let quoteRow = things.first
    else {
      throw context.failure(
        "not-a-quotation", "row \(number) of the table last shown is no quotation",
        parameter: "row", help: "quotes and statements list quotations; fix the rows of these")
    }
    guard let briefing = context.host.briefing(of: quoteRow.briefing.source) else {
      throw context.failure(
        "unknown-text", "'\(quoteRow.briefing.source.name)' is no longer loaded",
        parameter: "row", help: "load it again, and list its quotes")
    }
    let changes = try changes(of: quoteRow.quote, in: briefing, context)
    guard !changes.isEmpty else {
      throw context.failure(
        "nothing-to-fix", "what is wrong with row \(number)?", parameter: "row",
        help: "say --speaker NAME, --no-speaker, --cue WORD, --kind KIND or --not-a-quote")
    }
    let range = briefing.source.scalarRange(quoteRow.quote.range)
    let words = Correction.words(of: quoteRow.quote.range, in: briefing.source)
    let path = path(of: briefing, in: context)
    let corrected = try context.updateFixes(of: briefing, at: path, isNamed: self.path != nil) {
      fixes in
      for change in changes {
        fixes.removeRows { $0.range == range && $0.change.field == change.field }
        fixes.append(Correction(range, change, author: author, words: words))
      }
    }
    return .page(page(of: corrected, at: range, changes.count, path))
  }

  private func path(of briefing: Briefing, in context: CommandContext<Session>) -> String {
    path ?? context.host.fixFiles[briefing.source.name]?.path
      ?? FixFile.path(beside: briefing.source.name)
  }

  /// What the flags say of `quote`, checked against the text.
  private func changes(
    of quote: Quote, in briefing: Briefing, _ context: CommandContext<Session>
  ) throws(ScriptError) -> [Correction.Change] {
    var changes: [Correction.Change] = []
    if let speaker {
      changes.append(.speaker(try name(of: speaker, in: briefing, context)))
    } else if hasNoSpeaker {
      changes.append(.nobody)
    }
    if let cue {
      guard briefing.hasCue(cue, near: quote.range) else {
        throw context.failure(
          "cue-not-found", "'\(cue)' does not stand near this quotation", parameter: "cue",
          help: "write the word as it stands in the paragraph of the quotation or the one before")
      }
      changes.append(.cue(cue))
    }
    if let kind { changes.append(.kind(kind)) }
    if isNoQuotation { changes.append(.notAQuotation) }
    return changes
  }

  /// The full name of whom `query` means; the words themselves where the text knows nobody.
  private func name(
    of query: String, in briefing: Briefing, _ context: CommandContext<Session>
  ) throws(ScriptError) -> String {
    let query = query.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !query.isEmpty else {
      throw context.failure(
        "nothing-to-fix", "the name of the speaker is empty", parameter: "speaker",
        help: "write a name, or --no-speaker when the text names none")
    }
    let named = briefing.entities.named(query, in: briefing.source)
    let persons = named.filter { briefing.entities[$0].type == .person }
    let meant = persons.count == 1 ? persons : named
    guard meant.count < 2 else {
      let names = meant.map { "'\(briefing.entities[$0].name)'" }
      throw context.failure(
        "ambiguous-name", "'\(query)' may mean \(names.joined(separator: " or "))",
        parameter: "speaker", help: "write one of these names")
    }
    guard let entity = meant.first else {
      context.reportUnknownName(query, parameter: "speaker", in: [briefing])
      return query
    }
    return briefing.entities[entity].name
  }

  private func takeBack(
    _ number: Int, in context: CommandContext<Session>
  ) throws(ScriptError) -> Page {
    let rows = FixRow.rows(of: context.host.current)
    guard rows.indices.contains(number - 1) else {
      let count =
        switch rows.count {
        case 0: "nothing has been corrected"
        case 1: "there is one correction"
        default: "there are corrections 1 to \(rows.count)"
        }
      throw context.failure(
        "no-such-fix", "there is no correction \(number); \(count)", parameter: "undo",
        help: "fixes lists them with their numbers")
    }
    let row = rows[number - 1]
    let correction = row.applied.correction
    let path = path(of: row.briefing, in: context)
    _ = try context.updateFixes(
      of: row.briefing, at: path, isNamed: self.path != nil, isRemoving: true
    ) { fixes in
      let position = fixes.rows.firstIndex {
        $0.change == correction.change && $0.words == correction.words
          && $0.author == correction.author
      }
      if let position { fixes.removeRow(at: position) }
    }
    return Page(
      "The \(correction.change.field) of \(correction.words) is the program's again.\n")
  }

  /// Says what was corrected, and where that is kept.
  private func page(
    of briefing: Briefing, at range: Range<Int>, _ count: Int, _ path: String
  ) -> Page {
    var page = Page()
    for applied in briefing.appliedCorrections.suffix(count)
    where applied.correction.range == range {
      let change = applied.correction.change
      let before = applied.before ?? "none"
      page.append(change.field, .strong)
      switch (change, applied.state) {
      case (.notAQuotation, _): page.append(": no quotation any more")
      case (_, .agrees): page.append(": \(before), as the program says")
      default:
        page.append(": \(change.value.isEmpty ? "none" : change.value)")
        page.append(" (the program: \(before))", .dim)
      }
      page.append("\n")
    }
    page.append("kept in \(path)\n", .dim)
    return page
  }
}
