import BriefAnalysis
import BriefScript
import BriefSource

/// A topic, the part of a briefing it was found in, and what is stated there.
struct TopicRow {
  let briefing: Briefing
  /// The section; `nil` for the whole briefing.
  let section: Int?
  /// Its rank in that part, from 1.
  let rank: Int
  let topic: Topic
  let statements: [Quote]

  /// The first place of its label.
  var place: Place? {
    let phrase = topic.phrases.first { $0.text == topic.label } ?? topic.phrases.first
    return (phrase?.places.first ?? topic.places.first).map { Place(briefing.source, $0) }
  }

  /// The other phrases that tell something, up to five: names, phrases of several words, and words
  /// that are used again or stand in a heading; none that an earlier one holds.
  var phrases: [String] {
    var told = [Self.padded(topic.label)]
    var phrases: [String] = []
    for phrase in topic.phrases where phrases.count < 5 {
      let isTelling =
        phrase.entity != nil || phrase.text.utf8.contains(UInt8(ascii: " "))
        || phrase.measure.count > 1 || phrase.measure.isInHeading
      let padded = Self.padded(phrase.text)
      guard isTelling, !told.contains(where: { $0.contains(padded) }) else { continue }
      told.append(padded)
      phrases.append(phrase.text)
    }
    return phrases
  }

  private static func padded(_ text: String) -> String { " " + text.lowercased() + " " }

  /// The names of its sections.
  var sections: [String] {
    topic.sections.compactMap { index in
      guard briefing.structure.sections.indices.contains(index) else { return nil }
      let section = briefing.structure.sections[index]
      return section.heading.map { briefing.source[$0] } ?? section.kind.rawValue
    }
  }

  /// Those who make the statements, the one with most first; of equals the one who speaks first.
  var speakers: [String] {
    var order: [String] = []
    var counts: [String: Int] = [:]
    for statement in statements {
      guard let name = statement.speaker?.name else { continue }
      if counts[name] == nil { order.append(name) }
      counts[name, default: 0] += 1
    }
    return order.enumerated().sorted {
      (counts[$1.element] ?? 0, $0.offset) < (counts[$0.element] ?? 0, $1.offset)
    }.map(\.element)
  }
}

/// How topics become rows.
enum TopicRows {
  /// The columns of `topics`; with `hasPart` the first names the section or briefing.
  static func schema(hasPart: Bool = false) -> TableSchema<TopicRow> {
    var columns: [TableSchema<TopicRow>.Column] = [
      .int("rank", "its rank there, from 1") { $0.rank }.asDetail,
      .string("topic", "its best phrase") { $0.topic.label },
      .strings("keyphrases", "its other phrases, best first") { row in
        row.phrases
      },
      .number("share", "the share of the words that stand in its sentences, 0 to 1") {
        $0.topic.share
      },
      statements(isDetail: hasPart),
      .strings("speakers", "who makes them, the one with most first") { $0.speakers }.asDetail,
      .strings("sections", "the sections it stands in, the one with most words first") {
        $0.sections
      }.asDetail,
      .place("place", "where its best phrase first stands") { $0.place },
    ]
    if hasPart {
      columns.insert(
        .text("part", "the section or the briefing") { row in
          row.section.map { row.briefing.sectionName($0) }
            ?? Text(FileName(row.briefing.source.name).stem)
        }, at: 0)
    } else {
      columns.append(
        .briefing { $0.briefing })
    }
    return TableSchema(
      RowKind("topic", plural: "topics", source: "topics"), columns, place: { $0.place },
      explanation: explanation)
  }

  private static func statements(isDetail: Bool) -> TableSchema<TopicRow>.Column {
    let column = TableSchema<TopicRow>.Column.int(
      "statements", "how many statements are made in its sentences"
    ) { $0.statements.count }
    return isDetail ? column.asDetail : column
  }

  private static func explanation(_ row: TopicRow) -> Explanation {
    let topic = row.topic
    var steps = topic.phrases.prefix(5).map { phrase in
      "“\(phrase.text)” has score \(phrase.score): \(KeyphraseRows.reason(phrase))."
    }
    if topic.phrases.count > 1 {
      steps.append("They stand in the same sentences and paragraphs, or share words.")
    }
    steps.append(
      "\(topic.words) words in \(counted(topic.sentences.count, "sentence")) belong to it: its "
        + "phrases weigh most there.")
    return Explanation(
      title: "“\(topic.label)” is a topic with share \(topic.share)", steps: steps,
      evidence: topic.phrases.prefix(4).flatMap { phrase in
        phrase.places.prefix(2).map { SourceExcerpt.Mark($0, "", role: .note) }
      }.sorted { $0.range.start < $1.range.start },
      source: row.briefing.source)
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
