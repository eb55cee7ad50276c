/// How numbers are written for reading: to four decimals at most, a column's cells alike.
///
/// What would be lost by that, a number nearer to zero or too large, is written in the shortest
/// form that reads back the same.
public struct NumberText: Sendable {
  /// The number of decimals, 1 to 4.
  public let decimals: Int

  private static let powers: [Double] = [1, 10, 100, 1000, 10_000]

  /// Chooses the fewest decimals that show all of `numbers`, as far as four do.
  public init(for numbers: some Sequence<Double>) {
    var decimals = 1
    for number in numbers where decimals < 4 {
      while decimals < 4, !Self.isExact(number, decimals) { decimals += 1 }
    }
    self.decimals = decimals
  }

  /// `number` as it is shown.
  public func text(_ number: Double) -> String {
    let scale = Self.powers[decimals]
    guard number.magnitude < 1e11, number == 0 || number.magnitude * scale >= 0.5 else {
      return "\(number)"
    }
    let scaled = Int64((number.magnitude * scale).rounded())
    let whole = scaled / Int64(scale)
    let fraction = String(scaled % Int64(scale))
    let zeros = String(repeating: "0", count: decimals - fraction.count)
    return (number < 0 && scaled != 0 ? "-" : "") + "\(whole).\(zeros)\(fraction)"
  }

  private static func isExact(_ number: Double, _ decimals: Int) -> Bool {
    guard number.magnitude < 1e11 else { return true }
    let scaled = number * powers[decimals]
    return (scaled - scaled.rounded()).magnitude <= 1e-12 * max(1, scaled.magnitude)
  }
}
