/// What one line of a standoff file says of a stretch of its text.
public protocol StandoffRow: Sendable {
  /// The word in the first line of the file that tells what its rows are.
  static var fileKind: String { get }
  /// The names of the fields, in their order.
  static var fields: [String] { get }
  /// Reads the fields of one line.
  ///
  /// - Throws: ``StandoffFieldError`` for what is no such row.
  init(fields: [String]) throws(StandoffFieldError)
  /// The fields as they are written.
  var fieldValues: [String] { get }
}

/// What is wrong with the fields of a line, in one clause without a full stop.
public struct StandoffFieldError: Error, Sendable {
  /// What was expected and what was found.
  public let message: String

  /// Creates an error.
  public init(_ message: String) { self.message = message }

  /// Reads two offsets in code points, the first before the second.
  ///
  /// - Throws: ``StandoffFieldError``.
  static func offsets(_ start: String, _ end: String) throws(StandoffFieldError) -> Range<Int> {
    guard let from = Int(start), let to = Int(end), from >= 0, from < to else {
      throw StandoffFieldError(
        "expected two offsets, the first before the second, found '\(start)' and '\(end)'")
    }
    return from..<to
  }
}
