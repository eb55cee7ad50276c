import BriefSource
import BriefText

/// Whom something is said to: "reporters" in "she told reporters".
public struct Addressee: Sendable {
  /// The words.
  public let range: TextRange
  /// The entity they mean; `nil` for one that is not resolved ("reporters").
  public let entity: EntityID?
  /// The name to show: the entity's, or the words.
  public let name: String
}

extension Briefing {
  /// Whom `quote` is said to, where its cue names them: the object of a verb such as tell or urge,
  /// or what stands behind "to", "on" and "with" at a verb that takes it. `nil` without a tree.
  ///
  /// Linear in the length of the sentence; the first call parses the text.
  public func addressee(of quote: Quote) -> Addressee? {
    guard let cue = quote.cue, let trees = document.trees else { return nil }
    let tokens = document.tokens.indices(in: cue.range)
    guard let verb = tokens.first else { return nil }
    let sentence = document.sentences[document.sentences.index(holding: verb)]
    let reader = AddresseeReader(
      document: document, trees: trees, sentence: sentence, verb: verb, lemma: cue.lemma)
    for candidate in reader.candidates() {
      let mention = entities.mention(holding: candidate.head)
      guard candidate.isCertain || mention.map({ isAddressable(entities[$0.entity]) }) ?? false
      else { continue }
      let range = document.tokens.range(reader.phrase(of: candidate.head))
      return Addressee(
        range: range, entity: mention?.entity,
        name: mention.map { entities[$0.entity].name } ?? source[range])
    }
    return nil
  }

  private func isAddressable(_ entity: Entity) -> Bool {
    switch entity.type {
    case .person, .organisation, .place, .group: true
    default: false
    }
  }
}

/// Reads from a tree whom a verb of speech is directed at.
struct AddresseeReader {
  let document: Document
  let trees: Trees
  let sentence: Range<Int>
  let verb: Int
  /// The dictionary form of the cue, a phrase's included.
  let lemma: String

  /// A token that may head the words for an addressee.
  struct Candidate {
    let head: Int
    /// Whether the verb and the word leave no doubt, whatever entity it is.
    let isCertain: Bool
  }

  /// The candidates, the likeliest first.
  func candidates() -> [Candidate] {
    let verbLemma = lemma.split(separator: " ").first { Self.addressing.contains(String($0)) }
    let takesObject =
      verbLemma != nil || lemma == "call on" || lemma == "call upon" || lemma == "prevail upon"
    var found: [(rank: Int, Candidate)] = []
    for token in sentence where trees.head(token) == verb {
      let isOfPeople = Self.audiences.contains(document.lower(token)) || isPersonal(token)
      switch trees.relation(token) {
      case "iobj": found.append((0, Candidate(head: token, isCertain: true)))
      case "obj" where takesObject, "nsubj:pass" where takesObject:
        found.append((1, Candidate(head: token, isCertain: isOfPeople)))
      case let relation
      where relation.hasPrefix("obl") || Self.mistakenForOblique.contains(relation):
        guard let preposition = preposition(of: token),
          takes(preposition)
        else { continue }
        found.append((2, Candidate(head: token, isCertain: isOfPeople)))
      default: break
      }
    }
    return found.sorted { ($0.rank, $0.1.head) < ($1.rank, $1.1.head) }.map(\.1)
  }

  private func takes(_ preposition: String) -> Bool {
    switch preposition {
    case "to": !Self.pointing.contains(String(lemma.prefix { $0 != " " }))
    case "on", "upon": ["call on", "call upon", "prevail upon", "impress upon"].contains(lemma)
    case "with": ["speak", "talk", "plead", "plead with", "share", "discuss"].contains(lemma)
    default: false
    }
  }

  private func preposition(of token: Int) -> String? {
    if let own = sentence.first(where: { trees.head($0) == token && trees.relation($0) == "case" })
    {
      return document.lower(own)
    }
    // It may hang on another word of the name.
    let before = phrase(of: token).lowerBound - 1
    return sentence.contains(before) && trees.relation(before) == "case"
      ? document.lower(before) : nil
  }

  private func isPersonal(_ token: Int) -> Bool {
    Self.pronouns.contains(document.lower(token))
  }

  /// The words that go with `head`: what stands before it, and names and "of" behind it.
  func phrase(of head: Int) -> Range<Int> {
    var first = head
    while first > sentence.lowerBound, hangs(first - 1, on: head),
      !["case", "punct"].contains(trees.relation(first - 1))
    {
      first -= 1
    }
    var last = head
    while last + 1 < sentence.upperBound, belongs(last + 1, to: head) { last += 1 }
    return first..<(last + 1)
  }

  /// Whether the path from `token` leads to `head`.
  private func hangs(_ token: Int, on head: Int) -> Bool {
    var current = token
    for _ in 0..<12 {
      guard let next = trees.head(current) else { return false }
      if next == head { return true }
      current = next
    }
    return false
  }

  /// Whether `token`, behind `head`, is part of its name or of an "of" that goes with it.
  private func belongs(_ token: Int, to head: Int) -> Bool {
    guard hangs(token, on: head) else { return false }
    var current = token
    for _ in 0..<12 {
      let relation = trees.relation(current)
      if relation == "flat" || relation == "flat:name" { return true }
      if relation == "nmod" { return preposition(of: current) == "of" }
      guard let next = trees.head(current), next != head else { return false }
      current = next
    }
    return false
  }

  /// What the parser now and then makes of a name after a preposition.
  private static let mistakenForOblique: Set<String> = ["ccomp", "xcomp", "nmod"]

  /// Verbs whose object is who is spoken to.
  private static let addressing: Set<String> = [
    "tell", "ask", "urge", "warn", "remind", "assure", "reassure", "inform", "advise", "notify",
    "brief", "beg", "implore", "beseech", "entreat", "exhort", "press", "order", "instruct",
    "command", "direct", "counsel", "encourage", "invite", "persuade", "convince", "caution",
    "alert", "forewarn", "thank", "congratulate", "felicitate", "address", "apprise", "acquaint",
    "update", "petition", "lobby", "nudge", "admonish", "enjoin", "adjure", "summon", "importune",
  ]

  /// Verbs whose "to" leads to what is spoken of.
  private static let pointing: Set<String> = [
    "refer", "allude", "point", "agree", "object", "admit", "commit", "react", "consent", "accede",
    "according", "compare", "liken", "equate", "lead", "relate", "respond", "return", "confess",
  ]

  /// Nouns for those who listen.
  private static let audiences: Set<String> = [
    "reporters", "reporter", "journalists", "journalist", "correspondents", "media", "press",
    "newsmen", "lawmakers", "legislators", "senators", "parliamentarians", "deputies", "officials",
    "diplomats", "ambassadors", "ambassador", "envoy", "envoys", "audience", "crowd", "supporters",
    "parliament", "assembly", "committee", "council", "court", "inspectors", "delegates",
    "ministers", "minister", "leaders", "colleagues", "members", "people", "citizens", "nation",
    "world", "community", "government", "authorities", "sides", "parties", "countries", "states",
    "viewers", "listeners", "readers", "students", "voters", "residents", "workers", "conference",
    "briefing", "meeting", "gathering", "summit", "rally", "panel", "session", "agency",
    "newspaper", "channel",
  ]

  private static let pronouns: Set<String> = [
    "him", "her", "them", "me", "us", "you", "everyone", "everybody", "anyone", "all",
  ]
}
