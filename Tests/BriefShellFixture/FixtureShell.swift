import BriefScript
import BriefShell
import BriefSource
import Glibc

/// A shell with commands made for the tests.
enum FixtureShell {
  static func make() -> Shell {
    let commands = CommandSet([
      AnyCommand(BusyCommand.self, host: ()), AnyCommand(LinesCommand.self, host: ()),
      AnyCommand(EscapesCommand.self, host: ()), AnyCommand(GreetCommand.self, host: ()),
      AnyCommand(PrintCommand.self, host: ()), AnyCommand(OpenCommand.self, host: ()),
      AnyCommand(StepsCommand.self, host: ()),
    ])
    return Shell(Shell.Options(name: "fixture"), completion: Names()) {
      Engine(commands: commands, output: $0)
    }
  }
}

/// Knows three names.
private final class Names: CompletionProvider {
  func candidates(_ kind: String, prefix: String) -> [Completion.Candidate] {
    [
      .init("Tahir Hussain Andrabi", "the spokesperson"), .init("Zoë Ångström", "a reporter"),
      .init("Anwar", "a minister"),
    ].filter { $0.text.lowercased().hasPrefix(prefix.lowercased()) }
  }
}

/// Works until it is told to stop.
private struct BusyCommand: Command {
  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "busy", .shell, "Works until it is interrupted.", input: .nothing, output: .fixed(.nothing),
      examples: [])
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    context.report(Diagnostic(id: "busy", severity: .note, "working"))
    while true {
      try context.checkInterruption()
      usleep(1000)
    }
  }
}

/// Takes thirty steps of a twentieth of a second, so that there is progress to be seen.
private struct StepsCommand: Command {
  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "steps", .shell, "Takes thirty steps.", input: .nothing, output: .fixed(.text), examples: [])
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    for _ in 0..<30 {
      try context.checkInterruption(over: 30)
      usleep(50_000)
    }
    return .text("thirty steps")
  }
}

/// Gives a table of so many rows.
private struct LinesCommand: Command {
  var count = 3

  private static var schema: TableSchema<Int> {
    TableSchema(
      RowKind("line", plural: "lines"),
      [.int("n", "the number") { $0 }, .string("text", "some words") { "this is line \($0)" }])
  }

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "lines", .shell, "Gives a table of so many rows.", input: .nothing,
      output: .fixed(.table(schema.type)),
      parameters: [.argument("n", \.count, "how many")], examples: [])
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    .table(Self.schema.table(Array(1...max(1, count))))
  }
}

/// Gives what would drive a terminal.
private struct EscapesCommand: Command {
  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "escapes", .shell, "Gives what would drive a terminal.", input: .nothing,
      output: .fixed(.text), examples: [])
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    context.report(
      Diagnostic(id: "escapes", severity: .warning, "a \u{1B}[2J and a \u{202E} in a message"))
    return .text("a\u{1B}[31mb\u{9B}1mc\u{202E}d\u{7}\n\tlast")
  }
}

/// Greets somebody.
private struct GreetCommand: Command {
  var name: String?

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "greet", .shell, "Greets somebody.", input: .nothing, output: .fixed(.text),
      parameters: [
        .flag("whom", \.name, "who is greeted", completing: .named("people"))
      ], examples: [])
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    guard let name else {
      throw context.failure("nobody", "nobody is named", help: "say --whom NAME")
    }
    return .text("Good morning, \(name).")
  }
}

/// Writes values.
private struct PrintCommand: Command {
  var values: [Value] = []

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "print", .shell, "Writes values.", input: .nothing, output: .fixed(.text),
      parameters: [.values("value", \.values, "what is written")], examples: [])
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    .text(values.map(\.cellText).joined(separator: " "))
  }
}

/// Names a file.
private struct OpenCommand: Command {
  var path: String?

  static var declaration: CommandDeclaration<Self> {
    CommandDeclaration(
      "open", .shell, "Names a file.", input: .nothing, output: .fixed(.text),
      parameters: [
        .argument("path", \.path, "the file", isRequired: true, accepts: .path(.read))
      ], examples: [])
  }

  func run(_ input: Value, in context: CommandContext<Void>) throws(ScriptError) -> Value {
    .text("opened \(path ?? "nothing")")
  }
}
