import BriefSource

/// How things become the rows of a table: declared once, used for the type and for the cells.
public struct TableSchema<Thing> {
  /// A column: its name, its type, and how its cell is got from a thing.
  public struct Column {
    let type: TableType.Column
    let cells: ([Thing]) -> ColumnStorage

    /// The column as one that is left out where a table would become too wide to read.
    public var asDetail: Column { Column(type: type.asDetail(true), cells: cells) }

    /// The column as one whose cells hold the raw values of a type, or are missing.
    public func among<Choice: CaseIterable & RawRepresentable<String>>(
      _: Choice.Type
    ) -> Column {
      among(Choice.allCases.map(\.rawValue))
    }

    /// The column as one whose cells hold one of these texts, or are missing.
    public func among(_ choices: [String]) -> Column {
      Column(type: type.among(choices), cells: cells)
    }

    /// A column of text; `isTrailing` sets it against the right edge.
    public static func text(
      _ name: String, _ summary: String, isTrailing: Bool = false,
      _ cell: @escaping (Thing) -> Text?
    ) -> Column {
      Column(type: .init(name, .text, summary, isTrailing: isTrailing)) { things in
        ColumnStorage(.text(things.map(cell)))
      }
    }

    /// A column of strings.
    public static func string(
      _ name: String, _ summary: String, _ cell: @escaping (Thing) -> String?
    ) -> Column {
      text(name, summary) { cell($0).map(Text.init(_:)) }
    }

    /// A column of whole numbers.
    public static func int(
      _ name: String, _ summary: String, _ cell: @escaping (Thing) -> Int?
    ) -> Column {
      Column(type: .init(name, .int, summary)) { things in
        ColumnStorage(.int(things.map(cell)))
      }
    }

    /// A column of numbers.
    public static func number(
      _ name: String, _ summary: String, _ cell: @escaping (Thing) -> Double?
    ) -> Column {
      Column(type: .init(name, .number, summary)) { things in
        ColumnStorage(.number(things.map(cell)))
      }
    }

    /// A column of truth values.
    public static func bool(
      _ name: String, _ summary: String, _ cell: @escaping (Thing) -> Bool?
    ) -> Column {
      Column(type: .init(name, .bool, summary)) { things in
        ColumnStorage(.bool(things.map(cell)))
      }
    }

    /// A column of dates.
    public static func date(
      _ name: String, _ summary: String, _ cell: @escaping (Thing) -> CalendarDate?
    ) -> Column {
      Column(type: .init(name, .date, summary)) { things in
        ColumnStorage(.date(things.map(cell)))
      }
    }

    /// A column of citations.
    public static func place(
      _ name: String, _ summary: String, _ cell: @escaping (Thing) -> Place?
    ) -> Column {
      Column(type: .init(name, .place, summary)) { things in
        ColumnStorage(.place(things.map(cell)))
      }
    }

    /// A column of lists of strings.
    public static func strings(
      _ name: String, _ summary: String, _ cell: @escaping (Thing) -> [String]
    ) -> Column {
      Column(type: .init(name, .list(.text), summary)) { things in
        ColumnStorage(.value(things.map { .list(cell($0).map { .text($0) }) }))
      }
    }
  }

  /// The type of the tables.
  public let type: TableType
  private let columns: [Column]
  private let place: (Thing) -> Place?
  private let explanation: (Thing) -> Explanation?
  private let isByHand: (Thing) -> Bool

  /// Declares a schema.
  ///
  /// - Parameters:
  ///   - rowKind: What the rows are.
  ///   - columns: The columns in order; their names must differ.
  ///   - place: Where a thing stands, so that every row can be cited and shown.
  ///   - explanation: Why a thing is what it is, so that `why` can say it.
  ///   - isByHand: Whether a person corrected a thing, so that its row can be marked.
  public init(
    _ rowKind: RowKind, _ columns: [Column], place: @escaping (Thing) -> Place? = { _ in nil },
    explanation: @escaping (Thing) -> Explanation? = { _ in nil },
    isByHand: @escaping (Thing) -> Bool = { _ in false }
  ) {
    type = TableType(columns.map(\.type), rowKind: rowKind)
    self.columns = columns
    self.place = place
    self.explanation = explanation
    self.isByHand = isByHand
  }

  /// The table of `things`, one row each in their order.
  public func table(_ things: [Thing]) -> Table {
    Table(
      type: type, columns: columns.map { $0.cells(things) },
      rows: Array(0..<Int32(clamping: things.count)),
      origins: ThingOrigins(
        things: things, placeOf: place, explanationOf: explanation,
        handOf: isByHand))
  }
}

private struct ThingOrigins<Thing>: RowOrigins {
  let things: [Thing]
  let placeOf: (Thing) -> Place?
  let explanationOf: (Thing) -> Explanation?
  let handOf: (Thing) -> Bool

  func thing(of position: Int) -> Any? { things[position] }
  func place(of position: Int) -> Place? { placeOf(things[position]) }
  func explanation(of position: Int) -> Explanation? { explanationOf(things[position]) }
  func isByHand(_ position: Int) -> Bool { handOf(things[position]) }
}
