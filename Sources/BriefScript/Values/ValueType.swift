/// The type of a value, as the checker knows it before anything runs.
public indirect enum ValueType: Hashable, Sendable {
  case nothing, bool, int, number, text, date, duration, place, page
  case list(ValueType)
  case table(TableType)
  case record(TableType)
  /// The type of `missing`, which every column may hold.
  case missing
  /// Not known, because of a mistake reported already; it fits everywhere.
  case unknown

  /// The word for it in messages.
  public var name: String {
    switch self {
    case .nothing: "nothing"
    case .bool: "bool"
    case .int: "int"
    case .number: "number"
    case .text: "text"
    case .date: "date"
    case .duration: "duration"
    case .place: "place"
    case .page: "page"
    case .list(let element): element == .unknown ? "list" : "list of \(element.name)"
    case .table(let type): type.rowKind.map { "table of \($0.plural)" } ?? "table"
    case .record(let type): type.rowKind?.name ?? "record"
    case .missing: "missing"
    case .unknown: "unknown"
    }
  }
}

/// What the rows of a table are, when each stands for a thing that commands know.
///
/// A `where` keeps the kind; a `group` loses it.
public struct RowKind: Hashable, Sendable {
  /// The word for one: `briefing`.
  public let name: String
  /// The word for several: `briefings`.
  public let plural: String
  /// The command a stage reads from when it wants such rows and is given none.
  public let source: String?

  /// Creates a kind.
  public init(_ name: String, plural: String, source: String? = nil) {
    self.name = name
    self.plural = plural
    self.source = source
  }
}

/// The columns of a table, in order, and what its rows are.
public struct TableType: Hashable, Sendable {
  /// A column: its name, the type of its cells, and what it holds.
  public struct Column: Hashable, Sendable {
    /// The name, unique in its table.
    public let name: String
    /// The type of every cell that is not missing.
    public let type: ValueType
    /// What it holds, in a few words, for help and completion.
    public let summary: String
    /// Whether its text is set against the right edge, as the left context of a concordance is.
    public let isTrailing: Bool
    /// Whether it is left out, with a word, where a drawn table would become too wide to read.
    ///
    /// A column that is selected by name is no detail any more.
    public let isDetail: Bool
    /// The texts that a cell may hold beside missing, where they are few and known.
    public let choices: [String]?

    /// Creates a column.
    public init(
      _ name: String, _ type: ValueType, _ summary: String = "", isTrailing: Bool = false,
      isDetail: Bool = false, choices: [String]? = nil
    ) {
      self.name = name
      self.type = type
      self.summary = summary
      self.isTrailing = isTrailing
      self.isDetail = isDetail
      self.choices = choices
    }

    /// The same column, a detail or not.
    func asDetail(_ isDetail: Bool) -> Column {
      Column(
        name, type, summary, isTrailing: isTrailing, isDetail: isDetail, choices: choices)
    }

    /// The same column under another name.
    func renamed(_ name: String) -> Column {
      Column(
        name, type, summary, isTrailing: isTrailing, isDetail: isDetail, choices: choices)
    }
  }

  /// The columns in order.
  public let columns: [Column]
  /// What the rows are, if they still are things a command knows.
  public let rowKind: RowKind?
  /// The stage that makes further columns after these, which are known only when it runs; `nil`
  /// when all are known.
  public let openedBy: String?
  /// How many of the last columns are such further ones: 0 before anything runs.
  let furtherCount: Int

  /// Creates a table type.
  public init(_ columns: [Column], rowKind: RowKind? = nil, openedBy: String? = nil) {
    self.init(columns, rowKind: rowKind, openedBy: openedBy, furtherCount: 0)
  }

  init(_ columns: [Column], rowKind: RowKind?, openedBy: String?, furtherCount: Int) {
    self.columns = columns
    self.rowKind = rowKind
    self.openedBy = openedBy
    self.furtherCount = furtherCount
  }

  /// The position of the column called `name`.
  public func index(of name: String) -> Int? { columns.firstIndex { $0.name == name } }

  /// The column called `name`.
  public subscript(name: String) -> Column? { columns.first { $0.name == name } }
}
