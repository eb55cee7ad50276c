/// A seeded random generator: the same seed gives the same numbers on every machine.
///
/// SplitMix64, after Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators"
/// (OOPSLA 2014).
public struct Random: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Creates a generator that always gives the same numbers for `seed`.
  public init(seed: UInt64) { state = seed }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return bits ^ bits >> 31
  }

  /// A number from `0` up to but not including `bound`; `0` when `bound` is not positive.
  public mutating func below(_ bound: Int) -> Int {
    guard bound > 0 else { return 0 }
    // The bias of a remainder is far below what a test could notice.
    return Int(next() % UInt64(bound))
  }

  /// A number in `range`.
  public mutating func number(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// Whether an event happens that happens once in `times`.
  public mutating func once(in times: Int) -> Bool { below(times) == 0 }

  /// One of `choices`, or `nil` when there are none.
  public mutating func pick<T>(_ choices: [T]) -> T? {
    choices.isEmpty ? nil : choices[below(choices.count)]
  }
}
