import BriefSource

/// The names that a typed line binds and uses, as far as its form shows.
///
/// Names that mean something only inside of a block are among those used. Linear in the length of
/// the line.
public struct LineNames: Sendable {
  /// A name and where it stands, without `$`.
  public struct Occurrence: Sendable, Hashable {
    /// The name.
    public let name: String
    /// Where it stands.
    public let range: TextRange
  }

  /// What `let` binds.
  public private(set) var bound: [Occurrence] = []
  /// What `def` defines.
  public private(set) var defined: [Occurrence] = []
  /// The variables, wherever they are used.
  public private(set) var variables: [Occurrence] = []
  /// The commands and functions that are called, and every other word of a formula.
  public private(set) var called: [Occurrence] = []
  /// The modules that are used, by the name before their names; `nil` where there is none.
  public private(set) var modules: [String?] = []
  /// The statements of the outermost level.
  public private(set) var statements: [TextRange] = []
  /// Whether each statement does nothing but give names: `let`, `def`, `use`.
  public private(set) var givesNamesOnly = true

  /// Reads the names of `source`.
  public init(_ source: Source) {
    let script = Parser.parse(source)
    for statement in script.statements {
      statements.append(statement.range)
      switch statement.kind {
      case .binding(let name, _, _): bound.append(Self.occurrence(name))
      case .definition(let function): defined.append(Self.occurrence(function.name))
      case .use(let module): modules.append(module.alias?.text)
      case .edition: break
      default: givesNamesOnly = false
      }
    }
    called = script.commandNames.map(Self.occurrence)
    for token in script.tokens {
      switch token.kind {
      case .variable:
        let range = TextRange(token.range.start + 1, token.range.end)
        // A field of a value is a name of its own; of `$row.words` only `row` is the variable.
        let name = source[range].prefix { $0 != "." }
        variables.append(
          Occurrence(
            name: String(name),
            range: TextRange(range.start, range.start + name.utf8.count)))
      case .name: called.append(Occurrence(name: source[token.range], range: token.range))
      default: break
      }
    }
  }

  /// Whether anything is bound, defined or taken from a module.
  public var givesNames: Bool { !bound.isEmpty || !defined.isEmpty || !modules.isEmpty }

  private static func occurrence(_ name: Name) -> Occurrence {
    Occurrence(name: name.text, range: name.range)
  }
}
