import BriefSource
import BriefText

/// Reads the noun phrases of a text that may say what it is about.
///
/// A phrase is a run of adjectives, nouns and names between words of other kinds and marks; the
/// parts of a run of up to three words are phrases too, a name being never taken apart.
struct PhraseReader {
  /// A word, or a name of one or more words.
  struct Unit {
    /// Where it stands.
    let tokens: Range<Int>
    /// Its words, as positions in ``words``.
    let words: [Int]
    /// What all forms of it share.
    let key: String
    /// Whether a phrase may end with it.
    let isNoun: Bool
    /// Whether it is a name.
    let isName: Bool
    /// Whether it may stand by itself.
    let standsAlone: Bool
    /// Whether it is the name of a person.
    var isPerson = false
  }

  /// A word that may be part of a phrase, whatever its number.
  struct Word {
    /// In how many sections it stands.
    var sections = 0
    /// The last of them.
    var section = -1
    /// In how many passages of the background it stands.
    let passages: Int
    /// Whether it is part of a name somewhere.
    var isName = false
    /// Whether it is first of all an adjective.
    let isAdjective: Bool
  }

  let text: CasedText
  /// The words of all phrases.
  private(set) var words: [Word] = []
  /// Runs of units with the section each stands in.
  private(set) var runs: [(section: Int, units: [Unit])] = []
  private var numbers: [String: Int] = [:]
  private var section = 0
  private var run: [Unit] = []

  /// Reads the phrases of a briefing. Linear in the number of tokens.
  init(_ text: CasedText, structure: Structure, entities: Entities) {
    self.text = text
    var mention = 0
    for block in structure.blocks where Self.speaks(block.kind) {
      let tokens = text.tokens.indices(in: block.content)
      section = block.section
      var token = tokens.lowerBound
      while token < tokens.upperBound {
        while mention < entities.mentions.count,
          entities.mentions[mention].tokens.lowerBound < token
            || entities.mentions[mention].kind != .name
        {
          mention += 1
        }
        if token > tokens.lowerBound, text.sentence[token] != text.sentence[token - 1] {
          close(block.section)
        }
        if mention < entities.mentions.count,
          entities.mentions[mention].tokens.lowerBound == token,
          entities.mentions[mention].tokens.upperBound <= tokens.upperBound
        {
          let found = entities.mentions[mention]
          add(name: found.tokens, entities[found.entity])
          token = found.tokens.upperBound
          continue
        }
        read(token, section: block.section)
        token += 1
      }
      close(block.section)
    }
  }

  /// Whether a block of this kind is part of what the text says.
  private static func speaks(_ kind: Structure.BlockKind) -> Bool {
    switch kind {
    case .byline, .dateline, .keyPointsLabel, .stageDirection, .furniture: false
    default: true
    }
  }

  private mutating func close(_ section: Int) {
    if !run.isEmpty { runs.append((section, run)) }
    run = []
  }

  private mutating func add(name tokens: Range<Int>, _ entity: Entity) {
    let parts = tokens.filter {
      text.tokens.kinds[$0] == .word && text.facts($0).folded.utf8.count > 1
        && !text.facts($0).kinds.contains(.function)
    }
    let words = parts.map { word($0, isName: true) }
    guard !words.isEmpty, words.count <= 8 else { return }
    let isGroup = entity.type == .group
    // A noun right before a name belongs to it when it is a role, else to what came before.
    if let last = run.last, !last.isName, last.isNoun,
      text.facts(last.tokens.upperBound - 1).kinds.isDisjoint(with: [.role, .title])
    {
      close(section)
    }
    run.append(
      Unit(
        tokens: tokens, words: words, key: "\u{1}\(entity.id.index)", isNoun: !isGroup,
        isName: true, standsAlone: !isGroup, isPerson: entity.type == .person))
  }

  private mutating func read(_ token: Int, section: Int) {
    if text.isJoiningHyphen(token), !run.isEmpty { return }
    let facts = text.facts(token)
    guard text.tokens.kinds[token] == .word, Self.isContent(facts), !isVerb(token) else {
      close(section)
      return
    }
    let isNoun = Self.isNoun(facts)
    run.append(
      Unit(
        tokens: token..<(token + 1), words: [word(token, isName: false)],
        key: PhraseStem.stem(facts.folded), isNoun: isNoun, isName: false,
        standsAlone: isNoun && (facts.classes.first == .noun || facts.classes.isEmpty)))
  }

  private mutating func word(_ token: Int, isName: Bool) -> Int {
    let facts = text.facts(token)
    let stem = PhraseStem.stem(facts.folded)
    let number: Int
    if let known = numbers[stem] {
      number = known
    } else {
      number = words.count
      numbers[stem] = number
      words.append(
        Word(
          passages: facts.passages, isAdjective: facts.classes.first == .adjective))
    }
    if words[number].section != section {
      words[number].section = section
      words[number].sections += 1
    }
    if isName { words[number].isName = true }
    return number
  }

