import BriefAnalysis
import BriefScript
import BriefSource

/// Reads a file of actors, or lists those that are loaded.
struct ActorsCommand: Command {
  var path: String?

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "actors", .session, "Reads a file of actors of yours, or lists those that are loaded.",
      discussion: """
        The file is tab-separated; its first line names its columns, in any order: name (needed), \
        aliases (several parted by |), type (person, ministry, armed group and so on; help \
        entities lists them), role, affiliation, and from and to, days such as 2025-11-14. Lines \
        that begin with # are left out. What the file says adds to the lists of the program and \
        wins over them; what the text says stays apart from both. A broken row is named with its \
        line and the others are used. An alias that two actors share leads to neither. Entries \
        that have run out at the date of a briefing are flagged in entities, who and problems. \
        load actors.tsv does the same.
        """,
      input: .nothing, output: .fixed(.table(schema.type)),
      parameters: [
        .argument(
          "path", \.path, "a .tsv file", accepts: .path(.read), completing: .named("files tsv"))
      ],
      examples: [Example("actors", "the actors that are loaded")])
  }

  private static var schema: TableSchema<Actor> {
    TableSchema(
      RowKind("actor", plural: "actors", source: nil),
      [
        .string("name", "the name") { $0.name },
        .string("type", "what it is") { $0.kind?.rawValue },
        .string("role", "the role") { $0.role },
        .string("affiliation", "whose role it is") { $0.affiliation },
        .date("from", "the first day") { $0.from },
        .date("to", "the last day") { $0.to },
        .strings("aliases", "other names") { $0.aliases },
        .string("file", "the file and line") { "\($0.file):\($0.line)" },
      ])
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    if let path {
      try context.requireAccess(.read, path, parameter: "path")
      do {
        let file = try ActorFile(reading: path, noting: context.ledger)
        for problem in file.problems { context.report(problem) }
        context.host.add(file.actors)
        return .table(Self.schema.table(file.actors))
      } catch {
        throw context.failure(error.id, error.message, parameter: "path", help: error.help)
      }
    }
    return .table(Self.schema.table(context.host.actors))
  }
}

extension ActorFile {
  /// Reads the file at `path`, which is noted in `ledger`.
  ///
  /// - Throws: ``LoadingError``.
  public init(reading path: String, noting ledger: FileLedger? = nil) throws(LoadingError) {
    do {
      self.init(try Source.reading(path, noting: ledger))
    } catch {
      throw .unreadable(error)
    }
  }

  /// Whether `path` is taken for a file of actors.
  public static func isActorFile(_ path: String) -> Bool { FileName(path).pathExtension == "tsv" }
}
