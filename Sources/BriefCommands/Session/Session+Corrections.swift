import BriefAnalysis
import BriefSource

extension Session {
  /// The briefing with the corrections of its file: the one in force, or the one beside the text.
  ///
  /// What is damaged or does not fit is handed to `report`; the briefing is then read without it.
  func correcting(
    _ briefing: Briefing, noting ledger: FileLedger?, report: (Diagnostic) -> Void
  ) -> Briefing {
    let name = briefing.source.name
    guard name != "-" else { return briefing }
    let path = fixFiles[name]?.path ?? FixFile.path(beside: name)
    do throws(StandoffError) {
      guard let file = try FixFile.reading(path, noting: ledger) else {
        fixFiles[name] = nil
        return briefing
      }
      return apply(file, to: briefing, report: report)
    } catch {
      fixFiles[name] = nil
      report(
        Diagnostic(
          id: "unusable-standoff", severity: .warning, error.message,
          help: "the corrections in it are not applied"))
      return briefing
    }
  }

  /// The briefing with the corrections of `file`, which stays in force.
  func apply(
    _ file: FixFile, to briefing: Briefing, report: (Diagnostic) -> Void
  ) -> Briefing {
    for problem in file.fixes.problems { report(problem) }
    fixFiles[briefing.source.name] = file
    let corrected = briefing.corrected(by: file.corrections(for: briefing.source))
    if let remark = Self.remark(on: corrected, from: file.path) { report(remark) }
    return corrected
  }

  /// Applies the corrections that are in force to the briefings as they are.
  func applyFixFiles() {
    for briefing in briefings {
      let corrections = fixFiles[briefing.source.name]?.corrections(for: briefing.source)
      guard (corrections?.all ?? []) != briefing.corrections.all else { continue }
      replace(with: briefing.corrected(by: corrections ?? Corrections()))
    }
  }

  /// How many corrections there are, and how many of them fit nothing.
  private static func remark(on briefing: Briefing, from path: String) -> Diagnostic? {
    let applied = briefing.appliedCorrections
    guard !applied.isEmpty else { return nil }
    let stale = applied.count { $0.state == .stale }
    let name = DisplayText.harmless(path)
    let isForSameText = briefing.corrections.isForSameText
    if stale == 0, isForSameText {
      let count = applied.count == 1 ? "1 correction" : "\(applied.count) corrections"
      return Diagnostic(
        id: "fixes-read", severity: .note, "\(count) by hand from '\(name)'",
        help: "fixes lists \(applied.count == 1 ? "it" : "them")")
    }
    let found =
      "\(applied.count - stale) of \(applied.count) corrections in '\(name)' could be applied"
    return Diagnostic(
      id: "stale-fix", severity: .warning,
      isForSameText ? found : "the text has changed since it was corrected; \(found)",
      help: "fixes lists them; `fix --undo N` takes one out")
  }
}
