import BriefCorpus
import Testing

@Suite struct DispersionTests {
  /// The example of Gries 2008: five parts of unequal size, with a DP of 0.18 and a D of 0.785.
  @Test func theMeasuresAreThoseOfThePaper() throws {
    let spread = Dispersion(counts: [1, 2, 3, 4, 5], sizes: [9, 10, 10, 10, 11])
    #expect(try (#require(spread.deviation) * 1000).rounded() == 180)
    #expect(try (#require(spread.juilland) * 1000).rounded() == 785)
    #expect(spread.total == 15 && spread.range == 5 && spread.parts == 5)
  }

  @Test func evenAndUnevenAreTheEnds() throws {
    let even = Dispersion(counts: [2, 2, 2, 2], sizes: [10, 10, 10, 10])
    #expect(even.deviation == 0 && even.normalisedDeviation == 0 && even.juilland == 1)
    let proportional = Dispersion(counts: [1, 3], sizes: [100, 300])
    #expect(proportional.deviation == 0 && proportional.juilland == 1)
    let single = Dispersion(counts: [0, 0, 7, 0], sizes: [10, 10, 10, 10])
    #expect(single.deviation == 0.75 && single.normalisedDeviation == 1)
    #expect(try #require(single.juilland) < 1e-9)
  }

  @Test func whatCannotBeMeasuredIsMissing() {
    for spread in [
      Dispersion(counts: [], sizes: []), Dispersion(counts: [0, 0], sizes: [5, 5]),
      Dispersion(counts: [3], sizes: [5]), Dispersion(counts: [3, 0], sizes: [5, 0]),
    ] {
      #expect(spread.deviation == nil && spread.juilland == nil)
    }
  }
}
