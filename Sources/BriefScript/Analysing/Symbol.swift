import BriefSource

/// A name in a script: where it stands, what it means, and where it was bound.
public struct Symbol: Sendable {
  /// What a name means.
  public enum Meaning: Sendable {
    /// A command.
    case command(CommandSummary)
    /// A word of the language that begins a stage or a statement.
    case stage(StageWord)
    /// A function of this script or of a module: how it is called, and what it does.
    case definition(usage: String, purpose: String?)
    /// A flag of a command, or the word before a value of its.
    case parameter(ParameterSummary, of: String)
    /// A column, of the rows at hand or one that is defined here.
    case column(TableType.Column)
    /// A field of a value.
    case field(TableType.Column)
    /// A variable that holds such a value.
    case variable(ValueType)
    /// A function.
    case function(FunctionDeclaration)
    /// A figure of a group.
    case figure(AggregateDeclaration)
    /// The name of a type.
    case type(ValueType)
  }

  /// The name, without `$` or dashes.
  public let name: String
  /// Where it stands; a `$` or dashes before it belong to it.
  public let range: TextRange
  /// What it means.
  public let meaning: Meaning
  /// Where the name was bound in this script; ``range`` itself where that is done, and `nil` for
  /// what the script did not bind.
  public let place: TextRange?
  /// All of the statement or stage that binds it; `nil` where it is only used.
  public internal(set) var extent: TextRange?

  /// Whether it is bound here, and not only used.
  public var isBinding: Bool { extent != nil }
}
