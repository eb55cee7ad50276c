import BriefAnalysis
import BriefSource

/// A file of corrections, and where it is.
struct FixFile {
  /// Its path, as it was given.
  let path: String
  /// What it holds.
  var fixes: Standoff<Correction>

  /// Where the corrections of the text at `path` are looked for: beside it.
  static func path(beside path: String) -> String { path + ".fixes" }

  /// Reads the file at `path`; `nil` when there is none.
  ///
  /// - Throws: ``StandoffError``.
  static func reading(_ path: String, noting ledger: FileLedger? = nil) throws(StandoffError)
    -> FixFile?
  {
    guard TextFiles.exists(path) else { return nil }
    let source = try MarkFile.source(at: path, noting: ledger)
    return FixFile(path: path, fixes: try Standoff(reading: source))
  }

  /// What it says of the text of `source`.
  ///
  /// Linear in the length of the text.
  func corrections(for source: Source) -> Corrections {
    Corrections(fixes.rows, isForSameText: fixes.isMade(for: source))
  }
}
