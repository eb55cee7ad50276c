import BriefSource

/// A function: its name, what it takes and gives, and what it computes.
///
/// Checking, help and completion all read this. A function of a missing value is missing.
public struct FunctionDeclaration: Sendable {
  /// What may stand for a parameter.
  enum Accepts: Sendable {
    case type(ValueType)
    /// An int or a number.
    case numeric
    /// A list of such values.
    case listOf(ElementKind)
    /// A list or a table.
    case countable
    /// A regular expression, which is no value.
    case pattern
    case any
  }

  /// What the elements of a list have to be.
  enum ElementKind: Sendable { case any, numeric, ordered, text }

  struct Parameter: Sendable {
    let name: String
    let accepts: Accepts
    var isOptional = false
  }

  /// The name.
  public let name: String
  let parameters: [Parameter]
  /// The type of the result for arguments of these types.
  let result: @Sendable ([ValueType]) -> ValueType
  /// What it gives, in a few words.
  public let summary: String
  /// A formula that shows it.
  public let example: String
  /// What the example gives.
  public let exampleResult: String
  let evaluate: @Sendable ([Value]) throws(FormulaFault) -> Value

  /// How it is written: `round(number, digits?)`.
  public var usage: String {
    let names = parameters.map { $0.isOptional ? "\($0.name)?" : $0.name }
    return "\(name)(\(names.joined(separator: ", ")))"
  }
}

extension FunctionDeclaration.Accepts {
  /// Whether a value of `type` may be given.
  func takes(_ type: ValueType) -> Bool {
    switch (self, type) {
    case (_, .unknown), (_, .missing), (.any, _): true
    case (.type(let expected), _): type.fits(expected)
    case (.numeric, _): type.isNumeric
    case (.countable, .list), (.countable, .table): true
    case (.listOf(let kind), .list(let element)):
      switch kind {
      case .any: true
      case .numeric: element.isNumeric || element.isOpen
      case .ordered: element.isOrdered
      case .text: element == .text || element.isOpen
      }
    default: false
    }
  }

  /// What is wanted, in words.
  var phrase: String {
    switch self {
    case .type(let type): type.phrase
    case .numeric: "a number"
    case .countable: "a list or a table"
    case .pattern: "a regular expression"
    case .any: "a value"
    case .listOf(.any): "a list"
    case .listOf(.numeric): "a list of numbers"
    case .listOf(.ordered): "a list of values that can be ordered"
    case .listOf(.text): "a list of text"
    }
  }
}
