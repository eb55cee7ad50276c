import BriefScript

/// Rows that are chosen by their numbers: `3`, `5-7`.
struct RowSelection {
  /// The numbers from 1, in the order given.
  let numbers: [Int]

  /// Reads `values`, of which each is a number or two with a hyphen between them.
  ///
  /// - Throws: ``ScriptError`` about `parameter` when one is neither, or when `table` has no such row.
  init<Host>(
    _ values: [Value], of table: Table, parameter: String, in context: CommandContext<Host>
  ) throws(ScriptError) {
    var numbers: [Int] = []
    for (index, value) in values.enumerated() {
      guard let range = Self.range(value) else {
        throw context.failure(
          "no-row-number", "'\(value.plainText)' is no number of a row", parameter: parameter,
          index: index, help: "rows are written as 3, and several as 5-7")
      }
      for number in [range.lowerBound, range.upperBound] {
        guard number >= 1, number <= table.count else {
          let rows =
            switch table.count {
            case 0: "it has no rows"
            case 1: "it has one row"
            default: "it has rows 1 to \(table.count)"
            }
          throw context.failure(
            "no-such-row", "the table has no row \(number); \(rows)", parameter: parameter,
            index: index, help: "the numbers stand at the left of the table last shown")
        }
      }
      numbers += range
    }
    self.numbers = numbers
  }

  private static func range(_ value: Value) -> ClosedRange<Int>? {
    switch value {
    case .int(let number): number...number
    case .text(let text): range(text.string)
    default: nil
    }
  }

  /// The numbers that `text` writes, as `3` or `5-7`; `nil` when it writes something else.
  static func range(_ text: String) -> ClosedRange<Int>? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let first = number(parts[0]), let last = number(parts[1]) else {
      return number(text[...]).map { $0...$0 }
    }
    return min(first, last)...max(first, last)
  }

  /// The number that `digits` writes; signs and spaces are none.
  private static func number(_ digits: Substring) -> Int? {
    digits.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(digits) : nil
  }
}
