extension FunctionDeclaration {
  /// What a parameter is called and what may stand for it.
  public struct ParameterDescription: Sendable, Hashable {
    /// The name, as in ``FunctionDeclaration/usage``.
    public let name: String
    /// What is wanted, in words: `a list of numbers`.
    public let accepts: String
    /// Whether it may be left out.
    public let isOptional: Bool
  }

  /// The parameters in their order.
  public var parameterDescriptions: [ParameterDescription] {
    parameters.map {
      ParameterDescription(name: $0.name, accepts: $0.accepts.phrase, isOptional: $0.isOptional)
    }
  }

  /// The type of what it gives, as far as the types of its parameters say.
  public var resultDescription: String {
    result(
      parameters.filter { !$0.isOptional }.map { parameter in
        switch parameter.accepts {
        case .type(let type): type
        case .numeric: .number
        case .listOf: .list(.unknown)
        case .countable, .pattern, .any: .unknown
        }
      }
    ).phrase
  }
}
