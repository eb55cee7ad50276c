import BriefSource
import BriefText

/// Finds events that a name and an ordinary noun name together: "Istanbul talks", "Doha-mediated
/// ceasefire", "Indus Waters Treaty (IWT) arbitration".
///
/// Their mentions lie around those of the names, which stay what they are.
struct EventReader {
  let text: CasedText
  let document: Document
  let entities: Entities

  /// An event that the text names.
  struct Event {
    var name: String
    var aliases: [String] = []
    let sort: String
    let head: String
    var mentions: [(tokens: Range<Int>, kind: MentionKind, reason: String, confidence: Double)] = []
  }

  /// The events, in order of first mention. Linear in the number of tokens.
  static func events(in text: CasedText, document: Document, entities: Entities) -> [Event] {
    EventReader(text: text, document: document, entities: entities).read()
  }

  private func read() -> [Event] {
    var events: [Event] = []
    var known: [String: Int] = [:]
    /// The last event of each sort.
    var last: [String: Int] = [:]
    var mention = 0
    var token = 0
    while token < text.tokens.count {
      while mention < entities.mentions.count,
        entities.mentions[mention].tokens.lowerBound < token
      {
        mention += 1
      }
      if mention < entities.mentions.count, entities.mentions[mention].tokens.lowerBound == token,
        let end = end(ofEventFrom: mention)
      {
        let head = text.lower(end - 1)
        let sort = Self.sorts[head] ?? head
        let range = token..<end
        let key = "\(sort) \(entities.mentions[mention].entity.index)"
        let name = words(range)
        let index = known[key] ?? events.count
        if index == events.count {
          events.append(Event(name: name, sort: sort, head: head))
          known[key] = index
        } else if NameFolding.key(name) != NameFolding.key(events[index].name),
          !events[index].aliases.contains(name)
        {
          events[index].aliases.append(name)
        }
        events[index].mentions.append(
          (range, .name, "'\(head)' with the name before it names an event", 0.8))
        last[sort] = index
        token = end
        continue
      }
      if let end = end(ofNounPhraseFrom: token), let sort = Self.sorts[text.lower(end - 1)],
        let index = last[sort]
      {
        let head = text.lower(end - 1)
        events[index].mentions.append(
          (
            token..<end, .nominal, "'\(head)' can only be the one named before", 0.6
          ))
        let alias = words(token..<end).lowercased()
        if !events[index].aliases.contains(alias) { events[index].aliases.append(alias) }
        token = end
        continue
      }
      token += 1
    }
    return events
  }

  /// Where the event ends that the name `mention` begins; `nil` where it begins none.
  private func end(ofEventFrom index: Int) -> Int? {
    let mention = entities.mentions[index]
    let entity = entities[mention.entity]
    guard mention.kind == .name || mention.kind == .demonym, entity.type != .person else {
      return nil
    }
    let sentence = text.sentence[mention.tokens.lowerBound]
    var token = mention.tokens.upperBound
    func isHere(_ token: Int) -> Bool {
      token < text.tokens.count && text.sentence[token] == sentence
    }
    // The abbreviation in brackets belongs to the name.
    if isHere(token + 2), text.form(token) == "(", text.form(token + 2) == ")" { token += 3 }
    if isHere(token + 1), text.isJoiningHyphen(token), Self.held.contains(text.lower(token + 1)) {
      token += 2
    }
    var between = 0
    while isHere(token), text.tokens.kinds[token] == .word, text.facts(token).shape == .small {
      let word = text.lower(token)
      if Self.sorts[word] != nil, isNoun(token), fits(word, entity) {
        // `talks team`: the noun has to be the last.
        guard !isHere(token + 1) || !isNoun(token + 1) || text.form(token + 1) == "," else {
          return nil
        }
        return token + 1
      }
      guard between < 2, isNoun(token) || document.tags?.universal(token) == .adjective else {
        return nil
      }
      between += 1
      token += 1
    }
    return nil
  }

