import BriefSource

/// A declaration without its command: what help, completion and the checker need.
///
/// It never changes, and is shared by all that ask for it.
public final class CommandSummary: Sendable {
  /// The word that calls it.
  public let name: String
  /// The group it is listed under.
  public let subject: CommandSubject
  /// What it does, in one sentence.
  public let purpose: String
  /// More about it.
  public let discussion: String
  /// What it reads.
  public let input: InputRule
  /// What it gives.
  public let output: OutputRule
  /// Whether what it gives only confirms what it did.
  public let isAcknowledgement: Bool
  /// Its arguments in their order, then its flags.
  public let parameters: [ParameterSummary]
  /// Lines that show it.
  public let examples: [Example]
  /// How a function of a script is written: its arguments may be given by their names as well, as
  /// flags. `nil` for a command.
  let signature: String?
  /// The parameters that are given by position, in their order.
  let positional: [ParameterSummary]

  init(
    name: String, subject: CommandSubject, purpose: String, discussion: String, input: InputRule,
    output: OutputRule, isAcknowledgement: Bool, parameters: [ParameterSummary],
    examples: [Example], signature: String? = nil
  ) {
    self.name = name
    self.subject = subject
    self.purpose = purpose
    self.discussion = discussion
    self.input = input
    self.output = output
    self.isAcknowledgement = isAcknowledgement
    self.parameters = parameters
    self.examples = examples
    self.signature = signature
    positional = parameters.filter { if case .argument = $0.form { true } else { false } }
  }
}

/// A parameter without the command it sets.
public final class ParameterSummary: Sendable {
  /// How an argument is given.
  public enum Form: Sendable, Hashable {
    /// `--name VALUE`, or `--name=VALUE`.
    case flag
    /// `--name`.
    case `switch`
    /// By position; `isRequired` when it cannot be left out, `isRepeated` when more may follow.
    case argument(isRequired: Bool, isRepeated: Bool)
    /// By position after a bare word: `by` in `count by name`.
    case after(word: String)
  }

  /// What may be given.
  public enum Accepts: Sendable, Hashable {
    case text, int, number, bool, date
    /// A file's name, or a pattern that stands for several, and what is done with the file.
    case path(FileAccess)
    /// One of these words.
    case choice([String])
    /// A column of the input.
    case column
    /// Several columns of the input.
    case columns
    /// A new name for a column: any name.
    case newName
    /// Names of columns that come out, written as they are: any texts.
    case names
    /// A table.
    case table
    /// Any value.
    case value
  }

  /// The name, without dashes; unique in its command.
  public let name: String
  /// How it is given.
  public let form: Form
  /// What may be given.
  public let accepts: Accepts
  /// What it means, in a few words.
  public let purpose: String
  /// What is offered when it is completed.
  public let completion: CompletionKind
  /// The least and the greatest number that may be given; `nil` when any may.
  public let bounds: ClosedRange<Double>?
  /// Whether a call without it is wrong.
  public let isRequired: Bool

  /// Creates a parameter; one by position is required if its form says so.
  public init(
    name: String, form: Form, accepts: Accepts, purpose: String, completion: CompletionKind,
    bounds: ClosedRange<Double>? = nil, isRequired: Bool = false
  ) {
    self.name = name
    self.form = form
    self.accepts = accepts
    self.purpose = purpose
    self.completion = completion
    self.bounds = bounds
    if case .argument(isRequired: true, _) = form {
      self.isRequired = true
    } else {
      self.isRequired = isRequired
    }
  }

  /// Whether what is given are names of columns, which decide what the command gives.
  var takesColumns: Bool {
    switch accepts {
    case .column, .columns, .newName, .names: true
    default: false
    }
  }

  /// Whether several values may be given.
  public var isRepeated: Bool {
    switch form {
    case .flag, .switch: accepts == .columns || accepts == .names
    case .argument(_, let isRepeated): isRepeated || accepts == .columns
    case .after: accepts == .columns
    }
  }

  /// What stands for its value in a line of usage.
  var placeholder: String {
    switch accepts {
    case .text: "TEXT"
    case .int: "N"
    case .number: "NUMBER"
    case .bool: "true|false"
    case .date: "DATE"
    case .path: "FILE"
    case .choice(let words): words.joined(separator: "|")
    case .column, .columns: "COLUMN"
    case .newName, .names: "NAME"
    case .table: "TABLE"
    case .value: "VALUE"
    }
  }

  /// How it is written in a line of usage: `[--by TEXT]`, `N`, `COLUMN…`, `by COLUMN…`.
  public var usage: String { usage(placeholder) }

  func usage(_ kind: String) -> String {
    let placeholder = isRepeated ? kind + "…" : kind
    let written: String
    switch form {
    case .flag: written = "--\(name) \(placeholder)"
    case .switch: written = "--\(name)"
    case .argument: written = placeholder
    case .after(let word): written = "\(word) \(placeholder)"
    }
    return isRequired ? written : "[\(written)]"
  }
}

extension CommandSummary {
  /// How it is called, in one line: `count [by COLUMN…]`.
  public var usage: String {
    signature ?? ([name] + parameters.map(\.usage)).joined(separator: " ")
  }

  /// What may be given as `--name`.
  var flags: [ParameterSummary] {
    parameters.filter { signature != nil || $0.form == .flag || $0.form == .switch }
  }

  /// What `--name` gives, if anything.
  func flag(_ name: String) -> ParameterSummary? {
    parameters.first {
      $0.name == name && (signature != nil || $0.form == .flag || $0.form == .switch)
    }
  }

  /// The parameter called `name`.
  public func parameter(_ name: String) -> ParameterSummary? {
    parameters.first { $0.name == name }
  }
}

/// What is offered when an argument is completed.
public enum CompletionKind: Sendable, Hashable {
  /// What follows from the type: columns, choices, files.
  case automatic
  /// The words that the program knows under this name: `speakers`, `entities`, `commands`.
  case named(String)
}
