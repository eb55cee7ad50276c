import BriefSource

/// A formula that has a value.
struct Expression {
  enum Kind {
    case literal(Value)
    indirect case regex(String, TextRange)
    case name(String)
    case variable(String)
    indirect case list([Expression])
    indirect case unary(UnaryOperator, Expression)
    indirect case binary(BinaryOperator, at: TextRange, Expression, Expression)
    indirect case field(Expression, Name)
    indirect case call(Name, [Expression])
    indirect case pipeline(Pipeline)
    /// What the parser could not read, and has reported.
    case broken
  }

  let kind: Kind
  let range: TextRange
  /// How many levels of formulas there are inside it; kept small, so that recursion is safe.
  let depth: Int

  init(_ kind: Kind, _ range: TextRange, depth: Int = 0) {
    self.kind = kind
    self.range = range
    self.depth = depth
  }
}

/// An operator before its operand.
enum UnaryOperator: String {
  case not
  case minus = "-"
}

/// An operator between its operands.
enum BinaryOperator: String, CaseIterable {
  case or, and
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case isIn = "in"
  case matches = "~"
  case orElse = "??"
  case upTo = ".."
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divided = "/"
  case remainder = "%"

  /// How tightly it binds; `not` stands between `and` and the comparisons.
  var precedence: Int {
    switch self {
    case .or: 1
    case .and: 2
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .isIn, .matches: 4
    case .orElse: 5
    case .upTo: 6
    case .plus, .minus: 7
    case .times, .divided, .remainder: 8
    }
  }

  /// The operators that are no words.
  static let symbols = Set(allCases.map(\.rawValue)).subtracting(["or", "and", "in", ".."])

  /// Whether it compares, so that two of them in a row mean nothing.
  var isComparison: Bool { precedence == 4 }
}
