import BriefSource

/// The smallest piece of a script that means something, with its place.
///
/// What stands between two tokens is space or a comment, so that tokens and their ranges are
/// enough to write the script again.
struct Token: Hashable {
  enum Kind: Hashable {
    /// A bare word in an argument: text, a path, a date, the name of a command.
    case word
    /// `--name`, as far as an equals sign.
    case flag
    /// A word in an expression: a column, a function, `and`.
    case name
    /// `$name`.
    case variable
    case string, textBlock, regex, int, number, date
    case pipe, comma, semicolon, newline, colon, arrow
    case leftParen, rightParen, leftBracket, rightBracket, leftBrace, rightBrace
    /// `$(`.
    case dollarParen
    case equals, equalEqual, notEqual, less, lessEqual, greater, greaterEqual, tilde
    case plus, minus, star, slash, percent, questionQuestion, dotDot, dot
    /// A character that begins nothing.
    case unknown
    case end
  }

  /// What is wrong with a token, although its end was found.
  enum Flaw: Hashable {
    case unclosedString, unclosedTextBlock
  }

  let kind: Kind
  let range: TextRange
  var flaw: Flaw?

  /// Whether another word can stand next to it only after a space.
  var isWordLike: Bool {
    switch kind {
    case .word, .flag, .name, .variable, .string, .textBlock, .regex, .int, .number, .date,
      .rightParen, .rightBracket, .rightBrace:
      true
    default: false
    }
  }

  /// Whether a value of an argument begins with it, or a flag.
  var beginsValue: Bool {
    switch kind {
    case .word, .flag, .variable, .string, .textBlock, .regex, .leftParen, .dollarParen,
      .leftBracket:
      true
    default: false
    }
  }

  /// Whether a statement may begin right after it.
  var beginsStatement: Bool {
    switch kind {
    case .newline, .semicolon, .leftBrace: true
    default: false
    }
  }

  /// Whether it ends a statement.
  var endsStatement: Bool {
    switch kind {
    case .newline, .semicolon, .end, .rightBrace: true
    default: false
    }
  }
}
