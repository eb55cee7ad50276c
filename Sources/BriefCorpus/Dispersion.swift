/// How evenly something is spread over the parts of a text or a corpus.
public struct Dispersion: Sendable, Hashable {
  /// How often it occurs in all.
  public let total: Int
  /// In how many parts it occurs.
  public let range: Int
  /// How many parts there are.
  public let parts: Int
  /// The deviation of proportions: 0 when every part has its share, near 1 when one small part has
  /// all; `nil` without an occurrence, or with one part.
  ///
  /// After S. Th. Gries, "Dispersions and adjusted frequencies in corpora", International Journal
  /// of Corpus Linguistics 13, 2008.
  public let deviation: Double?
  /// ``deviation`` divided by its greatest possible value, so that it reaches 1.
  ///
  /// After J. Lijffijt and S. Th. Gries, "Correction to Gries", IJCL 17, 2012.
  public let normalisedDeviation: Double?
  /// Juilland's D: 1 when every part has it equally often for its length, 0 when one has all.
  ///
  /// After A. Juilland and E. Chang-Rodríguez, "Frequency Dictionary of Spanish Words", 1964, over
  /// frequencies relative to the length of each part, so that parts need not be equally long.
  public let juilland: Double?

  /// Measures `counts`, the occurrences in each part; `sizes` are the lengths of the parts, above 0
  /// or left out of the reckoning. Linear in the number of parts.
  public init(counts: [Int], sizes: [Int]) {
    let parts = zip(counts, sizes).filter { $0.1 > 0 }
    let total = parts.reduce(0) { $0 + $1.0 }
    let size = parts.reduce(0) { $0 + $1.1 }
    self.total = total
    self.parts = parts.count
    range = parts.count { $0.0 > 0 }
    guard total > 0, parts.count > 1 else {
      deviation = nil
      normalisedDeviation = nil
      juilland = nil
      return
    }
    let shares = parts.map { Double($0.1) / Double(size) }
    let deviation =
      zip(parts, shares).reduce(0) { $0 + (Double($1.0.0) / Double(total) - $1.1).magnitude } / 2
    self.deviation = deviation
    let greatest = 1 - (shares.min() ?? 0)
    normalisedDeviation = greatest > 0 ? min(1, deviation / greatest) : nil
    let rates = parts.map { Double($0.0) / Double($0.1) }
    let mean = rates.reduce(0, +) / Double(rates.count)
    let variance =
      rates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(rates.count)
    juilland = max(0, 1 - variance.squareRoot() / mean / Double(rates.count - 1).squareRoot())
  }
}
