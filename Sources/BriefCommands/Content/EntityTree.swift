import BriefAnalysis
import BriefScript
import BriefSource

/// Entities as a tree: states with their cities, bodies and people, bodies with those who speak for
/// them.
enum EntityTree {
  /// A row of the tree.
  struct Branch {
    let row: EntityRow
    /// The lines that lead to it, and nothing for a root.
    let lines: String
    /// The mentions of it and of all that belongs to it.
    let total: Int
  }

  /// The columns of `entities --tree`.
  static var schema: TableSchema<Branch> {
    TableSchema(
      RowKind("entity", plural: "entities", source: "entities --tree"),
      [
        .string("entity", "its name, under what it belongs to") { $0.lines + $0.row.entity.name },
        .string("what", "what it is, and to what it belongs") { what($0) },
        .int("mentions", "how often it is meant") { $0.row.entity.mentionCount },
        .int("all", "how often it and all that belongs to it are meant") { $0.total },
        .place("place", "the first mention") { $0.row.place },
      ],
      place: { $0.row.place },
      explanation: { EntityRows.explanation($0.row) })
  }

  /// What it is, with its relation to the row above, or to what no row stands for.
  private static func what(_ branch: Branch) -> String {
    let profile = branch.row.profile
    let kind = profile.kind.rawValue
    guard let parent = profile.parent else { return kind }
    let above = branch.lines.isEmpty ? parent.name : "it"
    let role = profile.role.map { branch.row.briefing.source[$0.position] }
    return switch parent.relation {
    case .speaksFor, .peopleOf: "\(parent.relation.rawValue) \(above)"
    case .partOf, .within: "\(kind) \(parent.relation.rawValue == "in" ? "in" : "of") \(above)"
    case .heldIn: "\(kind) in \(above)"
    case .officeIn, .formerly:
      (role ?? parent.relation.rawValue) + (branch.lines.isEmpty ? " · \(parent.name)" : "")
    }
  }

  /// The rows in the order of the tree; of equals the more salient first, as `rows` has them.
  ///
  /// Linear in the number of rows.
  static func branches(of rows: [EntityRow]) -> [Branch] {
    var branches: [Branch] = []
    var start = 0
    while start < rows.count {
      var end = start
      while end < rows.count, rows[end].briefing === rows[start].briefing { end += 1 }
      branches += tree(of: Array(rows[start..<end]))
      start = end
    }
    return branches
  }

  private static func tree(of rows: [EntityRow]) -> [Branch] {
    var position: [EntityID: Int] = [:]
    for (index, row) in rows.enumerated() { position[row.entity.id] = index }
    var children = [[Int]](repeating: [], count: rows.count)
    var roots: [Int] = []
    for (index, row) in rows.enumerated() {
      if let parent = row.profile.parent?.entity, let above = position[parent] {
        children[above].append(index)
      } else {
        roots.append(index)
      }
    }
    func total(_ index: Int) -> Int {
      children[index].reduce(rows[index].entity.mentionCount) { $0 + total($1) }
    }
    var branches: [Branch] = []
    func add(_ index: Int, own: String, below: String) {
      branches.append(Branch(row: rows[index], lines: own, total: total(index)))
      for (place, child) in children[index].enumerated() {
        let isLast = place == children[index].count - 1
        add(
          child, own: below + (isLast ? "└─\u{A0}" : "├─\u{A0}"),
          below: below + (isLast ? "\u{A0}\u{A0}\u{A0}" : "│\u{A0}\u{A0}"))
      }
    }
    // What has parts comes before what stands alone.
    for root in roots where !children[root].isEmpty { add(root, own: "", below: "") }
    for root in roots where children[root].isEmpty { add(root, own: "", below: "") }
    return branches
  }
}
