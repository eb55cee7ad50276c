import BriefScript
import BriefSource

private let briefings = ValueType.table(Newsroom.briefingSchema.type)
private let quotes = ValueType.table(Newsroom.quoteSchema.type)

struct LoadCommand: Command {
  var paths: [String] = []
  var date: CalendarDate?

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "load", .session, "Loads briefings.", input: .nothing, output: .fixed(briefings),
      parameters: [
        .arguments("paths", \.paths, "files to load", isRequired: true, accepts: .path(.read)),
        .flag("date", \.date, "the day of the briefing"),
      ], examples: [])
  }

  func run(_ input: Value, in context: CommandContext<Newsroom>) throws(ScriptError) -> Value {
    for (index, path) in paths.enumerated() where path.utf8.starts(with: "nowhere".utf8) {
      throw context.failure(
        "no-such-file", "no file '\(path)'", parameter: "paths", index: index)
    }
    let marks = paths.indices.map { context.isPattern("paths", $0) ? "pattern" : "path" }
    context.host.calls.append(
      zip(marks, paths).map { "\($0) \($1)" }.joined(separator: ", ")
        + (date.map { " on \($0)" } ?? ""))
    return .table(Newsroom.briefingSchema.table(context.host.briefings))
  }
}

struct BriefingsCommand: Command {
  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "briefings", .session, "Lists the briefings.", input: .nothing, output: .fixed(briefings),
      examples: [])
  }

  func run(_ input: Value, in context: CommandContext<Newsroom>) throws(ScriptError) -> Value {
    .table(Newsroom.briefingSchema.table(context.host.briefings))
  }
}

enum QuoteKind: String, CaseIterable { case direct, indirect }

struct QuotesCommand: Command {
  var by: String?
  var kind: QuoteKind?
  var least: Int?
  var isLong = false

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "quotes", .speech, "Finds what was said.", input: .rows(Newsroom.briefing),
      output: .fixed(quotes),
      parameters: [
        .flag("by", \.by, "who said it", completing: .named("speakers")),
        .flag("kind", \.kind, "direct or indirect"),
        .flag("least", \.least, "the least number of words", within: 0...1000),
        .flag("long", \.isLong, "only long ones"),
      ], examples: [])
  }

  func run(_ input: Value, in context: CommandContext<Newsroom>) throws(ScriptError) -> Value {
    guard case .table(let table) = input, let briefings = table.things(Newsroom.Briefing.self)
    else { throw context.failure("no-briefings", "these rows are no briefings") }
    let found = context.host.quotes.filter { quote in
      briefings.contains { $0.source === quote.place.source }
        && (by.map { (quote.speaker ?? "").contains($0) } ?? true)
        && (kind.map { ($0 == .direct) == quote.isDirect } ?? true)
        && quote.words >= least ?? 0 && (!isLong || quote.words > 5)
    }
    return .table(Newsroom.quoteSchema.table(found))
  }
}

struct SelectCommand: Command {
  var columns: [String] = []

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "select", .tables, "Keeps columns.", input: .anyTable,
      output: .computed { shape in
        shape.table.map { .table($0.selecting(shape.columns["columns"] ?? [])) } ?? .unknown
      },
      parameters: [
        .arguments("columns", \.columns, "columns to keep", isRequired: true, accepts: .columns)
      ], examples: [])
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    guard case .table(let table) = input else { return input }
    return .table(table.selecting(columns: columns))
  }
}

struct RenameCommand: Command {
  var old: String?
  var new: String?

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "rename", .tables, "Renames a column.", input: .anyTable,
      output: .computed { shape in
        guard let table = shape.table, let old = shape.columns["column"]?.first,
          let new = shape.columns["name"]?.first
        else { return .unknown }
        return .table(table.renaming(old, to: new))
      },
      parameters: [
        .argument("column", \.old, "the column", isRequired: true, accepts: .column),
        .newName("name", after: "as", \.new, "its new name"),
      ], examples: [])
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    guard case .table(let table) = input, let old, let new else { return input }
    return .table(table.renaming(old, to: new))
  }
}

struct SortCommand: Command {
  var columns: [String] = []
  var isDescending = false

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "sort", .tables, "Sorts rows.", input: .anyTable, output: .sameAsInput,
      parameters: [
        .arguments("columns", \.columns, "columns to sort by", isRequired: true, accepts: .columns),
        .flag("desc", \.isDescending, "greatest first"),
      ], examples: [])
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    guard case .table(let table) = input else { return input }
    return .table(table.sorted(by: columns, descending: isDescending))
  }
}

