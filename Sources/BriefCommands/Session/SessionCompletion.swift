import BriefAnalysis
import BriefScript
import BriefSource

/// Offers the names that only what is loaded can know: speakers, entities, sections, briefings.
public final class SessionCompletion: CompletionProvider {
  private let session: Session
  private let commands: CommandSet

  /// Creates a provider that looks at `session`.
  public init(_ session: Session, commands: CommandSet) {
    self.session = session
    self.commands = commands
  }

  /// The names of a kind that begin with `prefix`, or have a word that does, in any case.
  public func candidates(_ kind: String, prefix: String) -> [Completion.Candidate] {
    let all: [Completion.Candidate] =
      switch kind {
      case "speakers": speakers
      case "entities": entities
      case "cues": cues
      case "sections": sections
      case "briefings": briefings
      case "sessions": sessions
      case "setting values": settingValues
      case "commands": commands.all.map { .init($0.name, $0.purpose) }
      case "help":
        HelpEntry.all(of: commands, filling: ExampleFilling(session)).map {
          .init($0.name, $0.summary)
        }
      default: []
      }
    let wanted = prefix.lowercased()
    var seen: Set<String> = []
    return all.filter { candidate in
      let text = candidate.text.lowercased()
      let fits =
        text.hasPrefix(wanted) || text.split(separator: " ").contains { $0.hasPrefix(wanted) }
      return fits && seen.insert(text).inserted
    }
  }

  /// Those who are quoted, most quotations first; equals in text order.
  private var speakers: [Completion.Candidate] {
    var counts: [String: Int] = [:]
    var roles: [String: String] = [:]
    var names: [String] = []
    for briefing in session.current {
      for quote in briefing.quotes where quote.isInBody {
        guard let speaker = quote.speaker else { continue }
        if counts[speaker.name] == nil { names.append(speaker.name) }
        counts[speaker.name, default: 0] += 1
        if let entity = speaker.entity, let role = briefing.entities[entity].role {
          roles[speaker.name] = briefing.source[role]
        }
      }
    }
    return names.enumerated().sorted {
      (counts[$1.element] ?? 0, $0.offset) < (counts[$0.element] ?? 0, $1.offset)
    }.map { _, name in
      let count = counts[name] ?? 0
      let quotes = count == 1 ? "1 quotation" : "\(count) quotations"
      return .init(name, roles[name].map { "\($0), \(quotes)" } ?? quotes)
    }
  }

  /// The words that introduce speech, most used first; equals in text order.
  private var cues: [Completion.Candidate] {
    var counts: [String: Int] = [:]
    var found: [Quote.Cue] = []
    for briefing in session.current {
      for case let cue? in briefing.quotes.map(\.cue) {
        if counts[cue.lemma] == nil { found.append(cue) }
        counts[cue.lemma, default: 0] += 1
      }
    }
    return found.enumerated().sorted {
      (counts[$1.element.lemma] ?? 0, $0.offset) < (counts[$0.element.lemma] ?? 0, $1.offset)
    }.map { _, cue in
      let count = "\(counts[cue.lemma] ?? 0)×"
      return .init(cue.lemma, cue.sense.map { "\($0.class.rawValue), \(count)" } ?? count)
    }
  }

  /// What is spoken of, most mentions first; equals in text order. Aliases follow their names.
  private var entities: [Completion.Candidate] {
    var result: [Completion.Candidate] = []
    for briefing in session.current {
      let sorted = briefing.entities.all.sorted {
        ($1.mentions.count, $0.id) < ($0.mentions.count, $1.id)
      }
      for entity in sorted {
        result.append(.init(entity.name, "\(entity.type.rawValue), \(entity.mentions.count)×"))
        result += entity.aliases.map { .init($0, "= \(entity.name)") }
      }
    }
    return result
  }

  private var sections: [Completion.Candidate] {
    session.current.flatMap { briefing in
      briefing.structure.sections.indices.map { index in
        .init(briefing.sectionName(index).string, "section \(index + 1)")
      }
    }
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
        briefing.metadata.title?.value ?? "briefing \(index + 1)")
    }
  }
}
