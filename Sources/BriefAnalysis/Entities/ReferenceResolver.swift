import BriefSource
import BriefText

/// Says whom nouns such as "the spokesperson" and pronouns mean.
struct ReferenceResolver {
  /// A noun or pronoun that means an entity.
  struct Reference {
    /// The words.
    let tokens: Range<Int>
    /// The entity, as the position of its draft.
    let draft: Int
    /// A noun or a pronoun.
    let kind: MentionKind
    /// Why, in one clause.
    let reason: String
    /// How sure, from 0 to 1.
    let confidence: Double
  }

  /// An earlier place where an entity was meant.
  struct Antecedent {
    let draft: Int
    let tokens: Range<Int>
    let sentence: Int32
    /// The quotation it stands in; 0 for none.
    let quotation: Int32
    /// Whether it is likely the subject of its clause.
    let isSubject: Bool
  }

  let text: CasedText
  let drafts: [EntityDraft]
  let quoted: QuotedTokens
  let structure: Structure
  /// The drafts that have a role with this head word.
  let byRole: [String: [Int]]
  /// The trained chains; `nil` without a model.
  let chains: ReferenceChains?
  /// The draft that each token is known to mean: those of names, and heads of nouns and pronouns;
  /// -1 for none.
  var draftOfToken: [Int32]
  /// The draft named last that has this noun at the head of its name.
  var lastOfNoun: [String: Int] = [:]
  /// The last places where persons were meant, the latest last; no more than a few.
  var persons: [Antecedent] = []
  /// The places in this sentence where organisations and places were named.
  var others: [Antecedent] = []
  /// The last place of each draft.
  var lastPlace: [Int]
  var references: [Reference] = []

  /// The references of a text. Linear in the number of tokens.
  static func references(
    in text: CasedText, spans: [NameSpan], drafts: [EntityDraft], structure: Structure,
    chains: ReferenceChains?
  ) -> [Reference] {
    var byRole: [String: [Int]] = [:]
    for (index, draft) in drafts.enumerated() where draft.type == .person {
      for head in Set(draft.roleWords.map(roleHead)).sorted() {
        byRole[head, default: []].append(index)
      }
    }
    var resolver = ReferenceResolver(
      text: text, drafts: drafts, quoted: QuotedTokens(text, structure: structure),
      structure: structure, byRole: byRole, chains: chains,
      draftOfToken: Array(repeating: -1, count: text.tokens.count),
      lastPlace: Array(repeating: -1, count: drafts.count))
    resolver.resolve(spans)
    return resolver.references
  }

  /// `spokesman` and `spokeswoman` are one role.
  static func roleHead(_ word: String) -> String {
    switch word {
    case "spokesman", "spokeswoman": "spokesperson"
    case "chairman", "chairwoman", "chairperson": "chair"
    case "congressman", "congresswoman": "congressperson"
    default: word
    }
  }

  private mutating func resolve(_ spans: [NameSpan]) {
    var draftOfSpan = [Int](repeating: -1, count: spans.count)
    for (index, draft) in drafts.enumerated() {
      for naming in draft.namings { draftOfSpan[naming.span] = index }
    }
    /// What stands at each place: a name, or a role that belongs to one.
    var roleOwner: [Int: (draft: Int, range: Range<Int>, isMention: Bool)] = [:]
    for (index, span) in spans.enumerated() where draftOfSpan[index] >= 0 {
      guard let role = span.role else { continue }
      roleOwner[role.lowerBound] = (draftOfSpan[index], role, span.isApposed)
    }
    var span = 0
    var token = 0
    var roleEnd = 0
    while token < text.tokens.count {
      if token == 0 || text.sentence[token] != text.sentence[token - 1] { others = [] }
      while span < spans.count, spans[span].tokens.upperBound <= token { span += 1 }
      if let role = roleOwner[token] {
        if role.isMention { addApposition(role.draft, role.range) }
        roleEnd = max(roleEnd, role.range.upperBound)
      }
      if span < spans.count, spans[span].tokens.lowerBound == token {
        if draftOfSpan[span] >= 0 {
          note(draftOfSpan[span], spans[span].tokens)
          noteNoun(of: draftOfSpan[span])
        }
        token = spans[span].tokens.upperBound
        continue
      }
      if token >= roleEnd {
        let nextName = span < spans.count ? spans[span].tokens.lowerBound : text.tokens.count
        let lastName = span > 0 ? spans[span - 1].tokens.upperBound : 0
        if let end = nominal(at: token, nextName: nextName, lastName: lastName) {
          token = end
          continue
        }
        if !chainedNoun(at: token, lastName: lastName), !sameNoun(at: token, lastName: lastName) {
          pronoun(at: token)
        }
      }
      token += 1
    }
  }

  /// Records that `draft` is meant at `tokens`.
  mutating func note(_ draft: Int, _ tokens: Range<Int>) {
    lastPlace[draft] = tokens.lowerBound
    for token in tokens { draftOfToken[token] = Int32(draft) }
    let antecedent = Antecedent(
      draft: draft, tokens: tokens, sentence: text.sentence[tokens.lowerBound],
      quotation: quoted.quotation[tokens.lowerBound], isSubject: isSubject(tokens))
    switch drafts[draft].type {
    case .person:
      if persons.count >= 12 { persons.removeFirst() }
      persons.append(antecedent)
    case .organisation, .place:
      if others.count < 12 { others.append(antecedent) }
    default: break
    }
  }

  mutating func add(
    _ draft: Int, _ tokens: Range<Int>, _ kind: MentionKind, _ reason: String,
    _ confidence: Double
  ) {
    references.append(
      Reference(
        tokens: tokens, draft: draft, kind: kind, reason: reason, confidence: confidence))
    note(draft, tokens)
  }

  /// Whether what stands at `tokens` is likely the subject: a verb follows it, or a verb of saying
  /// stands right before it.
  private func isSubject(_ tokens: Range<Int>) -> Bool {
    let first = tokens.lowerBound
    if first > 0, text.sentence[first - 1] == text.sentence[first],
      text.facts(first - 1).kinds.contains(.speechVerb)
    {
      return true
    }
    let next = tokens.upperBound
    guard next < text.tokens.count, text.sentence[next] == text.sentence[first] else {
      return false
    }
    let facts = text.facts(next)
    // "Pellow, who leads the union, accused …": what is set off belongs to the subject.
    if text.isInitial[first], text.lower(next) == "," { return true }
    if text.isInitial[first], facts.shape == .small, text.lower(next) != "'s" { return true }
    return facts.shape == .small
      && (facts.kinds.contains(.speechVerb) || facts.classes.first == .verb
        || Self.auxiliaries.contains(text.lower(next))
        // Rarer verbs: `dismantles`.
        || facts.classes.isEmpty && ["es", "ed"].contains { facts.folded.hasSuffix($0) })
  }

  private static let auxiliaries: Set<String> = [
    "is", "was", "has", "had", "will", "would", "can", "could", "may", "might", "must", "should",
    "did", "does", "also", "who", "are", "were", "have", "do",
  ]

  /// `the Foreign Office Spokesperson` set off from the name it belongs to.
  private mutating func addApposition(_ draft: Int, _ role: Range<Int>) {
    // Names inside it are mentions of their own, so the noun alone is this one's.
    guard
      let head = role.first(where: { token in
        let facts = text.facts(token)
        return facts.misspeltRole != nil
          || !facts.kinds.isDisjoint(with: [.title, .role]) && !facts.kinds.contains(.honorific)
      })
    else { return }
    add(draft, head..<(head + 1), .nominal, "it stands beside the name, set off by a comma", 0.9)
  }
}
