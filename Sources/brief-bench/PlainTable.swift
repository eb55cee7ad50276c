/// A table in plain text, its columns as wide as they need to be.
struct PlainTable {
  /// The heading of a column, and the edge its cells stand at.
  enum Column {
    case left(String)
    case right(String)

    var heading: String {
      switch self {
      case .left(let heading), .right(let heading): heading
      }
    }

    func padded(_ cell: String, to width: Int) -> String {
      let space = String(repeating: " ", count: max(0, width - cell.count))
      return switch self {
      case .left: cell + space
      case .right: space + cell
      }
    }
  }

  private let columns: [Column]
  private var rows: [[String]] = []

  init(_ columns: [Column]) {
    self.columns = columns
  }

  /// Adds a row with a cell for every column.
  mutating func append(_ row: [String]) { rows.append(row) }

  /// The lines of the table, without a newline at the end.
  var text: String {
    let lines = [columns.map(\.heading)] + rows
    let widths = columns.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    return lines.map { line in
      columns.indices
        .map { columns[$0].padded(line[$0], to: widths[$0]) }
        .joined(separator: "  ")
    }.joined(separator: "\n")
  }
}

/// A number with as many digits after its point as `places` says.
func decimal(_ number: Double, _ places: Int = 1) -> String {
  let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
  let scaled = Int((number * scale).rounded())
  guard places > 0 else { return "\(scaled)" }
  let whole = scaled / Int(scale)
  let fraction = String(scaled % Int(scale))
  return "\(whole)." + String(repeating: "0", count: places - fraction.count) + fraction
}
