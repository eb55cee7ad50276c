import BriefSource
import BriefText

/// Reads the noun phrases of a text that may say what it is about.
///
/// A phrase is a run of adjectives, nouns and names between words of other kinds and marks; the
/// parts of a run of up to three words are phrases too. A name is never taken apart, and that of a
/// person stands by itself.
struct PhraseReader {
  /// A word, or a name of one or more words.
  struct Unit {
    /// Where it stands.
    let tokens: Range<Int>
    /// Its words, as positions in ``words``.
    let words: [Int]
    /// What all forms of it share: the number of the word, or one below zero for an entity.
    let key: Int
    /// Whether a phrase may end with it.
    let isNoun: Bool
    /// Whether it may stand by itself.
    let standsAlone: Bool
    /// The entity, where it is a name.
    var entity: EntityID?
    /// Whether it is the name of a person.
    var isPerson = false
    /// Whether a hyphen joins it to what stands before it.
    var isJoined = false

    /// Whether it is a name.
    var isName: Bool { entity != nil }
  }

  /// A word that may be part of a phrase, whatever its number.
  struct Word {
    /// In how many sections it stands.
    var sections = 0
    /// The last of them.
    var section = -1
    /// In how many passages of the background it stands.
    let passages: Int
    /// Whether it is what somebody is: `minister`, `spokesperson`.
    let isRole: Bool
    /// Whether it says little by itself: `space`, `effort`.
    let isVague: Bool
    /// Whether it is part of a name somewhere.
    var isName = false
    /// How often it stands outside of names, and how often of these as an adjective.
    var uses = 0
    var adjectives = 0
  }

  /// A run of units that stand side by side.
  struct Run {
    /// The number of the section.
    let section: Int
    /// The number of the block.
    let block: Int
    /// The number of the sentence.
    let sentence: Int
    /// Whether it stands in the title, a heading or a key point.
    let isHeading: Bool
    /// The units.
    let units: [Unit]
  }

  let text: CasedText
  /// The words of all phrases.
  private(set) var words: [Word] = []
  /// The runs, in text order.
  private(set) var runs: [Run] = []
  /// The numbers of the words by their stems, and of the forms without case.
  private var stems: [String: Int] = [:]
  private var forms: [Int]
  private let classes: TagClasses
  private var section = 0
  private var block = 0
  private var isHeading = false
  private var run: [Unit] = []

  /// Reads the phrases of a briefing. Linear in the number of tokens.
  init(_ text: CasedText, tags: Tags?, structure: Structure, entities: Entities) {
    self.text = text
    classes = TagClasses(tags)
    forms = Array(repeating: -1, count: text.vocabulary.count)
    var mention = 0
    for (number, block) in structure.blocks.enumerated() where Self.speaks(block.kind) {
      let tokens = text.tokens.indices(in: block.content)
      section = block.section
      self.block = number
      isHeading = [.headline, .heading, .keyPoint].contains(block.kind)
      var token = tokens.lowerBound
      while token < tokens.upperBound {
        while mention < entities.mentions.count,
          entities.mentions[mention].tokens.lowerBound < token
            || entities.mentions[mention].kind != .name
        {
          mention += 1
        }
        if token > tokens.lowerBound, text.sentence[token] != text.sentence[token - 1] { close() }
        if mention < entities.mentions.count,
          entities.mentions[mention].tokens.lowerBound == token,
          entities.mentions[mention].tokens.upperBound <= tokens.upperBound
        {
          let found = entities.mentions[mention]
          add(name: found.tokens, entities[found.entity])
          token = found.tokens.upperBound
          continue
        }
        read(token)
        token += 1
      }
      close()
    }
  }

  /// Whether a block of this kind is part of what the text says.
  static func speaks(_ kind: Structure.BlockKind) -> Bool {
    switch kind {
    case .byline, .dateline, .keyPointsLabel, .stageDirection, .furniture: false
    default: true
    }
  }