  /// Where "the talks", "the temporary truce" ends, if such a phrase begins at `token`.
  private func end(ofNounPhraseFrom token: Int) -> Int? {
    guard ["the", "this", "these", "those", "that"].contains(text.lower(token)) else { return nil }
    var next = token + 1
    while next < text.tokens.count, next <= token + 2, text.sentence[next] == text.sentence[token] {
      if Self.sorts[text.lower(next)] != nil, isNoun(next), text.facts(next).shape == .small {
        let after = next + 1
        let goesOn =
          after < text.tokens.count && text.sentence[after] == text.sentence[token]
          && (isNoun(after) && text.tokens.kinds[after] == .word
            || ["of", "between", "with", "in", "on"].contains(text.lower(after)))
        return goesOn ? nil : after
      }
      guard document.tags?.universal(next) == .adjective else { return nil }
      next += 1
    }
    return nil
  }

  private func isNoun(_ token: Int) -> Bool {
    guard text.tokens.kinds[token] == .word else { return false }
    guard let tag = document.tags?.universal(token) else { return true }
    return tag == .noun
  }

  /// Whether a thing like `entity` gives its name to such an event: cities hold talks, states have
  /// wars and elections, bodies hold summits.
  private func fits(_ head: String, _ entity: Entity) -> Bool {
    let sort = Self.sorts[head] ?? head
    switch entity.type {
    case .place where entity.isState: return Self.ofStates.contains(sort)
    case .place, .facility: return true
    case .law: return ["arbitration", "talks", "conference", "summit"].contains(sort)
    case .organisation: return ["summit", "conference", "meeting"].contains(sort)
    default: return false
    }
  }

  private func words(_ tokens: Range<Int>) -> String {
    var words = ""
    var isBracketed = false
    for token in tokens {
      let form = text.form(token)
      if form == "(" { isBracketed = true }
      if !isBracketed {
        if token > tokens.lowerBound, text.tokens.hasSpaceBefore(token) { words += " " }
        words += form
      }
      if form == ")" { isBracketed = false }
    }
    return words
  }

  private static let ofStates: Set<String> = ["war", "election", "protest", "disaster", "crisis"]

  private static let held: Set<String> = [
    "backed", "brokered", "convened", "facilitated", "hosted", "led", "mediated", "sponsored",
  ]

  /// What the nouns have in common by which one event is called.
  private static let sorts: [String: String] = {
    var sorts: [String: String] = [:]
    for (sort, words) in [
      ("talks", "talks negotiations discussions dialogue consultations"),
      ("ceasefire", "ceasefire cease-fire truce armistice"),
      ("summit", "summit"), ("conference", "conference"), ("meeting", "meeting"),
      ("arbitration", "arbitration proceedings"), ("war", "war conflict"),
      ("attack", "attack attacks bombing bombings blast blasts shooting massacre"),
      ("election", "election elections polls referendum"),
      ("protest", "protests demonstrations unrest"),
      ("disaster", "earthquake floods flood wildfires famine"), ("crisis", "crisis"),
    ] {
      for word in words.split(separator: " ") { sorts[String(word)] = sort }
    }
    return sorts
  }()
}

extension Entity {
  /// Whether it is a state the lists know.
  fileprivate var isState: Bool {
    entry.map {
      Gazetteer.embedded.entries.indices.contains($0)
        && Gazetteer.embedded.entries[$0].kind == "country"
    } ?? false
  }
}

extension Entities {
  /// Adds events, whose mentions lie around those of names.
  mutating func add(_ events: [EventReader.Event], in tokens: Tokens) {
    for event in events where !event.mentions.isEmpty {
      let id = EntityID(all.count)
      let first = enclosing.count
      for mention in event.mentions {
        enclosing.append(
          Mention(
            entity: id, range: tokens.range(mention.tokens), tokens: mention.tokens,
            kind: mention.kind, reason: mention.reason,
            confidence: Confidence(mention.confidence)))
      }
      all.append(
        Entity(
          id: id, name: event.name, type: .event, typeReason: "'\(event.head)' names an event",
          confidence: Confidence(0.8), role: nil, aliases: event.aliases, mentions: [],
          metonyms: [], roles: [], isNameKnown: false, entry: nil,
          enclosing: first..<enclosing.count))
    }
  }
}
