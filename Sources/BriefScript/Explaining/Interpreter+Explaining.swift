import BriefSource

extension Interpreter {
  /// The most columns of the row that is shown.
  private static let shownColumns = 5
  /// The most characters of a value that are shown.
  private static let shownCharacters = 40

  /// Runs the stages of a pipeline one by one, and says of each what it does, how many rows there
  /// are afterwards, and what one of them looks like.
  ///
  /// A stage that would change the session or touch files is described and not done, and neither
  /// is what follows it.
  func explain(_ explanation: PlannedExplanation) throws(ScriptError) -> Value {
    var page = StyledText()
    var value = Value.nothing
    var isDone = true
    for (index, stage) in explanation.stages.enumerated() {
      let number = "\(index + 1)  "
      let indent = String(repeating: " ", count: number.count)
      page.append(number, .dim)
      page.append(stage.text + "\n", .code)
      page.append(stage.words.indented(by: indent))
      if stage.isChanging, isDone {
        isDone = false
        page.append(
          indent + "This is not done: it would change the session or touch files"
            + (index + 1 < explanation.stages.count ? ", and what follows needs it.\n" : ".\n"),
          .dim)
      }
      guard isDone else { continue }
      try checkInterruption()
      let before = value
      for planned in stage.planned { value = try run(planned, value) }
      page.append(outcome(value, after: before, explanation.columns).indented(by: indent))
    }
    return .page(Page(page))
  }

  private func outcome(
    _ value: Value, after before: Value, _ columns: Set<String>
  ) -> StyledText {
    var words = StyledText("→ ", .dim)
    switch value {
    case .nothing: words.append("nothing\n", .strong)
    case .missing: words.append("missing\n", .strong)
    case .table(let table):
      words.append(Self.count(table.count, "row"), .strong)
      if case .table(let old) = before, old.count != table.count, old.type == table.type {
        words.append(" of \(old.count)")
      }
      words.append("\n")
      if !table.isEmpty { words.append(example(table, columns)) }
    case .list(let elements):
      words.append("a list of \(Self.count(elements.count, "element"))", .strong)
      if let first = elements.first { words.append(", the first \(Self.short(first))") }
      words.append("\n")
    case .page: words.append("a page to read\n", .strong)
    case .record(let record):
      words.append("a row\n", .strong)
      words.append(example(record.table.selecting([record.row]), columns))
    default: words.append(Self.short(value) + "\n", .strong)
    }
    return words
  }

  /// The first row: the columns that the pipeline speaks of, then those that stand first.
  private func example(_ table: Table, _ columns: Set<String>) -> StyledText {
    let all = table.type.columns
    var chosen = all.indices.filter { columns.contains(all[$0].name) }
    for index in all.indices where chosen.count < Self.shownColumns {
      if !chosen.contains(index), !all[index].isDetail { chosen.append(index) }
    }
    var words = StyledText("for example ", .dim)
    for (place, column) in chosen.sorted().prefix(2 * Self.shownColumns).enumerated() {
      if place > 0 { words.append("; ") }
      words.append(all[column].name, .code)
      words.append(" " + Self.short(table[0, column]))
    }
    words.append("\n")
    return words
  }

  private static func count(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }

  private static func short(_ value: Value) -> String {
    if value.isMissing { return "missing" }
    if case .place(let place) = value {
      // The end of a path says more than its beginning.
      return String(place.citation.split(separator: "/").last ?? "")
    }
    let text = value.plainText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard text.unicodeScalars.count > shownCharacters else { return text }
    return String(text.unicodeScalars.prefix(shownCharacters - 1)) + "…"
  }
}
