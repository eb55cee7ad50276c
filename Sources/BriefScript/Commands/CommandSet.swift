import BriefSource

/// The commands of a program by name.
public struct CommandSet {
  private let commands: [AnyCommand]
  let byName: [String: AnyCommand]

  /// Creates a set; of two commands of one name the first counts.
  public init(_ commands: [AnyCommand]) {
    self.commands = commands
    byName = Dictionary(commands.map { ($0.name, $0) }, uniquingKeysWith: { old, _ in old })
  }

  /// The names, in the order given.
  public var names: [String] { commands.map(\.name) }

  /// The declarations, in the order given; all of them are made for it.
  public var all: [CommandSummary] { commands.map(\.summary) }

  /// The declaration of the command called `name`.
  public subscript(name: String) -> CommandSummary? { byName[name]?.summary }
}

/// A command whose type is forgotten: its declaration, and how to run it.
///
/// The declaration is made when it is first asked for: a script uses few of the commands there are.
public final class AnyCommand {
  /// Runs a command with the values given for each parameter.
  typealias Run = (
    _ input: Value, _ arguments: [String: [Value]], _ site: CallSite,
    _ services: any CommandServices
  ) throws(ScriptError) -> Value

  /// The word that calls it.
  public let name: String
  private let declare: () -> (summary: CommandSummary, run: Run)
  private lazy var declared = declare()
  /// Says before anything runs what it will give; `nil` when its declaration says that.
  let foretell: ((KnownArguments) throws(CallProblem) -> ValueType)?
  /// Says before anything runs what is wrong with arguments that are known; `nil` for a command
  /// that takes whatever its declaration accepts.
  let examine: ((KnownArguments) throws(CallProblem) -> Void)?

  /// Its declaration.
  public var summary: CommandSummary { declared.summary }
  /// Runs it with the values given for each parameter.
  var run: Run { declared.run }

  private init<C: Command>(
    _ name: String, _ type: C.Type, _ host: C.Host,
    foretell: ((KnownArguments) throws(CallProblem) -> ValueType)? = nil,
    examine: ((KnownArguments) throws(CallProblem) -> Void)? = nil
  ) {
    self.name = name
    self.foretell = foretell
    self.examine = examine
    declare = {
      let declaration = C.declaration
      return (
        declaration.summary,
        { (input, arguments, site, services) throws(ScriptError) in
          var command = C()
          for parameter in declaration.parameters {
            if let values = arguments[parameter.summary.name] { parameter.set(&command, values) }
          }
          return try command.run(
            input, in: CommandContext(host: host, site: site, services: services))
        }
      )
    }
  }

  /// Wraps the command `type`, which will work on `host`; `name` is what its declaration calls it.
  public convenience init<C: Command>(_ name: String, _ type: C.Type, host: C.Host) {
    self.init(name, type, host)
  }

  /// Wraps the command `type`, which says itself what it will give.
  public convenience init<C: ForetellingCommand>(_ name: String, _ type: C.Type, host: C.Host) {
    self.init(
      name, type, host,
      foretell: { (arguments) throws(CallProblem) in
        try C.foretell(arguments, host: host)
      })
  }

  /// Wraps the command `type`, which says itself what arguments it does not take.
  public convenience init<C: ExaminingCommand>(_ name: String, _ type: C.Type, host: C.Host) {
    self.init(
      name, type, host,
      examine: { (arguments) throws(CallProblem) in
        try C.examine(arguments, host: host)
      })
  }

  /// Wraps the command `type` under the name that its declaration has, which is made at once.
  public convenience init<C: Command>(_ type: C.Type, host: C.Host) {
    self.init(C.declaration.summary.name, type, host)
  }
}
