/// How far two annotators agree beyond what chance lets expect.
///
/// κ = (Ao − Ae) / (1 − Ae), where Ao is the share of items they label alike and Ae the share that
/// would be alike if each gave the same labels as often, but at random: Σ over labels of the product of
/// both shares. Jacob Cohen, "A Coefficient of Agreement for Nominal Scales" (Educational and
/// Psychological Measurement 20, 1960); Ron Artstein and Massimo Poesio, "Inter-Coder Agreement for
/// Computational Linguistics" (Computational Linguistics 34, 2008), section 2.
public struct CohenKappa: Sendable {
  /// The number of items that both labelled.
  public let count: Int
  /// The share that is labelled alike; `nil` without items.
  public let observed: Double?
  /// The share that chance lets expect; `nil` without items.
  public let expected: Double?
  /// The coefficient, at most 1, 0 for chance; `nil` without items, and where both gave one and the
  /// same label to all, since then chance explains everything.
  public let value: Double?

  /// Compares the labels of each item. Linear in their number.
  public init<Label: Hashable>(_ labels: [(Label, Label)]) {
    count = labels.count
    guard !labels.isEmpty else {
      (observed, expected, value) = (nil, nil, nil)
      return
    }
    var left: [Label: Int] = [:]
    var right: [Label: Int] = [:]
    var alike = 0
    for (one, other) in labels {
      left[one, default: 0] += 1
      right[other, default: 0] += 1
      if one == other { alike += 1 }
    }
    // Whole numbers first, so that the order of the labels does not matter.
    let chance = left.reduce(0) { $0 + $1.value * (right[$1.key] ?? 0) }
    let total = labels.count * labels.count
    observed = Double(alike) / Double(labels.count)
    expected = Double(chance) / Double(total)
    value =
      chance == total
      ? nil : Double(alike * labels.count - chance) / Double(total - chance)
  }
}
