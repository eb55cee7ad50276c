import BriefSource

/// A parameter of a command: how it is written, and the property it sets.
public struct Parameter<C: Command> {
  let summary: ParameterSummary
  /// Sets the property; the value has been checked against ``ParameterSummary/accepts``.
  let set: (inout C, [Value]) -> Void

  init(
    _ name: String, _ form: ParameterSummary.Form, _ accepts: ParameterSummary.Accepts,
    _ purpose: String, _ completion: CompletionKind, within bounds: ClosedRange<Double>? = nil,
    isRequired: Bool = false, _ set: @escaping (inout C, [Value]) -> Void
  ) {
    summary = ParameterSummary(
      name: name, form: form, accepts: accepts, purpose: purpose, completion: completion,
      bounds: bounds, isRequired: isRequired)
    self.set = set
  }

  // MARK: Flags

  /// `--name`.
  public static func flag(
    _ name: String, _ property: WritableKeyPath<C, Bool>, _ purpose: String
  ) -> Parameter {
    Parameter(name, .switch, .bool, purpose, .automatic) { command, _ in
      command[keyPath: property] = true
    }
  }

  /// `--name TEXT`.
  public static func flag(
    _ name: String, _ property: WritableKeyPath<C, String?>, _ purpose: String,
    accepts: ParameterSummary.Accepts = .text, completing: CompletionKind = .automatic
  ) -> Parameter {
    Parameter(name, .flag, accepts, purpose, completing) { command, values in
      command[keyPath: property] = values.first?.argumentText
    }
  }

  /// `--name N`; a number outside of `bounds` is a mistake.
  public static func flag(
    _ name: String, _ property: WritableKeyPath<C, Int?>, _ purpose: String,
    within bounds: ClosedRange<Int>? = nil
  ) -> Parameter {
    let limits = bounds.map { Double($0.lowerBound)...Double($0.upperBound) }
    return Parameter(name, .flag, .int, purpose, .automatic, within: limits) { command, values in
      if case .int(let number)? = values.first { command[keyPath: property] = number }
    }
  }

  /// `--name NUMBER`; a number outside of `bounds` is a mistake.
  public static func flag(
    _ name: String, _ property: WritableKeyPath<C, Double?>, _ purpose: String,
    within bounds: ClosedRange<Double>? = nil
  ) -> Parameter {
    Parameter(name, .flag, .number, purpose, .automatic, within: bounds) { command, values in
      switch values.first {
      case .int(let number)?: command[keyPath: property] = Double(number)
      case .number(let number)?: command[keyPath: property] = number
      default: break
      }
    }
  }

  /// `--name DATE`.
  public static func flag(
    _ name: String, _ property: WritableKeyPath<C, CalendarDate?>, _ purpose: String
  ) -> Parameter {
    Parameter(name, .flag, .date, purpose, .automatic) { command, values in
      if case .date(let date)? = values.first { command[keyPath: property] = date }
    }
  }

  /// `--name WORD`, one of the words of `Choice`.
  public static func flag<Choice: CaseIterable & RawRepresentable>(
    _ name: String, _ property: WritableKeyPath<C, Choice?>, _ purpose: String
  ) -> Parameter where Choice.RawValue == String {
    Parameter(
      name, .flag, .choice(Choice.allCases.map(\.rawValue)), purpose, .automatic
    ) { command, values in
      command[keyPath: property] = (values.first?.argumentText).flatMap(Choice.init)
    }
  }

  // MARK: Arguments

  /// A text by position.
  public static func argument(
    _ name: String, _ property: WritableKeyPath<C, String?>, _ purpose: String,
    isRequired: Bool = false, accepts: ParameterSummary.Accepts = .text,
    completing: CompletionKind = .automatic
  ) -> Parameter {
    Parameter(
      name, .argument(isRequired: isRequired, isRepeated: false), accepts, purpose, completing
    ) { command, values in
      command[keyPath: property] = values.first?.argumentText
    }
  }

  /// A whole number by position.
  public static func argument(
    _ name: String, _ property: WritableKeyPath<C, Int>, _ purpose: String,
    isRequired: Bool = false
  ) -> Parameter {
    Parameter(
      name, .argument(isRequired: isRequired, isRepeated: false), .int, purpose, .automatic
    ) { command, values in
      if case .int(let number)? = values.first { command[keyPath: property] = number }
    }
  }

  /// Several texts by position: paths, words, or columns of the input.
  public static func arguments(
    _ name: String, _ property: WritableKeyPath<C, [String]>, _ purpose: String,
    isRequired: Bool = false, accepts: ParameterSummary.Accepts = .text,
    completing: CompletionKind = .automatic
  ) -> Parameter {
    Parameter(
      name, .argument(isRequired: isRequired, isRepeated: true), accepts, purpose, completing
    ) { command, values in
      command[keyPath: property] = values.map(\.argumentText)
    }
  }

  /// Several values of any type by position.
  public static func values(
    _ name: String, _ property: WritableKeyPath<C, [Value]>, _ purpose: String,
    isRequired: Bool = false
  ) -> Parameter {
    Parameter(
      name, .argument(isRequired: isRequired, isRepeated: true), .value, purpose, .automatic
    ) { command, values in
      command[keyPath: property] = values
    }
  }

  /// A whole number by position, when it is given.
  public static func argument(
    _ name: String, _ property: WritableKeyPath<C, Int?>, _ purpose: String,
    isRequired: Bool = false
  ) -> Parameter {
    Parameter(
      name, .argument(isRequired: isRequired, isRepeated: false), .int, purpose, .automatic
    ) { command, values in
      if case .int(let number)? = values.first { command[keyPath: property] = number }
    }
  }

  /// A new name for a column by position after a bare word: `who` in `rename speaker as who`.
  ///
  /// It has to be given.
  public static func newName(
    _ name: String, after word: String, _ property: WritableKeyPath<C, String?>,
    _ purpose: String
  ) -> Parameter {
    Parameter(
      name, .after(word: word), .newName, purpose, .automatic, isRequired: true
    ) { command, values in
      command[keyPath: property] = values.first?.argumentText
    }
  }

  /// A file's name by position after a bare word: `weekly.brief` in `keep 3 as weekly.brief`.
  ///
  /// It has to be given.
  public static func path(
    _ name: String, after word: String, _ access: FileAccess,
    _ property: WritableKeyPath<C, String?>, _ purpose: String
  ) -> Parameter {
    Parameter(
      name, .after(word: word), .path(access), purpose, .automatic, isRequired: true
    ) { command, values in
      command[keyPath: property] = values.first?.argumentText
    }
  }

  /// Columns by position after a bare word.
  public static func columns(
    _ name: String, after word: String, _ property: WritableKeyPath<C, [String]>,
    _ purpose: String, isRequired: Bool = false
  ) -> Parameter {
    Parameter(
      name, .after(word: word), .columns, purpose, .automatic, isRequired: isRequired
    ) { command, values in
      command[keyPath: property] = values.map(\.argumentText)
    }
  }
}

extension Value {
  /// The characters of a text argument; paths, columns and choices arrive as text too.
  var argumentText: String {
    if case .text(let text) = self { text.string } else { "" }
  }
}
