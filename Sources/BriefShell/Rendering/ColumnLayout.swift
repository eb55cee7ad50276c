/// How wide the columns of a table are drawn.
struct ColumnLayout {
  /// What a column wants, in cells.
  struct Wish {
    /// The width at which nothing of it wraps.
    let natural: Int
    /// The width of its longest word, which had better not be broken.
    var longestWord = 0
    /// Whether its cells must not wrap.
    let isRigid: Bool
    /// Whether its cells are read down the column, one line each, and wrapping disturbs that.
    var isAligned = false

    /// Whether its cells are passages rather than names and phrases.
    var isLong: Bool { natural > 80 }

    /// The width below which it cannot be read well.
    var least: Int {
      isRigid ? natural : max(min(natural, isLong ? 20 : 12), min(longestWord, 16))
    }

    /// The width at which it is read with ease: long texts want a line of several words.
    var comfortable: Int { isRigid || isAligned ? natural : min(natural, isLong ? 36 : 20) }
  }

  /// The widths in cells, in the order of the columns.
  let widths: [Int]
  /// Whether every column has what it asks for, or enough for a line of several words.
  let isComfortable: Bool

  /// Shares `room` cells among the columns, or gives `nil` when they cannot be read side by side.
  ///
  /// Short columns get what they ask for as long as that leaves the long ones a line of several
  /// words; the others share the rest by the square root of what they ask for, so that a long
  /// text gets more than a shorter one but does not starve it.
  init?(_ wishes: [Wish], room: Int) {
    let natural = wishes.reduce(0) { $0 + $1.natural }
    if natural <= room {
      widths = wishes.map(\.natural)
      isComfortable = true
      return
    }
    guard wishes.reduce(0, { $0 + $1.least }) <= room else { return nil }
    let weights = wishes.map { Double($0.natural).squareRoot() }
    var widths: [Int?] = Self.short(wishes, room: room)
    var left = room - widths.reduce(0) { $0 + ($1 ?? 0) }
    while true {
      let open = widths.indices.filter { widths[$0] == nil }
      let total = open.reduce(0.0) { $0 + weights[$1] }
      guard total > 0 else { break }
      var settled = false
      // First who would get too little, so that the others share what is really left.
      for index in open where Double(left) * weights[index] / total < Double(wishes[index].least) {
        widths[index] = wishes[index].least
        settled = true
      }
      if !settled {
        for index in open
        where Double(left) * weights[index] / total >= Double(wishes[index].natural) {
          widths[index] = wishes[index].natural
          settled = true
        }
      }
      guard settled else {
        for index in open { widths[index] = Int(Double(left) * weights[index] / total) }
        break
      }
      left = room - widths.reduce(0) { $0 + ($1 ?? 0) }
    }
    var result = widths.enumerated().map { $1 ?? wishes[$0].least }
    // What rounding left over goes to those who still want it, from the left.
    var rest = room - result.reduce(0, +)
    while rest > 0,
      let index = result.indices.filter({ result[$0] < wishes[$0].natural })
        .min(by: { result[$0] - wishes[$0].natural < result[$1] - wishes[$1].natural })
    {
      result[index] += 1
      rest -= 1
    }
    self.widths = result
    isComfortable = zip(result, wishes).allSatisfy { $0 >= $1.comfortable }
  }

  /// The widths of the short columns, or none when the long ones would be left too little.
  private static func short(_ wishes: [Wish], room: Int) -> [Int?] {
    let widths = wishes.map { $0.isRigid || $0.natural <= 24 ? $0.natural : nil }
    let left = room - widths.reduce(0) { $0 + ($1 ?? 0) }
    let wanted = zip(wishes, widths).filter { $1 == nil }.reduce(0) { $0 + min($1.0.natural, 30) }
    return wanted <= left ? widths : wishes.map { _ in nil }
  }
}
