/// Round numbers at even distances that hold a range between them.
struct ChartTicks {
  /// The numbers, at least two, from the least.
  let values: [Double]
  /// The distance from one to the next.
  let step: Double

  /// The least and the greatest.
  var bounds: (low: Double, high: Double) { (values[0], values[values.count - 1]) }

  /// Chooses at most `count` numbers, or three, around `low` and `high`.
  ///
  /// Steps are 1, 2 or 5 times a power of ten; `areWhole` allows none below 1.
  init(from low: Double, to high: Double, count: Int, areWhole: Bool) {
    let span = high > low ? high - low : max(1, high.magnitude)
    let top = high > low ? high : low + span
    var step = Self.power(belowOrAt: span / Double(max(2, count - 1)))
    if areWhole { step = max(1, step) }
    var factor = 0
    func ticks(_ step: Double) -> (first: Double, last: Double) {
      ((low / step).rounded(.down), (top / step).rounded(.up))
    }
    // Each round is a wider step; the tenth would be a thousand times the first.
    while factor < 9 {
      let (first, last) = ticks(step * Self.factor(factor))
      if last - first + 1 <= Double(max(3, count)) { break }
      factor += 1
    }
    let chosen = step * Self.factor(factor)
    let (first, last) = ticks(chosen)
    let steps = min(100, max(1, Int(last - first)))
    self.step = chosen
    values = (0...steps).map { (first + Double($0)) * chosen }
  }

  private static func factor(_ index: Int) -> Double {
    var factor = [1.0, 2, 5][index % 3]
    for _ in 0..<index / 3 { factor *= 10 }
    return factor
  }

  private static func power(belowOrAt number: Double) -> Double {
    guard number > 0, number.isFinite else { return 1 }
    var power = 1.0
    while power > number, power > 1e-300 { power /= 10 }
    while power * 10 <= number { power *= 10 }
    return power
  }
}