  private mutating func close() {
    while let last = run.last, !last.isNoun { run.removeLast() }
    if let first = run.first {
      runs.append(
        Run(
          section: section, block: block, sentence: Int(text.sentence[first.tokens.lowerBound]),
          isHeading: isHeading, units: run))
    }
    run = []
  }

  private mutating func add(name tokens: Range<Int>, _ entity: Entity) {
    let parts = tokens.filter {
      text.tokens.kinds[$0] == .word && text.facts($0).folded.utf8.count > 1
        && !text.facts($0).kinds.contains(.function)
    }
    let words = parts.map { word($0, isName: true) }
    guard !words.isEmpty, words.count <= 8 else { return close() }
    let isGroup = entity.type == .group
    let isPerson = entity.type == .person
    // "Thanks, Jen": somebody who is only ever called by the first name is spoken to, not of.
    if isPerson, parts.count == 1, !entity.name.contains(" "),
      !text.facts(parts[0]).kinds.isDisjoint(with: .firstName)
    {
      return close()
    }
    // A noun right before a name belongs to what came before, and persons stand alone.
    if let last = run.last, isPerson || !last.isName && last.isNoun { close() }
    run.append(
      Unit(
        tokens: tokens, words: words, key: -1 - entity.id.index, isNoun: !isGroup,
        standsAlone: !isGroup, entity: entity.id, isPerson: isPerson,
        isJoined: text.isJoiningHyphen(tokens.lowerBound - 1)))
    if isPerson { close() }
  }

  private mutating func read(_ token: Int) {
    if text.isJoiningHyphen(token), !run.isEmpty { return }
    guard let kind = kind(of: token), !isVerb(token), !isCutOff(token) else { return close() }
    let number = word(token, isName: false)
    let isNoun = kind == .noun
    let facts = text.facts(token)
    // No noun stands before an adjective: what was taken for one is a verb, or ends a phrase.
    if !isNoun, let last = run.last, last.isNoun, !last.isName { close() }
    words[number].uses += 1
    if !isNoun { words[number].adjectives += 1 }
    run.append(
      Unit(
        tokens: token..<(token + 1), words: [number], key: number, isNoun: isNoun,
        standsAlone: isNoun && !(facts.kinds.contains(.title) && facts.beginsCapital),
        isJoined: text.isJoiningHyphen(token - 1)))
  }

  private mutating func word(_ token: Int, isName: Bool) -> Int {
    let lower = Int(text.tokens.lowers[token].index)
    var number = forms[lower]
    if number < 0 {
      let facts = text.facts[lower]
      let stem = PhraseStem.stem(facts.folded)
      if let known = stems[stem] {
        number = known
      } else {
        number = words.count
        stems[stem] = number
        words.append(
          Word(
            passages: facts.passages, isRole: !facts.kinds.isDisjoint(with: [.role, .title]),
            isVague: VagueWords.all.contains(stem)))
      }
      forms[lower] = number
    }
    if words[number].section != section {
      words[number].section = section
      words[number].sections += 1
    }
    if isName { words[number].isName = true }
    return number
  }

  // MARK: Which words

  private enum Kind { case noun, adjective }

  /// What part of a phrase the word at `token` may be.
  ///
  /// The tagger decides, but for lines in capitals, which it was not made for; in headings a word
  /// that is only ever a verb stays one.
  private func kind(of token: Int) -> Kind? {
    guard text.tokens.kinds[token] == .word else { return nil }
    let facts = text.facts(token)
    guard isContent(token, facts) else { return nil }
    guard let tag = classes[token], text.casing[token] != .capitals else {
      return Self.kind(of: facts)
    }
    switch tag {
    case .noun:
      if text.casing[token] == .title || text.isInitial[token] || isHeading {
        guard
          facts.classes.isEmpty || facts.classes.contains(.noun) || facts.classes.contains(.name)
        else { return facts.classes.first == .adjective ? .adjective : nil }
        if facts.classes.isEmpty, isRareVerb(facts) { return nil }
      }
      return .noun
    case .adjective: return .adjective
    case .participle: return isBeforeNoun(token) ? .adjective : nil
    case .other: return nil
    }
  }

