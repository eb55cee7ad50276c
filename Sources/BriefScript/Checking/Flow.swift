import BriefSource

/// What the checker knows of the values that run from stage to stage.
struct Flow {
  /// Columns that a stage did not hand on.
  struct Loss {
    let columns: [String]
    let stage: String
    let range: TextRange
    /// What the columns are called now, if they have only been renamed.
    let newNames: [String: String]
    /// Whether the rows stand for the same things as before.
    let keepsRows: Bool
  }

  var type: ValueType
  /// The stage that gives it.
  var stage: String?
  /// What earlier stages of the same source left out, in their order.
  var losses: [Loss] = []

  /// What a pipeline begins with.
  static let start = Flow(type: .nothing)

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
      let lost = before.columns.filter { after.index(of: $0.name) == nil }.map(\.name)
      if !lost.isEmpty {
        var newNames: [String: String] = [:]
        if before.columns.count == after.columns.count,
          before.columns.map(\.type) == after.columns.map(\.type)
        {
          for (old, new) in zip(before.names, after.names) where old != new { newNames[old] = new }
        }
        flow.losses.append(
          Loss(
            columns: lost, stage: stage, range: range, newNames: newNames,
            keepsRows: before.rowKind == after.rowKind && before.rowKind != nil))
      }
    }
    return flow
  }

  /// The last stage that left out the column called `name`.
  func loss(of name: String) -> Loss? { losses.last { $0.columns.contains(name) } }
}
