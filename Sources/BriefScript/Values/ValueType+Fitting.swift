extension ValueType {
  /// Whether a value of this type may stand where `expected` is wanted.
  ///
  /// An int may stand for a number. `missing` and what is unknown fit everywhere. A table fits a
  /// table when it is of the same kind of rows, or when no kind is asked for.
  public func fits(_ expected: ValueType) -> Bool {
    switch (self, expected) {
    case (.unknown, _), (_, .unknown), (.missing, _): true
    case (.int, .number): true
    case (.list(let element), .list(let expected)): element.fits(expected)
    case (.table(let type), .table(let expected)), (.record(let type), .record(let expected)):
      expected.rowKind == nil || expected.rowKind == type.rowKind
    default: self == expected
    }
  }

  /// The type of a place that holds values of both types, or `nil` when there is none.
  public func joined(with other: ValueType) -> ValueType? {
    switch (self, other) {
    case (.unknown, _), (.missing, _): other
    case (_, .unknown), (_, .missing): self
    case (.int, .number), (.number, .int): .number
    case (.list(let left), .list(let right)): left.joined(with: right).map { .list($0) }
    case (.table(let left), .table(let right)):
      left.names == right.names ? .table(left.withChoices(of: right)) : nil
    case (.record(let left), .record(let right)):
      left.names == right.names ? .record(left.withChoices(of: right)) : nil
    default: self == other ? self : nil
    }
  }

  /// Whether values of this type have an order that `<`, `min` and `sort` can use.
  public var isOrdered: Bool {
    switch self {
    case .int, .number, .text, .date, .duration, .place, .unknown, .missing: true
    default: false
    }
  }

  /// Whether it is `int` or `number`.
  public var isNumeric: Bool { self == .int || self == .number }

  /// Whether nothing is known of it, or nothing but that it may be missing.
  var isOpen: Bool { self == .unknown || self == .missing }

  /// The word for it with its article: `an int`, `a list of text`, `text`.
  public var phrase: String {
    switch self {
    case .nothing, .text, .missing: name
    case .int: "an int"
    case .unknown: "a value"
    default: "a \(name)"
    }
  }
}
