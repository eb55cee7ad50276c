import BriefText

/// Finds the reports of a text: of the constructions at each word the likeliest, and of reports
/// inside one another the outer.
package struct ReportFinder {
  let text: QuoteText
  private let candidates: CueCandidateFinder
  private let sources: SourceReader
  private let contexts: ReportContextReader
  private let counts = ConstructionCounts.shared

  /// The probability below which a construction is not taken for a report: without quotation marks
  /// in its content, and with them, where a wrong boundary costs a quotation.
  static let threshold = (plain: 0.30, marked: 0.42)
  /// The share below which a construction is not looked at.
  package static let least = 0.08

  init(_ text: QuoteText) {
    self.text = text
    candidates = CueCandidateFinder(text)
    sources = SourceReader(text)
    contexts = ReportContextReader(text)
  }

  /// The reports in order of their cues, those inside others with their `parent`.
  ///
  /// Linear in the number of tokens, but for sorting.
  func reports() -> [Report] {
    var found: [Report] = []
    for token in 0..<text.tokens.count {
      guard let report = report(at: token) else { continue }
      found.append(report)
    }
    return resolved(found)
  }

  /// The likeliest report with its cue at `token`, or `nil`.
  private func report(at token: Int) -> Report? {
    var best: Report?
    for report in drafts(at: token) where report.score > best?.score ?? 0 {
      let isMarked = report.runs.contains { text.wordCounts($0).quoted > 0 }
      if report.score >= (isMarked ? Self.threshold.marked : Self.threshold.plain) { best = report }
    }
    return best
  }

  /// What the word at `token` may report, each with its sources and its score.
  func drafts(at token: Int, least: Double = ReportFinder.least) -> [Report] {
    var drafts: [Report] = []
    for candidate in candidates.candidates(at: token) {
      let share = counts.share(of: candidate.key, in: candidate.construction)
      guard share >= least, !isWithheld(candidate),
        !candidate.runs.contains(where: { $0.contains(candidate.head) })
      else { continue }
      let found = sources.sources(of: candidate)
      var report = Report(
        candidate: candidate, share: share, score: share, source: found.first,
        runnerUp: found.dropFirst().first)
      report.score = counts.changed(
        share, by: contexts.contexts(of: report), in: candidate.construction)
      drafts.append(report)
    }
    return drafts
  }

  /// Whether the construction says that nothing was said: "did not say whether", "declined to say
  /// how".
  private func isWithheld(_ candidate: CueCandidate) -> Bool {
    let tree = text.tree
    switch text.lower(candidate.span.lowerBound) {
    case "whether", "if", "how", "why", "what", "who", "where", "when", "which": break
    default: return false
    }
    let verb = candidate.head
    if tree.children(verb).prefix(8).contains(where: { $0 < verb && text.has($0, .negation) }) {
      return true
    }
    guard tree.relations[verb] == .openClause, let above = tree.head(verb) else { return false }
    return ["decline", "refuse", "fail", "forbear", "omit"].contains(tree.lemma(above))
  }

  // MARK: Overlap

  /// The reports without those that cross a wider one, each with its parent.
  private func resolved(_ reports: [Report]) -> [Report] {
    var owner = [Int32](repeating: -1, count: text.tokens.count)
    var kept: [Bool] = Array(repeating: false, count: reports.count)
    var parents: [Int?] = Array(repeating: nil, count: reports.count)
    let order = reports.indices.sorted {
      (reports[$1].candidate.span.count, $0) < (reports[$0].candidate.span.count, $1)
    }
    for index in order {
      let report = reports[index]
      let span = report.candidate.span
      let first = owner[span.lowerBound]
      let last = owner[span.upperBound - 1]
      let outer = owner[report.candidate.head]
      if first >= 0, first == last, outer == first {
        parents[index] = Int(first)
        kept[index] = true
        continue
      }
      if first >= 0 || last >= 0 || outer >= 0 { continue }
      if report.runs.contains(where: { run in
        owner[run.lowerBound] >= 0 || owner[run.upperBound - 1] >= 0
      }) {
        continue
      }
      kept[index] = true
      for run in report.runs {
        for token in run { owner[token] = Int32(index) }
      }
    }
    var numbers: [Int] = Array(repeating: -1, count: reports.count)
    var result: [Report] = []
    for index in reports.indices where kept[index] {
      numbers[index] = result.count
      result.append(reports[index])
    }
    var place = 0
    for index in reports.indices where kept[index] {
      result[place].parent = parents[index].map { numbers[$0] }
      place += 1
    }
    return result
  }
}
