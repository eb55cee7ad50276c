import BriefSource

/// A value as rows of cells, so that a number, a list of one and a table of one cell are the same.
struct AnswerGrid {
  /// The names of the columns; `nil` when they have none.
  let names: [String]?
  /// The cells row by row, each as what equality compares.
  let rows: [[Key]]

  /// What two cells share that are the same to a learner.
  enum Key: Hashable {
    case number(Double)
    case text(String)
  }

  /// Lays out `value`; `nil` when it is nothing that answers a question.
  ///
  /// Linear in its size.
  init?(_ value: Value) {
    switch value {
    case .nothing, .page: return nil
    case .list(let elements):
      names = nil
      rows = elements.map { [Self.key($0)] }
    case .record(let record):
      names = record.table.type.names
      rows = [record.cells.map(Self.key)]
    case .table(let table):
      names = table.type.names
      rows = (0..<table.count).map { row in
        table.type.columns.indices.map { Self.key(table[row, $0]) }
      }
    default:
      names = nil
      rows = [[Self.key(value)]]
    }
  }

  /// How many columns there are.
  var width: Int { names?.count ?? 1 }

  /// The column with the longest texts, which says most of what its rows are; `nil` when there are no
  /// columns with names.
  var keyColumn: String? {
    guard let names else { return nil }
    let lengths = names.indices.map { column in
      rows.reduce(0) { sum, row in
        if case .text(let text) = row[column] { sum + text.utf8.count } else { sum }
      }
    }
    guard let longest = lengths.max(), longest > 0 else { return names.first }
    return lengths.firstIndex(of: longest).map { names[$0] }
  }

  /// The only cell, if there is one only.
  var cell: Key? { rows.count == 1 && width == 1 ? rows[0].first : nil }

  /// Numbers are the same that differ by less than a billionth; texts in any case, with or without
  /// quotation marks and what stands at their end.
  static func key(_ value: Value) -> Key {
    switch value {
    case .int(let number): return key(Double(number))
    case .number(let number): return key(number)
    default:
      let text = folded(value.plainText)
      if let number = Double(text), number.isFinite { return key(number) }
      return .text(text)
    }
  }

  private static func key(_ number: Double) -> Key {
    guard number.isFinite, abs(number) < 1_000_000 else { return .number(number) }
    let rounded = (number * 1_000_000_000).rounded() / 1_000_000_000
    return .number(rounded == 0 ? 0 : rounded)
  }

  private static let marks: Set<Unicode.Scalar> = [
    "\"", "'", "“", "”", "„", "‟", "‘", "’", "‚", "«", "»", "`",
  ]
  private static let ends: Set<Character> = [",", ".", ";", ":"]

  private static func folded(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    scalars.append(
      contentsOf: DisplayText.composed(text).unicodeScalars.filter { !marks.contains($0) })
    var words = String(scalars).lowercased().split { $0.isWhitespace }.joined(separator: " ")
    while let last = words.last, ends.contains(last) { words.removeLast() }
    return words
  }
}
