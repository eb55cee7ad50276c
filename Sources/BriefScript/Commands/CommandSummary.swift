import BriefSource

/// A declaration without its command: what help, completion and the checker need.
public struct CommandSummary: Sendable {
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
  /// Its arguments in their order, then its flags.
  public let parameters: [ParameterSummary]
  /// Lines that show it.
  public let examples: [Example]
}

/// A parameter without the command it sets.
public struct ParameterSummary: Sendable {
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
    /// A file's name, or a pattern that stands for several.
    case path
    /// One of these words.
    case choice([String])
    /// A column of the input.
    case column
    /// Several columns of the input.
    case columns
    /// A new name for a column: any name.
    case newName
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
}

/// What is offered when an argument is completed.
public enum CompletionKind: Sendable, Hashable {
  /// What follows from the type: columns, choices, files.
  case automatic
  /// The words that the program knows under this name: `speakers`, `entities`, `commands`.
  case named(String)
}
