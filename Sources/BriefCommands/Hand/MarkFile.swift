import BriefAnalysis
import BriefSource

/// The files that hold what persons say of a text.
enum MarkFile {
  /// Reads the file at `path`.
  ///
  /// - Throws: ``StandoffError``.
  static func source(at path: String, noting ledger: FileLedger?) throws(StandoffError) -> Source {
    guard TextFiles.isFile(path) || !TextFiles.exists(path) else {
      throw .unusable("'\(path)' is no plain file")
    }
    do {
      return try Source.reading(path, noting: ledger)
    } catch {
      throw .unusable(error.description)
    }
  }
}
