import BriefAnalysis
import BriefSource

/// The file that holds what a person marked.
enum MarkFile {
  /// Reads the file at `path`.
  ///
  /// - Throws: ``StandoffError``.
  static func source(at path: String, noting ledger: FileLedger?) throws(StandoffError) -> Source {
    do {
      return try Source.reading(path, noting: ledger)
    } catch {
      throw .unusable(error.description)
    }
  }
}
