import BriefSource
import BriefText

/// Finds what is reported without marks: "X said that …", "…, X said", "according to X, …".
///
/// Which verb reports with which construction is taken from the shares of the cue lexicon.
struct IndirectSpeechFinder {
  let text: QuoteText
  let events: [SpeechEvent]
  let reader: StatementReader

  /// One reported statement.
  struct Report {
    let runs: [Range<Int>]
    let attribution: Attribution
    /// The share of such constructions that are attributions.
    let share: Int
    /// How the content is joined to the cue.
    let construction: CueLexicon.Construction
  }

  /// The share, in per cent, below which a construction is not taken for a report.
  static let threshold = 45

  /// The reports of events whose cue is not among `used`, in text order.
  func reports(used: Set<Int>) -> [Report] {
    var reports: [Report] = []
    var covered = 0
    for event in events where !used.contains(event.cue.lowerBound) {
      // Only the outermost of reports inside one another.
      if event.cue.lowerBound < covered { continue }
      guard let report = report(event), let first = report.runs.first, let last = report.runs.last
      else { continue }
      if first.lowerBound < covered { continue }
      covered = max(covered, last.upperBound)
      reports.append(report)
    }
    return reports
  }

  private func report(_ event: SpeechEvent) -> Report? {
    let frame = event.frame
    guard let subject = event.subject else { return nil }
    if event.order == .accordingTo {
      let runs = reader.besides(event.cue.lowerBound..<subject.upperBound, frame)
      guard words(runs) >= 3 else { return nil }
      return Report(
        runs: runs,
        attribution: Attribution(
          speaker: subject, cue: event.cue, rule: .reportedAccording),
        share: 82, construction: .object)
    }
    let entry = CueLexicon.shared.entries[event.entry]
    // "…, Khan said." and "…, said Khan."
    let start = min(subject.lowerBound, event.cue.lowerBound)
    let end = max(subject.upperBound, event.cue.upperBound)
    if event.order != .participle, entry.isDirect, start > frame.lowerBound + 3,
      text.has(start - 1, .comma), isClosing(end, frame)
    {
      let runs = reader.trimmed(frame.lowerBound..<start)
      if words(runs) >= 3 {
        return Report(
          runs: runs,
          attribution: Attribution(
            speaker: subject, cue: event.cue, entry: event.entry, rule: .reportedBefore),
          share: 60, construction: .clause)
      }
    }
    guard event.order != .inverted else { return nil }
    let content = reader.contentStart(event.cue.upperBound, frame, before: frame.upperBound)
    let contentEnd = reader.contentEnd(after: content.start, cue: event.cue, frame)
    guard contentEnd > content.start else { return nil }
    let runs = reader.trimmed(content.start..<contentEnd)
    var construction = content.construction
    if construction == .object, let verb = text.verb(content.start), verb.forms == .ing {
      construction = .ing
    }
    let share = entry.shares[construction] ?? Self.fallback[construction] ?? 0
    guard share >= Self.threshold, words(runs) >= 2 else { return nil }
    return Report(
      runs: runs,
      attribution: Attribution(
        speaker: subject, cue: event.cue, entry: event.entry, rule: .reportedClause),
      share: share, construction: construction)
  }

  /// Shares for verbs too rare to have their own.
  private static let fallback: [CueLexicon.Construction: Int] = [
    .that: 70, .clause: 56, .object: 40, .to: 38, .ing: 35,
  ]

  /// Whether nothing but an adjunct stands between `end` and the end of the sentence.
  private func isClosing(_ end: Int, _ frame: Range<Int>) -> Bool {
    if end >= frame.upperBound || text.has(end, [.stop, .comma]) || !text.isOutside(end) {
      return true
    }
    return text.has(end, [.preposition, .time, .adverb]) && !text.has(end, .that)
  }

  private func words(_ runs: [Range<Int>]) -> Int {
    runs.reduce(0) { $0 + text.wordCounts($1).all }
  }
}
