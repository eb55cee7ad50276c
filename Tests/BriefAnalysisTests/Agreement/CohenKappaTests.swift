import BriefAnalysis
import Testing

@Suite struct CohenKappaTests {
  /// Labels as often as the cells of a table say, its rows being those of the first annotator.
  private func labels(_ table: [[Int]]) -> [(Int, Int)] {
    table.enumerated().flatMap { row, cells in
      cells.enumerated().flatMap { column, count in
        Array(repeating: (row, column), count: count)
      }
    }
  }

  /// Reckoned by hand: Ao = 35/50, Ae = (25·30 + 25·20)/2500 = 0.5, κ = 0.4.
  ///
  /// The same in Python, which also gives the values below: with t = [[20, 5], [10, 15]], n =
  /// sum(map(sum, t)), po = sum(t[i][i])/n, pe = sum(sum(r) * sum(c) for r, c in zip(t, zip(*t)))/n**2,
  /// (po - pe)/(1 - pe) is 0.4.
  @Test func twoLabels() {
    let kappa = CohenKappa(labels([[20, 5], [10, 15]]))
    #expect(kappa.count == 50)
    #expect(kappa.observed == 0.7)
    #expect(kappa.expected == 0.5)
    #expect(abs((kappa.value ?? 0) - 0.4) < 1e-12)
  }

  /// Reckoned by hand: Ao = 75/100; Ae = (50·45 + 30·30 + 20·25)/10000 = 0.365; κ = 0.385/0.635.
  @Test func threeLabels() {
    let kappa = CohenKappa(labels([[40, 5, 5], [5, 20, 5], [0, 5, 15]]))
    #expect(kappa.observed == 0.75)
    let expected = 0.365
    #expect(abs((kappa.expected ?? 0) - expected) < 1e-12)
    #expect(abs((kappa.value ?? 0) - 0.385 / 0.635) < 1e-12)
  }

  @Test func worseThanChanceIsNegativeAndNothingIsUndefined() {
    #expect(CohenKappa(labels([[0, 5], [5, 0]])).value == -1)
    #expect(CohenKappa(labels([[7]])).value == nil)
    #expect(CohenKappa(labels([[7]])).observed == 1)
    #expect(CohenKappa([(Int, Int)]()).value == nil)
    #expect(CohenKappa([(Int, Int)]()).observed == nil)
  }
}
