import BriefAnalysis
import BriefScript
import BriefSource

/// Offers the names that only what is loaded can know: speakers, entities, sections, briefings.
///
/// Aliases, roles and abbreviations lead to the names. It remembers what it has gathered, so that
/// a menu takes no longer with many briefings.
public final class SessionCompletion: CompletionProvider {
  private let session: Session
  private let commands: CommandSet
  private let names = SessionNames()
  private lazy var helpEntries = HelpEntry.all(of: commands, filling: ExampleFilling(session))
    .map { Completion.Candidate($0.name, $0.summary) }

  /// Creates a provider that looks at `session`.
  public init(_ session: Session, commands: CommandSet) {
    self.session = session
    self.commands = commands
  }

  /// The names of a kind that `prefix` leads to, in any case and without regard to accents; those
  /// that occur most often first, equals in text order.
  ///
  /// Linear in the number of names.
  public func candidates(_ kind: String, prefix: String) -> [Completion.Candidate] {
    switch kind {
    case "speakers": speakers(prefix)
    case "entities": entities(prefix)
    case "subjects": subjects(prefix)
    case "cues": found(names.cues, prefix) { Self.count($0.count, "use") }
    case "sections": found(names.sections, prefix) { $0.count == 1 ? "" : "\($0.count) briefings" }
    case "briefings": fitting(briefings, prefix)
    case "sessions": fitting(sessions, prefix)
    case "setting values": fitting(settingValues, prefix)
    case "lessons": fitting(lessons, prefix)
    case "commands": fitting(commands.all.map { .init($0.name, $0.purpose) }, prefix)
    case "help": fitting(helpEntries, prefix)
    default: []
    }
  }

  /// The texts that may stand in a column: names that are loaded, and what the table last shown
  /// holds there.
  public func values(
    of column: TableType.Column, in rows: RowKind?, prefix: String
  ) -> [Completion.Candidate] {
    var values: [Completion.Candidate] =
      switch (rows?.name, column.name) {
      case (_, "speaker"), (_, "by"): speakers(prefix)
      case ("entity", "name"), (_, "entity"): entities(prefix)
      case (_, "topic"): topics(prefix)
      case (_, "section"): candidates("sections", prefix: prefix)
      case ("briefing", "file"): fitting(briefings, prefix)
      default: []
      }
    let known = Set(values.map(\.text))
    values += fitting(shownTexts(in: column), prefix).filter { !known.contains($0.text) }
    return values
  }

  /// What a word means that may be chosen from a few.
  public func summary(ofChoice word: String) -> String? { ChoiceDescriptions.byWord[word] }

  /// How much of the names of a kind is not known or not shown; `nil` when all of them are.
  public func note(_ kind: String) -> String? {
    let gatherings: [NameGathering]
    switch kind {
    case "speakers": gatherings = [names.speakers]
    case "entities": gatherings = [names.entities]
    case "subjects": gatherings = [names.entities, names.topics]
    case "cues": gatherings = [names.cues]
    default: return nil
    }
    if let unread = gatherings.first?.unread, unread > 0 {
      let command = kind == "speakers" || kind == "cues" ? "speakers" : "entities"
      return "\(unread) of \(session.current.count) briefings not read yet: \(command) reads them"
    }
    let further = gatherings.reduce(0) { $0 + $1.further }
    return further > 0 ? "and \(further) more; more letters find them" : nil
  }

  // MARK: Kinds

  private func speakers(_ prefix: String) -> [Completion.Candidate] {
    found(names.speakers, prefix) {
      $0.count == 0 ? "not quoted, only reported" : Self.count($0.count, "quotation")
    }
  }

  private func entities(_ prefix: String) -> [Completion.Candidate] {
    found(names.entities, prefix) { Self.count($0.count, "mention") }
  }

  /// Entities, and the themes that are none of them.
  private func subjects(_ prefix: String) -> [Completion.Candidate] {
    let entities = entities(prefix)
    let names = Set(entities.map { FoldedText.folded($0.text) })
    return entities + topics(prefix).filter { !names.contains(FoldedText.folded($0.text)) }
  }

  private func topics(_ prefix: String) -> [Completion.Candidate] {
    found(names.topics, prefix) { Self.count($0.count, "sentence") }
  }

  private func found(
    _ gathering: NameGathering, _ prefix: String, _ count: (NameList.Entry) -> String
  ) -> [Completion.Candidate] {
    gathering.search(prefix, in: session.current).map { entry in
      let parts = [entry.summary, count(entry)].filter { !$0.isEmpty }
      return .init(entry.name, parts.joined(separator: ", "), aliases: entry.aliases)
    }
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }

  private var lessons: [Completion.Candidate] {
    let entries = (session.player?.course ?? .embedded).entries
    return entries.map { .init($0.shortName, "\($0.number) \($0.lesson.title)") }
      + [.init("stop", "ends the lesson")]
  }

  /// The sessions that are saved, the one saved last first.
  private var sessions: [Completion.Candidate] {
    (session.store?.names() ?? []).map { .init($0, "a saved session") }
  }

  /// The words that settings can be set to, with the settings that take them.
  private var settingValues: [Completion.Candidate] {
    var words: [String] = []
    var keys: [String: [String]] = [:]
    for key in PromptSettings.Key.allCases {
      for word in key.words {
        if keys[word] == nil { words.append(word) }
        keys[word, default: []].append(key.rawValue)
      }
    }
    return words.map { .init($0, (keys[$0] ?? []).joined(separator: ", ")) }
  }

  private var briefings: [Completion.Candidate] {
    session.briefings.enumerated().map { index, briefing in
      .init(
        FileName(briefing.source.name).stem,
        briefing.metadata.title?.value ?? "briefing \(index + 1)", aliases: ["\(index + 1)"])
    }
  }

  /// The texts in a column of the table last shown, the most frequent first.
  private func shownTexts(in column: TableType.Column) -> [Completion.Candidate] {
    guard let table = session.shownTable, let index = table.type.index(of: column.name),
      // What was not shown may cost an analysis of the text.
      case let shown = table.type.columns[index], !shown.isDetail, shown.type == .text
    else { return [] }
    var texts: [String] = []
    var counts: [String: Int] = [:]
    for row in 0..<min(table.count, Self.rowLimit) {
      guard case .text(let text) = table[row, index] else { continue }
      let string = text.string
      guard string.utf8.count <= 80, !string.isEmpty else { continue }
      if counts[string] == nil { texts.append(string) }
      counts[string, default: 0] += 1
    }
    return texts.enumerated().sorted {
      (counts[$1.element] ?? 0, $0.offset) < (counts[$0.element] ?? 0, $1.offset)
    }.map { .init($0.element, "in " + Self.count(counts[$0.element] ?? 0, "row")) }
  }

  /// How many rows of a table are looked at.
  private static let rowLimit = 2_000

  private func fitting(
    _ candidates: [Completion.Candidate], _ prefix: String
  ) -> [Completion.Candidate] {
    let letters = TypedLetters(prefix)
    var seen: Set<String> = []
    return candidates.filter { candidate in
      let folded = FoldedText.folded(candidate.text)
      return letters.fit(folded, aliases: candidate.aliases) != nil
        && seen.insert(folded).inserted
    }
  }
}