  // MARK: Which words

  /// Whether a word has weight: no function word, adverb, day, or word that fits any text.
  private static func isContent(_ facts: WordFacts) -> Bool {
    if facts.kinds.contains(.function) || facts.kinds.contains(.calendar) { return false }
    if facts.kinds.contains(.honorific), facts.beginsCapital { return false }
    if facts.folded.utf8.count < 3 && facts.shape != .capitals || facts.shape == .none {
      return false
    }
    if facts.misspeltRole != nil || facts.folded.utf8.contains(0x27) { return false }
    if general.contains(facts.folded) { return false }
    guard let first = facts.classes.first else {
      return !["ly", "ing", "ed"].contains { facts.folded.hasSuffix($0) }
    }
    switch first {
    case .function, .adverb: return false
    case .verb: return facts.isNominal
    default: return true
    }
  }

  private static func isNoun(_ facts: WordFacts) -> Bool {
    if facts.classes.isEmpty {
      return !["able", "ible", "ive", "al", "ous", "ful", "less", "ic"].contains {
        facts.folded.hasSuffix($0)
      }
    }
    return facts.classes.contains(.noun) || facts.classes == [.name]
  }

  /// Whether a word that may be a noun or a verb is a verb here: it stands after a name or a noun
  /// and leads to an object, or after "to" or a word that only verbs follow.
  private func isVerb(_ token: Int) -> Bool {
    let facts = text.facts(token)
    guard token > 0, facts.shape == .small else { return false }
    let sentence = text.sentence[token]
    let mayBeVerb = facts.classes.contains(.verb)
    let before = text.sentence[token - 1] == sentence ? text.lower(token - 1) : ""
    if mayBeVerb, Self.beforeVerbs.contains(before) { return true }
    let hasNext =
      token + 1 < text.tokens.count && text.sentence[token + 1] == sentence
      && text.tokens.kinds[token + 1] == .word
    let isPlural = facts.folded.hasSuffix("s")
    if before == "to", !isPlural, hasNext {
      // `to fuel tensions`, `to portray militants`.
      let next = text.facts(token + 1)
      return facts.classes.isEmpty || next.isNominal || next.beginsCapital
        || Self.determiners.contains(text.lower(token + 1))
    }
    guard let last = run.last, last.isNoun || last.isName, last.tokens.upperBound == token else {
      return false
    }
    if last.isName, facts.folded.hasSuffix("ing") { return true }
    // `Kabul dismantles`: a rare word is rather a verb after a name.
    if last.isName, facts.classes.isEmpty, isPlural, facts.passages < 20 { return true }
    guard hasNext else { return mayBeVerb && facts.folded.hasSuffix("ed") }
    let next = text.facts(token + 1)
    let leads =
      Self.determiners.contains(text.lower(token + 1)) || next.beginsCapital
      || text.lower(token + 1) == "that"
    if leads { return isPlural && last.isName || mayBeVerb }
    return mayBeVerb && facts.classes.first == .verb
  }

  private static let beforeVerbs: Set<String> = [
    "to", "will", "would", "can", "could", "may", "might", "must", "should", "shall", "not",
    "n't", "did", "does", "do", "he", "she", "they", "we", "i", "you", "it", "who",
  ]

  private static let determiners: Set<String> = [
    "the", "a", "an", "no", "any", "its", "his", "her", "their", "our", "this", "these", "those",
    "some", "all", "more",
  ]

  /// Words that stand in any report and say nothing of what it is about.
  private static let general: Set<String> = [
    "able", "according", "bit", "case", "cases", "certain", "clear", "couple", "course", "day",
    "days", "different", "fact", "first", "full", "good", "great", "half", "hour", "hours",
    "important", "issue", "issues", "key", "kind", "last", "later", "like", "likely", "lot",
    "lots", "main", "major", "many", "matter", "minute", "minutes", "moment", "month", "months",
    "more", "most", "much", "new", "next", "number", "numbers", "old", "other", "others", "own",
    "part", "parts", "past", "people", "percent", "place", "point", "points", "possible",
    "question", "questions", "rest", "same", "second", "several", "sort", "such", "sure", "terms",
    "thing", "things", "third", "time", "times", "today", "tomorrow", "tonight", "two", "way",
    "ways", "week", "weekend", "weeks", "well", "whole", "word", "words", "year", "years",
    "yesterday", "end", "example", "latest", "recent", "early", "earlier", "former", "little",
    "big", "small", "long", "high", "low", "right", "real", "true", "further",
  ]
}
