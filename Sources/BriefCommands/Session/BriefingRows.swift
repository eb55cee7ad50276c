import BriefAnalysis
import BriefScript
import BriefSource
import BriefText

extension RowKind {
  /// Rows that stand for briefings.
  static let briefing = RowKind("briefing", plural: "briefings", source: "briefings")
}

/// How briefings become rows.
enum BriefingRows {
  /// The columns of `briefings`.
  static var schema: TableSchema<Briefing> {
    TableSchema(
      .briefing,
      [
        .text("title", "the headline, or the title given") { Self.text($0.metadata.title, in: $0) },
        .date("date", "the date of the briefing") { $0.metadata.date?.value },
        .text("outlet", "who published it") { Self.text($0.metadata.outlet, in: $0) }.asDetail,
        .text("dateline", "the place in the dateline") { Self.text($0.metadata.dateline, in: $0) }
          .asDetail,
        .int("words", "how many words it has") { $0.wordCount },
        .int("problems", "how many problems reading found") { $0.problems.count },
        .int("fixes", "how many corrections by hand are in force") { $0.fixCount }.asDetail,
        .string("file", "where it was loaded from") { $0.source.name },
      ],
      place: { Place($0.source, TextRange.at(0)) }, isByHand: { $0.fixCount > 0 })
  }

  /// The type of a table of briefings.
  static var type: ValueType { .table(schema.type) }

  private static func text(_ fact: Metadata.Fact<String>?, in briefing: Briefing) -> Text? {
    guard let fact else { return nil }
    switch fact.origin {
    case .text(let range): return .excerpt(briefing.source, range)
    case .given: return Text(fact.value)
    }
  }
}

extension Value {
  /// The briefings behind the rows of a table of briefings.
  var briefings: [Briefing] {
    if case .table(let table) = self { table.things(Briefing.self) ?? [] } else { [] }
  }
}

extension Briefing {
  /// The number of corrections that are in force; nothing is analysed where there are none.
  var fixCount: Int {
    corrections.all.isEmpty ? 0 : appliedCorrections.count { $0.state == .applied }
  }

  /// The number of tokens that are words or numbers.
  var wordCount: Int {
    document.tokens.kinds.count { $0 == .word || $0 == .number }
  }

  /// The number of words in `range`.
  func wordCount(in range: TextRange) -> Int {
    let tokens = document.tokens
    return tokens.indices(in: range).count {
      tokens.kinds[$0] == .word || tokens.kinds[$0] == .number
    }
  }

  /// The heading of the section that holds `offset`, or the word for its kind.
  func sectionName(at offset: Int) -> Text? {
    guard let index = structure.section(at: offset) else { return nil }
    return sectionName(index)
  }

  /// The heading of the section at `index`, or the word for its kind.
  func sectionName(_ index: Int) -> Text {
    let section = structure.sections[index]
    guard let heading = section.heading else { return Text(section.kind.rawValue) }
    return .excerpt(source, heading)
  }
}
