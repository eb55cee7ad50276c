import BriefSource

/// How an answer differs from the solution of an exercise.
public struct ExerciseDifference {
  /// The kinds of difference.
  public enum Kind: Hashable, Sendable {
    /// One value is wanted, and another one was given.
    case value
    /// Something of another form is wanted.
    case form
    /// There is no row in it.
    case empty
    /// Other columns are wanted.
    case columns
    /// The rows are right, but they stand in another order.
    case order
    /// Rows are missing, or there are too many.
    case rows
  }

  /// What kind of difference it is.
  public let kind: Kind
  /// What differs, in sentences, without what would give the solution away.
  public let remarks: [String]
  /// Rows of the answer that are not wanted, and their number; at most ``shownRows`` are written
  /// out.
  public private(set) var surplus: (count: Int, rows: [String]) = (0, [])
  /// Rows that are wanted and missing, and their number; at most ``shownRows`` are written out.
  public private(set) var missing: (count: Int, rows: [String]) = (0, [])

  private static let noneFits = "None of these rows is wanted."

  /// How many rows of a kind are written out.
  public static let shownRows = 3

  /// Whether it could be an attempt, and not only a look at something else.
  public var isAttempt: Bool { kind != .form }

  init(_ kind: Kind, _ remarks: String...) {
    self.kind = kind
    self.remarks = remarks
  }

  /// What differs, a sentence or a row a line.
  ///
  /// - Parameter isHiding: Whether rows of the solution are counted only.
  public func lines(isHiding: Bool = false) -> [String] {
    var lines = remarks
    func list(_ what: String, _ part: (count: Int, rows: [String]), shows: Bool) {
      guard part.count > 0 else { return }
      let head = part.count == 1 ? "1 row \(what)" : "\(part.count) rows \(what)"
      lines.append(head + (shows && !part.rows.isEmpty ? ":" : "."))
      guard shows, !part.rows.isEmpty else { return }
      lines += part.rows.map { "  " + $0 }
      if part.count > part.rows.count { lines.append("  …") }
    }
    if kind == .rows, remarks.first == Self.noneFits {
      lines.append(missing.count == 1 ? "1 row is wanted." : "\(missing.count) rows are wanted.")
      return lines
    }
    list("too many", surplus, shows: true)
    list("missing", missing, shows: !isHiding)
    return lines
  }

  // MARK: Comparing

  /// What `answer` lacks to be the same as `solution`; `nil` when it is the same.
  ///
  /// Linear in the size of both.
  static func between(
    _ answer: Value, _ solution: Value, _ traits: SolutionTraits
  ) -> ExerciseDifference? {
    guard let wanted = AnswerGrid(solution) else { return nil }
    let phrase = "\(phrase(wanted.cell == nil ? solution : solution.onlyCell)) is wanted"
    // Far more rows than wanted are not looked at one by one.
    if case .table(let table) = answer, table.count > 4 * wanted.rows.count + 10_000 {
      return ExerciseDifference(.form, "\(phrase), and this is \(Self.phrase(answer)).")
    }
    guard let found = AnswerGrid(answer) else {
      return ExerciseDifference(.form, "\(phrase), and this is \(Self.phrase(answer)).")
    }
    if let cell = wanted.cell {
      if let other = found.cell {
        if cell == other { return nil }
        switch (cell, other) {
        case (.number, .text): return ExerciseDifference(.form, "\(phrase), and this is a text.")
        case (.text, .number): return ExerciseDifference(.form, "\(phrase), and this is a number.")
        default: break
        }
        return ExerciseDifference(.value, "Another value is wanted.")
      }
      if found.rows.isEmpty { return empty(answer) }
      if found.rows.count == 1, found.rows[0].contains(cell) {
        return ExerciseDifference(
          .form, "It stands in this row: hand on its column alone, with `column NAME`.")
      }
      return ExerciseDifference(.form, "\(phrase), and this is \(Self.phrase(answer)).")
    }
    if found.rows.isEmpty, !wanted.rows.isEmpty { return empty(answer) }
    if found.cell != nil, wanted.rows.count != 1, found.names == nil {
      return ExerciseDifference(.form, "\(phrase), and this is \(Self.phrase(answer)).")
    }
    return between(found, wanted, answer, solution, traits)
  }

  private static func empty(_ answer: Value) -> ExerciseDifference {
    if case .list = answer { return ExerciseDifference(.empty, "The list is empty.") }
    return ExerciseDifference(
      .empty, "The table is empty: no row passed the last condition. Try it with fewer stages.")
  }

