/// Finds out which column of an answer is which of the solution: by their names, then by what is in
/// them.
struct ColumnMatching {
  /// The columns that belong together, in the order of the solution; `nil` when there are not as
  /// many on either side.
  private(set) var columns: (found: [Int], wanted: [Int])?

  /// The most columns whose places are tried one after the other.
  private static let mostTried = 6

  /// Linear in the size of the tables for each order of columns that is tried.
  init(_ found: AnswerGrid, _ wanted: AnswerGrid) {
    guard found.width == wanted.width else { return }
    var pairs: [Int: Int] = [:]
    var free = Set(0..<found.width)
    if let names = wanted.names, let others = found.names {
      for (index, name) in names.enumerated() {
        guard let other = others.firstIndex(of: name), free.contains(other) else { continue }
        pairs[index] = other
        free.remove(other)
      }
    }
    let open = (0..<wanted.width).filter { pairs[$0] == nil }
    let left = free.sorted()
    var best = left
    if open.count > 1, open.count <= Self.mostTried {
      let rows = Set(wanted.rows)
      var most = -1
      Self.permute(left) { order in
        var all = pairs
        for (index, other) in zip(open, order) { all[index] = other }
        let places = (0..<wanted.width).compactMap { all[$0] }
        let count = found.rows.prefix(1_000).count { row in rows.contains(places.map { row[$0] }) }
        if count > most {
          most = count
          best = order
        }
        return count < min(1_000, found.rows.count)
      }
    }
    for (index, other) in zip(open, best) { pairs[index] = other }
    columns = ((0..<wanted.width).compactMap { pairs[$0] }, Array(0..<wanted.width))
  }

  /// Calls `body` with every order of `elements` until it says no.
  private static func permute(_ elements: [Int], _ body: ([Int]) -> Bool) {
    func go(_ chosen: [Int], _ left: [Int]) -> Bool {
      if left.isEmpty { return body(chosen) }
      for (index, element) in left.enumerated() {
        var rest = left
        rest.remove(at: index)
        if !go(chosen + [element], rest) { return false }
      }
      return true
    }
    _ = go([], elements)
  }
}
