import BriefSource
import BriefText

/// Tells a state, its people, and its capital said for its government apart.
///
/// "Afghan soil" is the state's, "two Afghans" are people; "in Kabul" is the city, "Kabul has failed
/// to act" the state. Both are read from the tree of the sentence: an adjective before its noun, and
/// a capital that does, says, wants or is asked what only a government can.
struct StateReader {
  let text: CasedText
  let document: Document
  let gazetteer: Gazetteer
  let trees: Trees?
  let lemmas: Lemmas?
  /// The place in the dateline, which is always the city.
  let dateline: TextRange?
  /// The codes of the states that the text names otherwise.
  private var named: Set<String> = []

  /// Makes those of `spans` mean a state that are its adjective or its capital said for it.
  ///
  /// Linear in the number of names.
  static func read(
    _ spans: inout [NameSpan], in text: CasedText, document: Document, structure: Structure,
    gazetteer: Gazetteer
  ) {
    var reader = StateReader(
      text: text, document: document, gazetteer: gazetteer, trees: document.trees,
      lemmas: document.lemmas, dateline: structure.dateline)
    for span in spans {
      guard let entry = span.entry.map({ gazetteer.entries[$0] }),
        entry.kind == "country" || entry.kind == "demonym"
      else { continue }
      reader.named.insert(entry.codes)
    }
    for index in spans.indices { reader.read(&spans[index]) }
  }

  private init(
    text: CasedText, document: Document, gazetteer: Gazetteer, trees: Trees?, lemmas: Lemmas?,
    dateline: TextRange?
  ) {
    self.text = text
    self.document = document
    self.gazetteer = gazetteer
    self.trees = trees
    self.lemmas = lemmas
    self.dateline = dateline
  }

  private func read(_ span: inout NameSpan) {
    guard let known = span.entry else {
      if !span.homeKey.isEmpty, isAdjective(span.tokens) {
        span.key = span.homeKey
        become(&span, entry: nil, .demonym, "it is the adjective of a place in this text")
      }
      return
    }
    let entry = gazetteer.entries[known]
    if entry.kind == "demonym", span.type == .group, let country = entry.country {
      guard isAdjective(span.tokens) else { return }
      become(
        &span, entry: country, .demonym, "it is the adjective of \(gazetteer.entries[country].name)"
      )
    } else if entry.kind == "capital" || entry.kind == "city", span.type == .place,
      !entry.codes.isEmpty,
      let state = gazetteer.state(entry.codes),
      entry.kind == "capital" || gazetteer.isSeat(entry.name, of: entry.codes),
      let reason = metonymy(span.tokens, isNamed: named.contains(entry.codes))
    {
      become(
        &span, entry: state, .metonym,
        "\(entry.name) stands for the government of \(gazetteer.entries[state].name): \(reason)")
    }
  }

  private func become(
    _ span: inout NameSpan, entry: Int?, _ sense: NameSpan.Sense, _ reason: String
  ) {
    span.entry = entry
    span.sense = sense
    span.senseReason = reason
    span.votes = TypeVotes()
    span.votes.add(.place, 7, reason)
    span.type = .place
    span.typeReason = reason
  }

  // MARK: Adjectives

  /// Whether the name of a people at `tokens` is an adjective there: what it belongs to follows it.
  private func isAdjective(_ tokens: Range<Int>) -> Bool {
    let next = tokens.upperBound
    guard next < text.tokens.count, text.sentence[next] == text.sentence[tokens.lowerBound] else {
      return false
    }
    // `Indian-administered`, `Afghan-led`.
    if text.isJoiningHyphen(next) { return true }
    guard text.tokens.kinds[next] == .word else { return isConjoined(tokens) }
    if precedesRole(next) { return true }
    // `any Pakistani living abroad`, `a Briton who`: a noun follows no adjective here.
    switch document.tags?.penn(next) ?? "" {
    case "VBG", "VBD", "VBZ", "VBP", "VB", "MD", "IN", "TO", "WP", "WDT", "CC", "RB", "DT", "PRP":
      return isConjoined(tokens) && document.tags?.penn(next) == "CC"
    default: break
    }
    // A participle that goes on makes a noun of it too: `any Pakistani living in Afghanistan`.
    if text.lower(next).hasSuffix("ing"), next + 1 < text.tokens.count,
      ["IN", "TO", "RB"].contains(document.tags?.penn(next + 1) ?? "")
    {
      return false
    }
    // `the English language`: the language, not the state.
    let following = [text.lower(next), head(of: tokens).map { text.lower($0.governor) } ?? ""]
    if following.contains(where: Self.ofLanguages.contains) { return false }
    if let head = head(of: tokens), head.governor >= next {
      switch head.relation {
      case "amod", "compound", "nmod": return true
      default: break
      }
    }
    return isConjoined(tokens)
  }

