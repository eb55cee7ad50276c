/// How far apart two words are.
enum EditDistance {
  /// The number of letters inserted, deleted, replaced or swapped with their neighbour that turns
  /// `left` into `right`, or `limit + 1` when it is more than `limit`.
  ///
  /// Optimal string alignment, after Damerau (1964) and Levenshtein (1966). Takes time in
  /// proportion to the product of the lengths, and none to speak of when these differ by more than
  /// `limit`.
  static func between(_ left: String, _ right: String, limit: Int) -> Int {
    let first = Array(left.unicodeScalars)
    let second = Array(right.unicodeScalars)
    guard abs(first.count - second.count) <= limit else { return limit + 1 }
    if first.isEmpty || second.isEmpty { return max(first.count, second.count) }
    var before = [Int](repeating: 0, count: second.count + 1)
    var last = Array(0...second.count)
    var row = last
    for i in 1...first.count {
      row[0] = i
      var least = i
      for j in 1...second.count {
        let cost = first[i - 1] == second[j - 1] ? 0 : 1
        var value = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
        if i > 1, j > 1, first[i - 1] == second[j - 2], first[i - 2] == second[j - 1] {
          value = min(value, before[j - 2] + 1)
        }
        row[j] = value
        least = min(least, value)
      }
      if least > limit { return limit + 1 }
      (before, last, row) = (last, row, before)
    }
    return min(last[second.count], limit + 1)
  }
}
