import BriefScript
import BriefSource

/// Lists the sessions that are saved.
struct SessionsCommand: Command {
  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "sessions", .session, "Lists the sessions that are saved, the one saved last first.",
      discussion: """
        A session called closed was kept when its terminal was closed. One that cannot be read is \
        listed with the reason; restore says more.
        """,
      input: .nothing, output: .fixed(.table(schema.type)),
      examples: [Example("sessions", "what can be brought back")])
  }

  private struct Row {
    let name: String
    let session: SavedSession?
    let lineCount: Int?
    let remark: String?
    let file: String
  }

  private static var schema: TableSchema<Row> {
    TableSchema(
      RowKind("session", plural: "sessions", source: "sessions"),
      [
        .string("session", "its name") { $0.name },
        .string("saved", "when it was saved, in UTC") { $0.session?.time },
        .int("briefings", "how many briefings were loaded") { $0.session?.briefingCount },
        .int("lines", "how many lines had been typed") { $0.lineCount },
        .string("remark", "why it cannot be restored") { $0.remark },
        .string("file", "where it is") { $0.file }.asDetail,
      ])
  }

  func run(_ input: Value, in context: CommandContext<Session>) throws(ScriptError) -> Value {
    guard let store = context.host.store else { throw context.noSessionStore }
    var rows: [Row] = []
    for name in store.names() {
      try context.checkInterruption()
      rows.append(row(name, store))
    }
    return .table(Self.schema.table(rows))
  }

  private func row(_ name: String, _ store: SessionStore) -> Row {
    let file = HomePath.abbreviating(store.path(name))
    func unusable(_ remark: String) -> Row {
      Row(name: name, session: nil, lineCount: nil, remark: remark, file: file)
    }
    do {
      let bytes = try store.bytes(name)
      let heading = try SavedSession(heading: bytes)
      let first = Array(bytes.prefix { $0 != 0x0A })
      let lines = (try? JSONReader.read(first))?["lines"]?.int
      return Row(name: name, session: heading, lineCount: lines, remark: nil, file: file)
    } catch let error as SavedSessionError {
      switch error {
      case .newer: return unusable("from a later version")
      case .damaged: return unusable("damaged")
      }
    } catch {
      return unusable("\(error)")
    }
  }
}