  /// Whether a title begins at `token`: `Foreign Minister` of `Russian Foreign Minister Sergei Lavrov`.
  private func precedesRole(_ token: Int) -> Bool {
    var token = token
    let end = min(token + 4, text.tokens.count)
    while token < end, text.facts(token).beginsCapital {
      if !text.facts(token).kinds.isDisjoint(with: [.title, .role]) { return true }
      token += 1
    }
    return false
  }

  private static let ofLanguages: Set<String> = [
    "accent", "alphabet", "dialect", "dictionary", "grammar", "interpreter", "language",
    "languages", "lesson", "lessons", "speaker", "speakers", "translation", "translator",
    "version", "word", "words",
  ]

  /// `Pakistani and Afghan officials`: the first of two adjectives hangs on the noun, or the second
  /// on the first.
  private func isConjoined(_ tokens: Range<Int>) -> Bool {
    guard let trees, let head = head(of: tokens) else { return false }
    if head.relation == "conj" {
      let first = head.governor
      guard let noun = trees.head(first) else { return false }
      return noun > tokens.upperBound - 1 && ["amod", "compound"].contains(trees.relation(first))
    }
    return head.governor >= tokens.upperBound && ["amod", "compound"].contains(head.relation)
  }

  /// On which token outside them `tokens` depend, and how.
  private func head(of tokens: Range<Int>) -> (token: Int, governor: Int, relation: String)? {
    guard let trees else { return nil }
    for token in tokens.reversed() {
      guard let governor = trees.head(token), !tokens.contains(governor) else { continue }
      return (token, governor, trees.relation(token))
    }
    return nil
  }

  // MARK: Capitals

  /// Why the capital at `tokens` stands for its government; `nil` where it is the city.
  private func metonymy(_ tokens: Range<Int>, isNamed: Bool, depth: Int = 0) -> String? {
    if let dateline, dateline.overlaps(text.tokens.range(tokens)) { return nil }
    // `CAIRO: …`, `CAIRO — …`: the place a paragraph comes from.
    if text.isInitial[tokens.lowerBound], tokens.upperBound < text.tokens.count,
      [":", "—", "–", "("].contains(text.form(tokens.upperBound))
    {
      return nil
    }
    guard let head = head(of: tokens) else { return nil }
    let verb = lemma(head.governor)
    switch head.relation {
    case "nsubj":
      guard document.tags?.universal(head.governor) == .verb else {
        return GovernmentWords.attitudes.contains(verb)
          ? "only those who decide are “\(verb)”" : nil
      }
      if GovernmentWords.acts.contains(verb) { return "only those who decide “\(verb)”" }
      guard isNamed, !GovernmentWords.ofCities.contains(verb) else { return nil }
      return "it is the subject of “\(verb)”, and the text speaks of the state"
    case "obj", "iobj":
      return GovernmentWords.towards.contains(verb)
        ? "one can “\(verb)” only those who decide" : nil
    case "nmod:poss":
      return GovernmentWords.belongings.contains(verb) ? "“\(verb)” is what governments have" : nil
    case "compound", "amod":
      return GovernmentWords.bodies.contains(verb) ? "“\(verb)” follows" : nil
    case "conj" where depth == 0:
      return metonymy(head.governor..<(head.governor + 1), isNamed: isNamed, depth: 1)
    default: return preposition(before: tokens, governor: verb)
    }
  }

