import BriefSource

/// The commands of a program by name.
public struct CommandSet {
  /// The declarations, in the order given.
  public let all: [CommandSummary]
  let byName: [String: AnyCommand]

  /// Creates a set; of two commands of one name the first counts.
  public init(_ commands: [AnyCommand]) {
    all = commands.map(\.summary)
    byName = Dictionary(commands.map { ($0.summary.name, $0) }, uniquingKeysWith: { old, _ in old })
  }

  /// The declaration of the command called `name`.
  public subscript(name: String) -> CommandSummary? { byName[name]?.summary }
}

/// A command whose type is forgotten: its declaration, and how to run it.
public struct AnyCommand {
  /// Its declaration.
  public let summary: CommandSummary
  /// Runs it with the values given for each parameter.
  let run:
    (
      _ input: Value, _ arguments: [String: [Value]], _ site: CallSite,
      _ services: any CommandServices
    ) throws(ScriptError) -> Value

  /// Wraps the command `type`, which will work on `host`.
  public init<C: Command>(_ type: C.Type, host: C.Host) {
    let declaration = C.declaration
    summary = declaration.summary
    run = { (input, arguments, site, services) throws(ScriptError) in
      var command = C()
      for parameter in declaration.parameters {
        if let values = arguments[parameter.summary.name] { parameter.set(&command, values) }
      }
      return try command.run(
        input, in: CommandContext(host: host, site: site, services: services))
    }
  }
}
