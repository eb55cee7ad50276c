/// A value of JSON (RFC 8259), as ``JSONReader`` gives it.
public enum JSONValue: Hashable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number written without fraction and exponent that an `Int` can hold.
  case int(Int)
  /// Any other number, and `-0`; always finite.
  case number(Double)
  /// A string.
  case string(String)
  /// Values in their order.
  case array([JSONValue])
  /// Names with values, in the order they were written.
  case object(JSONObject)

  /// The value of the member called `name`; `nil` when there is none, or this is no object.
  public subscript(name: String) -> JSONValue? { object?[name] }

  /// Whether it is `null`.
  public var isNull: Bool { self == .null }

  /// What it holds, if it is `true` or `false`.
  public var bool: Bool? { if case .bool(let flag) = self { flag } else { nil } }

  /// What it holds, if it is an ``int(_:)``.
  public var int: Int? { if case .int(let number) = self { number } else { nil } }

  /// What it holds, if it is a number of either kind; an integer beyond 2⁵³ is rounded.
  public var number: Double? {
    switch self {
    case .int(let number): Double(number)
    case .number(let number): number
    default: nil
    }
  }

  /// What it holds, if it is a string.
  public var string: String? { if case .string(let text) = self { text } else { nil } }

  /// What it holds, if it is an array.
  public var array: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }

  /// What it holds, if it is an object.
  public var object: JSONObject? { if case .object(let object) = self { object } else { nil } }

  /// What kind of value it is, for messages: `a string`, `null`.
  public var phrase: String {
    switch self {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .int, .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

extension JSONWriter {
  /// Writes a value; its parts come in the order they have.
  public mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let flag): self.value(flag)
    case .int(let number): self.value(number)
    case .number(let number): self.value(number)
    case .string(let text): self.value(text)
    case .array(let elements):
      array { json in
        for element in elements { json.value(element) }
      }
    case .object(let object):
      self.object { json in
        for member in object.members { json.member(member.name, member.value) }
      }
    }
  }

  /// Writes a member with any value.
  public mutating func member(_ name: String, _ value: JSONValue) {
    key(name)
    self.value(value)
  }
}