  /// Whether what the tagger takes for a noun is a verb: `seeks to fuel tensions`, `Velmorans living
  /// abroad`.
  private func isVerb(_ token: Int) -> Bool {
    let facts = text.facts(token)
    guard token > 0, token + 1 < text.tokens.count, facts.shape == .small,
      text.sentence[token] == text.sentence[token - 1]
    else { return false }
    if facts.folded.hasSuffix("ing"), let last = run.last, last.isName,
      last.tokens.upperBound == token
    {
      return true
    }
    guard facts.classes.contains(.verb) else { return false }
    if !facts.folded.hasSuffix("s") || facts.folded.hasSuffix("ss") {
      return ["to", "than"].contains(text.lower(token - 1))
    }
    // In headings: `Velmora rules out talks`, `Minister promises crews a port`.
    guard isHeading, let last = run.last, last.tokens.upperBound == token else { return false }
    guard last.isName else { return words[last.key].isRole }
    guard text.sentence[token] == text.sentence[token + 1] else { return false }
    return classes[token + 1] == .noun || classes[token + 1] == .adjective
      || classes[token + 1] == .participle
      || classes.isDeterminer(token + 1)
  }

  /// Whether the word at `token` is joined by a hyphen to one that cannot be part of a phrase:
  /// `security` in `a security-first policy`. A title cuts off what tells more of it: `Harbour
  /// Minister`.
  private func isCutOff(_ token: Int) -> Bool {
    if token + 1 < text.tokens.count, text.sentence[token] == text.sentence[token + 1],
      text.facts(token + 1).beginsCapital, text.facts(token + 1).kinds.contains(.title)
    {
      return true
    }
    return text.isJoiningHyphen(token + 1) && kind(of: token + 2) == nil
  }

  private static func kind(of facts: WordFacts) -> Kind? {
    switch facts.classes.first {
    case .noun, .name: .noun
    case .adjective: .adjective
    case nil: facts.passages > 0 ? .noun : nil
    default: nil
    }
  }

  /// Whether a word that nothing is known of is a form of what is no noun: `nears`.
  private func isRareVerb(_ facts: WordFacts) -> Bool {
    guard facts.folded.hasSuffix("s"), !facts.folded.hasSuffix("ss"),
      let base = FrequencyTable.embedded.entry(String(facts.folded.dropLast()))
    else { return false }
    return !base.classes.isEmpty && !base.classes.contains(.noun) && !base.classes.contains(.name)
  }

  /// Whether a participle stands between a determiner or adjective and a noun: `a mediated truce`.
  private func isBeforeNoun(_ token: Int) -> Bool {
    guard token > 0, classes[token + 1] == .noun,
      text.sentence[token] == text.sentence[token - 1]
    else { return false }
    if classes[token - 1] == .adjective { return true }
    // `those fleeing camps` is no phrase.
    return classes.isDeterminer(token - 1)
      && !["those", "these", "that", "all", "some"].contains(text.lower(token - 1))
  }

  /// Whether a word has weight: no function word, adverb, day, or word that fits any text.
  private func isContent(_ token: Int, _ facts: WordFacts) -> Bool {
    if facts.kinds.contains(.function) || facts.kinds.contains(.calendar) { return false }
    if facts.kinds.contains(.honorific), facts.beginsCapital { return false }
    if facts.folded.utf8.count < 3 && facts.shape != .capitals || facts.shape == .none {
      return false
    }
    if facts.isAddress || facts.misspeltRole != nil || facts.folded.utf8.contains(0x27) {
      return false
    }
    return !VagueWords.empty.contains(facts.folded)
  }
}
