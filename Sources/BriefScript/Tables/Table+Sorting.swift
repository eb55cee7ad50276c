extension Table {
  /// The rows sorted by the columns called `names`, the first weighing most.
  ///
  /// The sort is stable and its order the same everywhere: see ``Value/order(_:_:)``. Rows in which
  /// a cell is missing come last, descending or not. Names there are none of are left out.
  /// O(n log n) in the number of rows, of which only the different cells are compared; no cell is
  /// copied.
  public func sorted(by names: [String], descending: Bool = false) -> Table {
    var order = Array(0..<Int32(clamping: count))
    // From the column that weighs least on: every later sort is stable.
    for column in names.compactMap({ storage(of: $0) }).reversed() {
      if let keys = SortKeys(column, rows, descending: descending) {
        order = keys.sorting(order)
      } else {
        order = ColumnNumbering.order(column, rows).sorting(order, descending: descending)
      }
    }
    return selecting(order.lazy.map { Int($0) })
  }
}
