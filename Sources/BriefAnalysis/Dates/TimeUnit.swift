/// A unit in which time is measured.
enum TimeUnit: UInt8, Sendable {
  case second, minute, hour, day, weekend, week, fortnight, month, quarter, year, decade, century

  /// The value of so many of them as TIMEX3 writes it; `P3D`, `PT2H`.
  func duration(_ amount: TimeAmount) -> String {
    switch (self, amount) {
    case (.second, _): "PT\(amount.text)S"
    case (.minute, _): "PT\(amount.text)M"
    case (.hour, _): "PT\(amount.text)H"
    case (.day, _): "P\(amount.text)D"
    case (.weekend, _): "P\(amount.text)WE"
    case (.week, _): "P\(amount.text)W"
    case (.fortnight, .halves(let halves)): "P\(TimeAmount.halves(halves * 2).text)W"
    case (.fortnight, .vague): "PXW"
    case (.month, _): "P\(amount.text)M"
    case (.quarter, _): "P\(amount.text)Q"
    case (.year, _): "P\(amount.text)Y"
    case (.decade, .halves(let halves)): "P\(TimeAmount.halves(halves * 10).text)Y"
    case (.decade, .vague): "PXDE"
    case (.century, .halves(let halves)): "P\(TimeAmount.halves(halves * 100).text)Y"
    case (.century, .vague): "PXCE"
    }
  }

  /// Whether it is shorter than a day.
  var isClock: Bool { rawValue < TimeUnit.day.rawValue }
}

/// How many units of time.
enum TimeAmount: Hashable, Sendable {
  /// Twice the amount, so that halves are whole.
  case halves(Int)
  /// "Several", "a few", or a plural without a number.
  case vague

  /// So many.
  static func count(_ count: Int) -> TimeAmount { .halves(2 * count) }

  /// The amount as a number, `X` when it is not known.
  var text: String {
    switch self {
    case .halves(let halves): halves % 2 == 0 ? "\(halves / 2)" : "\(halves / 2).5"
    case .vague: "X"
    }
  }

  /// The amount where it is whole.
  var whole: Int? {
    if case .halves(let halves) = self, halves % 2 == 0 { halves / 2 } else { nil }
  }
}