  private static func between(
    _ found: AnswerGrid, _ wanted: AnswerGrid, _ answer: Value, _ solution: Value,
    _ traits: SolutionTraits
  ) -> ExerciseDifference? {
    let shared = (wanted.names ?? []).filter { found.names?.contains($0) == true }
    var columns: (found: [Int], wanted: [Int])?
    if traits.choosesColumns || shared.isEmpty {
      columns = ColumnMatching(found, wanted).columns
    } else if let key = wanted.keyColumn, !shared.contains(key) {
      // Of rows that are not told apart nobody knows whether they are the right ones.
      return ExerciseDifference(
        .columns, "Keep the column `\(key)`, which tells the rows apart.")
    } else {
      columns = positions(shared, found, wanted)
    }
    guard let columns else {
      return columnDifference(found, wanted, shared)
    }
    let left = found.rows.map { row in columns.found.map { row[$0] } }
    let right = wanted.rows.map { row in columns.wanted.map { row[$0] } }
    let (surplus, missing) = unmatched(left, right)
    if surplus.isEmpty, missing.isEmpty {
      if !traits.isSorted || left == right { return nil }
      return ExerciseDifference(.order, "The rows are right; their order is not.")
    }
    var difference = ExerciseDifference(
      .rows,
      surplus.count == left.count
        ? noneFits
        : "\(count(left.count - surplus.count, "row")) of \(left.count) fit.")
    // Where nothing fits, rows would say nothing but the solution.
    let fits = surplus.count < left.count
    difference.surplus = (surplus.count, fits ? texts(answer, surplus, columns.found) : [])
    difference.missing = (missing.count, fits ? texts(solution, missing, columns.wanted) : [])
    return difference
  }

  private static func columnDifference(
    _ found: AnswerGrid, _ wanted: AnswerGrid, _ shared: [String]
  ) -> ExerciseDifference {
    var remark = "\(count(wanted.width, "column")) wanted, and this has \(found.width)."
    if let names = wanted.names, let others = found.names {
      let lacking = names.filter { !others.contains($0) }
      let extra = others.filter { !names.contains($0) }
      if !extra.isEmpty, lacking.isEmpty {
        remark += " Too many: \(extra.joined(separator: ", "))."
      } else if !lacking.isEmpty, extra.isEmpty {
        remark += " Missing: \(lacking.joined(separator: ", "))."
      }
    }
    if !shared.isEmpty, let columns = positions(shared, found, wanted) {
      let left = found.rows.map { row in columns.found.map { row[$0] } }
      let right = wanted.rows.map { row in columns.wanted.map { row[$0] } }
      let (surplus, missing) = unmatched(left, right)
      if surplus.isEmpty, missing.isEmpty {
        return ExerciseDifference(.columns, "The rows are right; the columns are not.", remark)
      }
    }
    return ExerciseDifference(.columns, remark)
  }

  private static func positions(
    _ names: [String], _ found: AnswerGrid, _ wanted: AnswerGrid
  ) -> (found: [Int], wanted: [Int])? {
    guard let others = found.names, let own = wanted.names else { return nil }
    return (
      names.compactMap { others.firstIndex(of: $0) }, names.compactMap { own.firstIndex(of: $0) }
    )
  }

  /// The positions of rows on either side that have no like on the other.
  private static func unmatched(
    _ left: [[AnswerGrid.Key]], _ right: [[AnswerGrid.Key]]
  ) -> (left: [Int], right: [Int]) {
    var open: [[AnswerGrid.Key]: Int] = [:]
    for row in right { open[row, default: 0] += 1 }
    var surplus: [Int] = []
    for (index, row) in left.enumerated() {
      if let count = open[row], count > 0 { open[row] = count - 1 } else { surplus.append(index) }
    }
    // Of equal rows the last ones are those that are missing.
    var missing: [Int] = []
    for (index, row) in right.enumerated().reversed() {
      guard let count = open[row], count > 0 else { continue }
      open[row] = count - 1
      missing.append(index)
    }
    return (surplus, missing.reversed())
  }

  // MARK: Wording

  private static func count(_ number: Int, _ word: String) -> String {
    number == 1 ? "1 \(word)" : "\(number) \(word)s"
  }

  /// What a value is, in a few words.
  static func phrase(_ value: Value) -> String {
    switch value {
    case .table(let table):
      "a table of \(count(table.count, "row")) and \(count(table.type.columns.count, "column"))"
    case .list(let elements): "a list of \(elements.count)"
    case .record: "a row"
    case .int, .number: "a number"
    case .bool: "true or false"
    case .text: "a text"
    case .nothing, .missing: "nothing"
    default: value.type.phrase
    }
  }

  /// Rows as lines, cut where they are long.
  private static func texts(_ value: Value, _ rows: [Int], _ columns: [Int]) -> [String] {
    rows.prefix(shownRows).map { row in
      let cells: [Value] =
        switch value {
        case .table(let table): columns.map { table[row, $0] }
        case .list(let elements): [elements[row]]
        case .record(let record): columns.map { record.cells[$0] }
        default: [value]
        }
      let number = "\(row + 1) │ "
      let text = cells.prefix(6).map { cell -> String in
        let text = cell.isMissing ? "—" : cell.plainText.replacing("\n", with: " ")
        return text.count > 40 ? text.prefix(39) + "…" : text
      }.joined(separator: " │ ")
      let line = number + text
      return line.count > 72 ? line.prefix(71) + "…" : line
    }
  }
}

extension Value {
  /// The value itself, or the only one in it.
  fileprivate var onlyCell: Value {
    switch self {
    case .list(let elements): elements.count == 1 ? elements[0].onlyCell : self
    case .table(let table):
      table.count == 1 && table.type.columns.count == 1 ? table[0, 0].onlyCell : self
    case .record(let record): record.cells.count == 1 ? record.cells[0].onlyCell : self
    default: self
    }
  }
}
