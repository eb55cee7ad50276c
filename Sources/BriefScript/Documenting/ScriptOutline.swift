import BriefSource

/// What a script says of itself: its first comment, what it needs, its parameters, its functions
/// and its exercises.
public struct ScriptOutline: Sendable {
  /// A value that whoever runs the script can set.
  public struct Parameter: Sendable, Hashable {
    /// The name, without dashes.
    public let name: String
    /// The name of its type.
    public let type: String
    /// The value when none is given, as it is written; `nil` when one has to be given.
    public let standard: String?
    /// What it means.
    public let purpose: String?

    /// How it is written in a line of usage: `[--since DATE]`.
    public var usage: String {
      let written = "--\(name) \(type.uppercased())"
      return standard == nil ? written : "[\(written)]"
    }
  }

  /// A file or a folder that the script reads or writes.
  public struct Need: Sendable, Hashable {
    /// What it does there.
    public let access: FileAccess
    /// The path as it is written.
    public let path: String
  }

  /// A function that the script defines.
  public struct Function: Sendable, Hashable {
    /// The name.
    public let name: String
    /// How it is called, with types: `loudest(of: table, n: int = 3) -> table`.
    public let usage: String
    /// What it does.
    public let purpose: String?
  }

  /// The comment at the beginning, after the edition, without its marks; empty when there is none.
  public let introduction: [String]
  /// What the script needs, in its order.
  public let needs: [Need]
  /// Its parameters, in its order.
  public let parameters: [Parameter]
  /// Its functions, in its order.
  public let functions: [Function]
  /// The modules it uses, as they are written.
  public let modules: [String]
  /// The names of its exercises, in its order.
  public let exercises: [String]
  /// What its exercises are called: their titles, or their names where they have none.
  public let exerciseTitles: [String]

  /// Reads the outline of the script in `source`; what cannot be read is left out.
  ///
  /// Nothing is run. Linear in the length of the source.
  public init(_ source: Source) {
    let script = Parser.parse(source)
    introduction = Self.introduction(of: script)
    var needs: [Need] = []
    var parameters: [Parameter] = []
    var functions: [Function] = []
    var modules: [String] = []
    var exercises: [String] = []
    var exerciseTitles: [String] = []
    for statement in script.statements {
      switch statement.kind {
      case .needs(let need): needs.append(Need(access: need.access, path: need.path))
      case .parameter(let parameter):
        parameters.append(
          Parameter(
            name: parameter.name.text, type: parameter.type.text,
            standard: parameter.standard.map { source[$0.range] }, purpose: parameter.purpose))
      case .definition(let definition):
        functions.append(
          Function(
            name: definition.name.text, usage: Self.usage(of: definition, in: source),
            purpose: definition.purpose))
      case .use(let module): modules.append(module.path)
      case .exercise(let exercise):
        exercises.append(exercise.name.text)
        exerciseTitles.append(exercise.title ?? exercise.name.text)
      default: break
      }
    }
    self.needs = needs
    self.parameters = parameters
    self.functions = functions
    self.modules = modules
    self.exercises = exercises
    self.exerciseTitles = exerciseTitles
  }

  private static func usage(of definition: FunctionDefinition, in source: Source) -> String {
    let formals = definition.formals.map { formal in
      "\(formal.name.text): \(formal.type?.text ?? "")"
        + (formal.standard.map { " = " + source[$0.range] } ?? "")
    }
    return "\(definition.name.text)(\(formals.joined(separator: ", ")))"
      + (definition.result.map { " -> \($0.text)" } ?? "")
  }

  /// The comments before the first statement that follow each other line by line.
  private static func introduction(of script: Script) -> [String] {
    let source = script.source
    let first = script.statements.first {
      if case .edition = $0.kind { false } else { true }
    }
    var lines: [String] = []
    var lastLine: Int?
    for comment in script.comments {
      if let first, comment.start >= first.range.start { break }
      let line = source.lineNumber(at: comment.start)
      if let lastLine, line != lastLine + 1 { break }
      lastLine = line
      let text = source[comment].drop { $0 == "#" }
      lines.append(String(text.first == " " ? text.dropFirst() : text))
    }
    return lines
  }
}
