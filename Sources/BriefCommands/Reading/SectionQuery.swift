import BriefAnalysis
import BriefSource

/// What a user means by `--in`: a section by number, kind or words of its heading, or a whole
/// briefing by number-free name.
struct SectionQuery {
  private let ranges: [TextRange]

  /// Finds the sections of `briefing` that `query` means.
  init(_ query: String, in briefing: Briefing) {
    let wanted = query.lowercased()
    let sections = briefing.structure.sections
    if let number = Int(query) {
      ranges = sections.indices.contains(number - 1) ? [sections[number - 1].range] : []
      return
    }
    let name = FileName(briefing.source.name.lowercased())
    if name.base == wanted || name.stem == wanted || briefing.source.name.lowercased() == wanted {
      ranges = [briefing.source.range]
      return
    }
    ranges = sections.filter { section in
      section.kind.rawValue == wanted
        || section.heading.map { briefing.source[$0].lowercased().contains(wanted) } == true
    }.map(\.range)
  }

  /// Whether any section is meant.
  var isKnown: Bool { !ranges.isEmpty }

  /// Whether `range` lies in a section that is meant.
  func contains(_ range: TextRange) -> Bool { ranges.contains { $0.contains(range) } }

  /// Whether `offset` lies in a section that is meant.
  func contains(_ offset: Int) -> Bool { ranges.contains { $0.contains(offset) } }
}
