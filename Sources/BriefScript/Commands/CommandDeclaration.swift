import BriefSource

/// What a command is called, takes and gives.
public struct CommandDeclaration<C: Command> {
  let summary: CommandSummary
  let parameters: [Parameter<C>]

  /// Declares a command.
  ///
  /// - Parameters:
  ///   - name: The word that calls it.
  ///   - subject: The group it is listed under.
  ///   - purpose: What it does, one sentence in the third person with a full stop.
  ///   - discussion: More about it, for `help NAME`; plain paragraphs.
  ///   - input: What it reads from the stage before.
  ///   - output: What it gives to the stage after.
  ///   - isAcknowledgement: Whether what it gives only confirms what it did, so that a script does
  ///     not print it.
  ///   - parameters: Arguments in their order, then flags.
  ///   - examples: Lines that run on any session with a briefing loaded.
  public init(
    _ name: String, _ subject: CommandSubject, _ purpose: String, discussion: String = "",
    input: InputRule, output: OutputRule, isAcknowledgement: Bool = false,
    parameters: [Parameter<C>] = [], examples: [Example]
  ) {
    summary = CommandSummary(
      name: name, subject: subject, purpose: purpose, discussion: discussion, input: input,
      output: output, isAcknowledgement: isAcknowledgement, parameters: parameters.map(\.summary),
      examples: examples)
    self.parameters = parameters
  }
}

/// The groups of `help`, in its order.
public enum CommandSubject: String, Sendable, CaseIterable {
  case session = "Session"
  case reading = "Reading"
  case speech = "Speech"
  case content = "Content"
  case words = "Words"
  case hand = "By hand"
  case tables = "Tables"
  case charts = "Charts"
  case shell = "Shell"
  case lessons = "Lessons"
}

/// A line that shows what a command is good for; it is run by the tests.
public struct Example: Sendable, Hashable {
  /// The line.
  public let line: String
  /// What it answers, in a few words.
  public let purpose: String

  /// Creates an example.
  public init(_ line: String, _ purpose: String) {
    self.line = line
    self.purpose = purpose
  }
}

/// What a command reads from the stage before it.
public enum InputRule: Sendable, Hashable {
  /// Nothing; it begins a pipeline.
  case nothing
  /// Rows of a kind; given none, it reads what the kind's ``RowKind/source`` gives.
  case rows(RowKind)
  /// Rows of a kind, or nothing at all.
  case rowsOrNothing(RowKind)
  /// Any table.
  case anyTable
  /// Any value.
  case any
  /// Any value, or nothing at all.
  case anyOrNothing
}

/// What a command gives to the stage after it.
public enum OutputRule: Sendable {
  /// Always this.
  case fixed(ValueType)
  /// A table of this type, or of the type that stands here for a flag that was given.
  case table(TableType, with: [String: TableType])
  /// A table of this type, or a page when this flag was given.
  case tableOrPage(TableType, pageWith: String)
  /// A table of the type it was given.
  case sameAsInput
  /// Worked out from what it was given, or a problem with that, which is reported before anything
  /// runs.
  case computed(@Sendable (CallShape) throws(CallProblem) -> ValueType)
}

extension OutputRule {
  /// What comes out where no flag is given and no input decides; `nil` when that is not known.
  public var plainType: ValueType? {
    switch self {
    case .fixed(let type): type
    case .table(let type, _), .tableOrPage(let type, _): .table(type)
    case .sameAsInput, .computed: nil
    }
  }
}
