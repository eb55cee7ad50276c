import BriefAnalysis
import BriefScript
import BriefSource

extension TableSchema.Column {
  /// The column `briefing`: the name of the file that a row is from, without its extension.
  static func briefing(_ briefing: @escaping (Thing) -> Briefing) -> Self {
    string("briefing", "the briefing") { FileName(briefing($0).source.name).stem }.asDetail
  }
}
