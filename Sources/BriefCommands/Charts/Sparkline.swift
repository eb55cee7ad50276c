import BriefSource

/// A row of small bars, one for each number.
struct Sparkline {
  /// The least and the greatest number of the scale, with 0 between them or at an end.
  let scale: (low: Double, high: Double)
  /// The characters to draw with.
  let alphabet: Medium.Alphabet

  /// The most cells; where there are more numbers, a cell shows the greatest of those it stands for.
  static let widest = 40

  /// The bars of `values`; `nil` is a place without a number. Linear in their number.
  func text(_ values: [Double?]) -> String {
    let cells = min(values.count, Self.widest)
    return String(
      (0..<cells).map { cell -> Character in
        let from = cell * values.count / cells
        let to = max(from + 1, (cell + 1) * values.count / cells)
        return character(values[from..<to].compactMap { $0 }.max())
      })
  }

  private func character(_ value: Double?) -> Character {
    let levels: [Character] =
      alphabet == .unicode
      ? ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"] : ["_", ".", ":", "-", "=", "+", "*", "#"]
    guard let value else { return alphabet == .unicode ? "·" : "?" }
    let share = (value / 2 - scale.low / 2) / (scale.high / 2 - scale.low / 2)
    guard share.isFinite else { return levels[0] }
    return levels[max(0, min(7, Int((share * 7).rounded())))]
  }
}