struct TakeCommand: Command {
  var count = 10

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "take", .tables, "Keeps the first rows.", input: .anyTable, output: .sameAsInput,
      parameters: [.argument("n", \.count, "how many rows")], examples: [])
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    guard case .table(let table) = input else { return input }
    if count < 0 { throw context.failure("negative", "less than no rows", parameter: "n") }
    return .table(table.selecting(0..<min(count, table.count)))
  }
}

struct DistinctCommand: Command {
  var columns: [String] = []

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "distinct", .tables, "Leaves out repeated rows.", input: .anyTable, output: .sameAsInput,
      parameters: [.arguments("columns", \.columns, "columns to compare", accepts: .columns)],
      examples: [])
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    guard case .table(let table) = input else { return input }
    return .table(table.distinct(columns))
  }
}

struct CountCommand: Command {
  var keys: [String] = []

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "count", .tables, "Counts rows.", input: .anyTable,
      output: .computed { shape in
        guard let keys = shape.columns["by"], let table = shape.table else { return .int }
        return .table(table.counted(by: keys))
      },
      parameters: [.columns("by", after: "by", \.keys, "columns to count by")], examples: [])
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    guard case .table(let table) = input else { return input }
    return keys.isEmpty ? .int(table.count) : .table(table.counted(by: keys))
  }
}

struct ColumnCommand: Command {
  var name: String?

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "column", .tables, "Makes a list of a column.", input: .anyTable,
      output: .computed { .list($0.columnType("name")) },
      parameters: [
        .argument("name", \.name, "the column", isRequired: true, accepts: .column)
      ], examples: [])
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    guard case .table(let table) = input else { return input }
    return .list(table.column(name ?? "") ?? [])
  }
}

struct DescribeCommand: Command {
  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "describe", .tables, "Describes the columns.", input: .anyTable,
      output: .fixed(.table(.described)), examples: [])
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    guard case .table(let table) = input else { return input }
    return .table(table.described())
  }
}

struct PrintCommand: Command {
  var values: [Value] = []

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "print", .tables, "Prints values.", input: .anyOrNothing, output: .fixed(.page),
      parameters: [.values("values", \.values, "what to print")], examples: [])
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    var all = values
    if case .nothing = input {} else { all.append(input) }
    let texts = all.map { $0.isMissing ? "missing" : $0.plainText }
    return .page(Page(texts.joined(separator: " ") + "\n"))
  }
}

/// Takes one parameter of every kind and notes what it was given.
struct ProbeCommand: Command {
  var number: Double?
  var day: CalendarDate?
  var text: String?
  var file: String?
  var isSwitched = false
  var rest: [String] = []

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "probe", .shell, "Notes what it is given.", input: .nothing, output: .fixed(.nothing),
      parameters: [
        .argument("text", \.text, "a text"),
        .arguments("rest", \.rest, "more text"),
        .flag("number", \.number, "a number"),
        .flag("day", \.day, "a day"),
        .flag("file", \.file, "a file", accepts: .path(.read)),
        .flag("switch", \.isSwitched, "a switch"),
      ], examples: [])
  }

  func run(_ input: Value, in context: CommandContext<Newsroom>) throws(ScriptError) -> Value {
    var parts = ([text].compactMap { $0 } + rest).map { "<\($0)>" }
    if let number { parts.append("number=\(number)") }
    if let day { parts.append("day=\(day)") }
    if let file { parts.append("file=\(file)\(context.isPattern("file") ? " (pattern)" : "")") }
    if isSwitched { parts.append("switch") }
    context.host.calls.append(parts.joined(separator: " "))
    return .nothing
  }
}

struct FirstCommand: Command {
  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "one", .tables, "Gives the first row.", input: .anyTable,
      output: .computed { $0.table.map { .record($0) } ?? .unknown }, examples: [])
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    guard case .table(let table) = input, !table.isEmpty else { return .missing }
    return .record(table.record(0))
  }
}

struct CloseCommand: Command {
  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "close", .session, "Gives nothing.", input: .nothing, output: .fixed(.nothing), examples: [])
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    .nothing
  }
}

struct QuitCommand: Command {
  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "quit", .shell, "Ends.", input: .nothing, output: .fixed(.nothing), examples: [])
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    throw .quit
  }
}
