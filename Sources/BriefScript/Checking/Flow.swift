import BriefSource

/// What the checker knows of the values that run from stage to stage.
struct Flow {
  /// Columns that a stage did not hand on.
  ///
  /// It holds the tables, since what was lost is asked only when somebody misses it.
  struct Loss {
    let before: TableType
    let after: TableType
    let stage: String
    let range: TextRange

    /// Whether the stage left the column called `name` out.
    func has(_ name: String) -> Bool {
      before.index(of: name) != nil && after.index(of: name) == nil
    }

    /// Whether the stage left any column out.
    var isLoss: Bool { before.columns.contains { after.index(of: $0.name) == nil } }

    /// What the column called `name` is called now, if columns have only been renamed.
    func newName(of name: String) -> String? {
      guard before.columns.map(\.type) == after.columns.map(\.type) else { return nil }
      return before.index(of: name).map { after.columns[$0].name }.flatMap { $0 == name ? nil : $0 }
    }

    /// Whether the rows stand for the same things as before.
    var keepsRows: Bool { before.rowKind == after.rowKind && before.rowKind != nil }
  }

  var type: ValueType
  /// The stage that gives it.
  var stage: String?
  /// What earlier stages of the same source left out, in their order.
  var losses: [Loss] = []
  /// Conditions that hold for every row.
  var facts: [Expression] = []

  /// What a pipeline begins with.
  static var start: Flow { Flow(type: .nothing) }

  /// Whether it comes from no stage at all.
  var isStart: Bool { stage == nil }

  /// The table type, when it is a table.
  var table: TableType? {
    if case .table(let type) = type { type } else { nil }
  }

  /// What `stage` makes of it.
  func through(_ stage: String, _ range: TextRange, giving type: ValueType) -> Flow {
    var flow = Flow(type: type, stage: stage, losses: losses)
    if let before = table, case .table(let after) = type, before != after {
      flow.losses.append(Loss(before: before, after: after, stage: stage, range: range))
    }
    return flow
  }

  /// The last stage that left out the column called `name`.
  func loss(of name: String) -> Loss? { losses.last { $0.has(name) } }
}
