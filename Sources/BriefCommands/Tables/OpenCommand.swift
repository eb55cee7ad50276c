import BriefScript
import BriefSource

/// Reads a table from a file.
struct OpenCommand: ForetellingCommand {
  var path: String?

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "open", .tables, "Reads a table from a .csv, .tsv or .jsonl file.",
      discussion: """
        The first line of a .csv or .tsv file names the columns; what a name cannot hold becomes _. \
        A .jsonl file has an object on each line, and its columns are all names of members. A \
        column whose cells are all ints, numbers, dates (as 2025-11-14) or true and false is of \
        that type, any other is text; empty cells are missing. Because columns and types are known \
        before a script runs, the file has to be there then, and its name is written out or bound \
        to a variable by let. A file that has other columns by the time it is read is a mistake. \
        Tables that export has written are read as they were. Files are UTF-8.
        """,
      input: .nothing, output: .computed { _ in .unknown },
      parameters: [
        .argument("path", \.path, "the file to read", isRequired: true, accepts: .path(.read))
      ],
      examples: [
        Example("open {table}", "the table in a file"),
        Example("open {table} | where words > 10 | count", "how many of its rows have many words"),
      ])
  }

  static func foretell(
    _ arguments: KnownArguments, host: TableFiles
  ) throws(CallProblem) -> ValueType {
    guard let path = arguments.text("path") else {
      throw CallProblem(
        "unknown-file", "the file's name is not known before the script runs", parameter: "path",
        help: "write the name out, as in `open \"table.csv\"`")
    }
    if arguments.isPattern("path") {
      throw CallProblem(
        "not-one-file", "'open' reads one file, and '\(path)' is a pattern", parameter: "path",
        help: "put a name that holds *, ? or [ in quotation marks")
    }
    do {
      return .table(try host.table(path).type)
    } catch {
      throw CallProblem(error.id, error.message, parameter: "path", help: error.help)
    }
  }

  func run(_ input: Value, in context: CommandContext<TableFiles>) throws(ScriptError) -> Value {
    guard let path else { return .missing }
    try context.requireAccess(.read, path, parameter: "path")
    try context.requireRoom(toRead: path)
    let table: Table
    do {
      table = try context.host.table(path)
      if let ledger = context.ledger, let bytes = try? Source.fileBytes(path) {
        ledger.note(.text, path, bytes)
      }
    } catch {
      throw context.failure(error.id, error.message, parameter: "path", help: error.help)
    }
    if let foretold = context.foretold, foretold != .table(table.type) {
      throw context.failure(
        "changed-file", "'\(path)' has other columns than when the script was checked",
        parameter: "path", help: "read it in a script of its own, after it has been written")
    }
    return .table(table)
  }
}