  private func preposition(before tokens: Range<Int>, governor: String) -> String? {
    guard tokens.lowerBound > 0 else { return nil }
    let word = text.lower(tokens.lowerBound - 1)
    let isMeant =
      switch word {
      case "with", "against", "between": !GovernmentWords.journeys.contains(governor)
      case "by":
        GovernmentWords.acts.contains(governor) || GovernmentWords.towards.contains(governor)
      case "on": GovernmentWords.pressing.contains(governor)
      case "to", "from", "of": GovernmentWords.messages.contains(governor)
      default: false
      }
    return isMeant ? "“\(governor) \(word)” leads to those who decide" : nil
  }

  private func lemma(_ token: Int) -> String {
    lemmas?.text(token).lowercased() ?? text.lower(token)
  }
}

/// Words beside which the name of a capital means those who govern there.
///
/// General knowledge of English, by lemma; a word is here when a city as a place can hardly stand
/// beside it so.
enum GovernmentWords {
  /// What governments do and say, as verbs.
  static let acts: Set<String> = words(
    """
    accept accuse acknowledge act add admit agree aim announce appeal approve argue ask assert assure \
    attempt back ban blame block call caution cite claim condemn confirm consider contend continue \
    criticise criticize cut decide declare decline defend demand deny deploy describe dismantle \
    dismiss dispute dispatch dispatched eliminate emphasise emphasize end endorse engage ensure \
    expect expel explain express extend fail fear favour favor fulfil fulfill hand handle hint hope \
    impose insist intend invite issue keep launch lift maintain mediate mull negotiate note offer \
    oppose order participate plan pledge postpone praise prefer prepare press pressure promise propose \
    protest provide pursue push put reaffirm recall recognise recognize refuse refute reiterate reject \
    release reply repeat request respond restate retaliate reveal rule sanction say seek send set \
    share show sign signal stand state step stop stress strive suggest summon support suspect suspend \
    take tell terminate threaten think tighten try underline underscore uphold urge use vow wait want \
    warn weigh welcome withdraw work
    """)
  /// What cities do too, as verbs.
  static let ofCities: Set<String> = words(
    """
    awake await become boast burn celebrate come face fall flood grow have hold host lie live look \
    lose mark see shake sit sleep suffer wake watch win
    """)
  /// How those who decide are minded.
  static let attitudes: Set<String> = words(
    """
    adamant angry aware certain committed concerned confident convinced determined disappointed eager \
    interested keen open opposed prepared ready reluctant responsible serious silent unwilling wary \
    willing
    """)
  /// What is done to those who decide.
  static let towards: Set<String> = words(
    """
    accuse advise appease ask assure back blame challenge compel condemn convince criticise criticize \
    embarrass encourage engage force help inform invite isolate mediate notify persuade press \
    pressure punish reassure reject remind request rule sanction summon support tell thank threaten \
    trust urge warn
    """)
  /// What governments have.
  static let belongings: Set<String> = words(
    """
    ability accusation action agenda aim aggression ally ambassador ambition apology approach argument \
    attempt attitude bid case cause claim commitment complaint concern condition control \
    counterterrorism credibility decision delegation demand desire diplomacy doctrine effort envoy \
    expectation failure foreign goal government handling inability inaction influence insistence \
    intention interest interests invitation involvement leader leadership move narrative nuclear \
    objection offer opposition part participation plan policy position posture pressure priority \
    promise proposal protest reaction refusal rejection relation reply representative request response \
    role rule ruler sanction sincerity sovereignty stance stand statement strategy support tie tone \
    troops view viewpoint warning willingness wish
    """)
  /// Who governs, as nouns that follow a capital.
  static let bodies: Set<String> = words(
    "administration authority government leadership official policymaker regime ruler")
  /// What one makes between two cities.
  static let journeys: Set<String> = words(
    "bus connect distance drive flight fly highway journey line link motorway road route train travel trip"
  )
  /// What is put "on" those who decide.
  static let pressing: Set<String> = words(
    "blame call demand depend hinge impose lean prevail press pressure push rely rest sanction")
  /// What goes to and comes from those who decide.
  static let messages: Set<String> = words(
    """
    accord answer appeal apology assurance commitment concession condemnation cooperation demand \
    expect guarantee message offer permission pressure proposal protest reaction reply response seek \
    signal statement support warning
    """)

  private static func words(_ list: String) -> Set<String> {
    Set(list.split(separator: " ").map(String.init))
  }
}
