/// What is wrong with a call of a command.
///
/// The checker reports it before anything runs. Where a type is known only at run time, the command
/// reports it then, with ``CommandContext/failure(_:)``.
public struct CallProblem: Error, Hashable, Sendable {
  /// The stable id.
  public let id: String
  /// What is wrong, in one sentence without a full stop.
  public let message: String
  /// The parameter whose argument is wrong; `nil` for the call as a whole.
  public let parameter: String?
  /// Which of the values given for the parameter; `nil` for all of them.
  public let index: Int?
  /// What is said at the place itself.
  public let label: String?
  /// One way to mend it.
  public let help: String?

  /// Describes a problem.
  public init(
    _ id: String, _ message: String, parameter: String? = nil, index: Int? = nil,
    label: String? = nil, help: String? = nil
  ) {
    self.id = id
    self.message = message
    self.parameter = parameter
    self.index = index
    self.label = label
    self.help = help
  }
}

extension CallProblem {
  /// A stage has to know every column of a table whose further columns are not known yet.
  static func openColumns(
    of opener: String, for stage: String, parameter: String? = nil, index: Int? = nil
  ) -> CallProblem {
    CallProblem(
      "open-columns",
      "the columns that '\(opener)' makes are known only when it runs, but '\(stage)' has to know "
        + "them",
      parameter: parameter, index: index, help: Message.namingOpenColumns(opener))
  }

  /// A table would have more rows or cells than are made.
  static func tooLarge(_ what: String, help: String) -> CallProblem {
    CallProblem("too-large-table", what, help: help)
  }
}
