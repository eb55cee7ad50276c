import BriefScript
import BriefSource

/// Commands with a parameter of every kind, for programs that are checked and never run.
enum FuzzCommands {
  static var all: CommandSet {
    CommandSet([
      AnyCommand(Load.self, host: ()), AnyCommand(Quotes.self, host: ()),
      AnyCommand(Select.self, host: ()), AnyCommand(Rename.self, host: ()),
      AnyCommand(Sort.self, host: ()), AnyCommand(Take.self, host: ()),
      AnyCommand(Count.self, host: ()), AnyCommand(Print.self, host: ()),
    ])
  }

  private static var rows: TableSchema<Int> {
    TableSchema(
      RowKind("quote", plural: "quotes", source: "load"),
      [
        .string("speaker", "who said it") { "speaker \($0)" }, .int("words", "how many") { $0 },
        .date("date", "when") { _ in nil }, .number("score", "how sure") { Double($0) },
        .bool("direct", "whether word for word") { $0 > 1 },
        .strings("topics", "what it is about") { _ in [] },
      ])
  }

  private struct Load: Command {
    var paths: [String] = []
    var date: CalendarDate?

    static var declaration: CommandDeclaration<Self> {
      CommandDeclaration(
        "load", .session, "Loads.", input: .nothing, output: .fixed(.table(rows.type)),
        parameters: [
          .arguments("paths", \.paths, "files", isRequired: true, accepts: .path(.read)),
          .flag("date", \.date, "the day"),
        ], examples: [])
    }

    func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
      .nothing
    }
  }

  private enum Kind: String, CaseIterable { case direct, indirect }

  private struct Quotes: Command {
    var by: String?
    var kind: Kind?
    var least: Int?
    var isLong = false

    static var declaration: CommandDeclaration<Self> {
      CommandDeclaration(
        "quotes", .speech, "Finds.", input: .anyOrNothing, output: .fixed(.table(rows.type)),
        parameters: [
          .flag("by", \.by, "who"), .flag("kind", \.kind, "direct or indirect"),
          .flag("least", \.least, "the least", within: 0...1000),
          .flag("long", \.isLong, "only long ones"),
        ], examples: [])
    }

    func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
      .nothing
    }
  }

  private struct Select: Command {
    var columns: [String] = []

    static var declaration: CommandDeclaration<Self> {
      CommandDeclaration(
        "select", .tables, "Keeps columns.", input: .anyTable,
        output: .computed { shape in
          shape.table.map { .table($0.selecting(shape.columns["columns"] ?? [])) } ?? .unknown
        },
        parameters: [
          .arguments("columns", \.columns, "columns", isRequired: true, accepts: .columns)
        ], examples: [])
    }

    func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
      input
    }
  }

  private struct Rename: Command {
    var old: String?
    var new: String?

    static var declaration: CommandDeclaration<Self> {
      CommandDeclaration(
        "rename", .tables, "Renames.", input: .anyTable,
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
      input
    }
  }

  private struct Sort: Command {
    var columns: [String] = []
    var isDescending = false

    static var declaration: CommandDeclaration<Self> {
      CommandDeclaration(
        "sort", .tables, "Sorts.", input: .anyTable, output: .sameAsInput,
        parameters: [
          .arguments("columns", \.columns, "columns", isRequired: true, accepts: .columns),
          .flag("desc", \.isDescending, "greatest first"),
        ], examples: [])
    }

    func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
      input
    }
  }

  private struct Take: Command {
    var count = 10

    static var declaration: CommandDeclaration<Self> {
      CommandDeclaration(
        "take", .tables, "Keeps rows.", input: .anyTable, output: .sameAsInput,
        parameters: [.argument("n", \.count, "how many")], examples: [])
    }

    func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
      input
    }
  }

  private struct Count: Command {
    var keys: [String] = []

    static var declaration: CommandDeclaration<Self> {
      CommandDeclaration(
        "count", .tables, "Counts.", input: .anyTable,
        output: .computed { shape in
          guard let keys = shape.columns["by"], let table = shape.table else { return .int }
          return .table(table.counted(by: keys))
        },
        parameters: [.columns("by", after: "by", \.keys, "columns")], examples: [])
    }

    func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
      input
    }
  }

  private struct Print: Command {
    var values: [Value] = []

    static var declaration: CommandDeclaration<Self> {
      CommandDeclaration(
        "print", .tables, "Prints.", input: .anyOrNothing, output: .fixed(.page),
        parameters: [.values("values", \.values, "what")], examples: [])
    }

    func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
      input
    }
  }
}
