/// Finds the noun phrases, names and pronouns of a text in its trees.
///
/// A phrase is its head with the dependents that belong to it: not the preposition before it, the
/// conjunct after it, nor the clause of which it is the predicate.
struct MentionFinder {
  let tokens: Tokens
  let sentences: Sentences
  let tags: Tags
  let trees: Trees
  let vocabulary: Vocabulary
  let table: [WordFeatures]

  /// How many tokens of a phrase are read, and how many of its words are kept.
  private static let longest = 60
  private static let mostWords = 12

  /// What relations do for phrases, by their numbers.
  private let relations: [Relation]
  private let relationHashes: [UInt64]
  /// For each form, what it is as a pronoun and as a name or a noun.
  private let pronouns: [(pronoun: Pronoun, isReflexive: Bool)?]
  let kinds: [MentionWords.Kinds]
  /// The first dependent of each token, and the next one of the same head; -1 for none.
  private var firstChild: [Int32]
  private var nextSibling: [Int32]
  /// The first and the last token below each token.
  private var leftEnd: [Int32]
  private var rightEnd: [Int32]
  /// What the dependents of each token are, taken together.
  private var relationsBelow: [Relation]
  /// The quotation each token stands in.
  private var quotations: [Int32]

  private struct Relation: OptionSet {
    let rawValue: UInt16

    /// Belongs to the phrase where it stands before the head, or after it.
    static let inBefore = Relation(rawValue: 1)
    static let inAfter = Relation(rawValue: 2)
    /// No phrase is headed by a word with this relation.
    static let noHead = Relation(rawValue: 4)
    static let conjunct = Relation(rawValue: 8)
    static let coordinator = Relation(rawValue: 16)
    static let copula = Relation(rawValue: 32)
    static let preposition = Relation(rawValue: 64)
    static let postmodifier = Relation(rawValue: 128)
    static let flat = Relation(rawValue: 256)
    static let word = Relation(rawValue: 512)
    static let compound = Relation(rawValue: 1024)
    static let number = Relation(rawValue: 2048)
    static let clause = Relation(rawValue: 4096)

    init(rawValue: UInt16) { self.rawValue = rawValue }

    init(_ name: String) {
      switch name {
      case "det", "det:predet", "nmod:poss", "nmod:desc": self = .inBefore
      case "amod": self = [.inBefore, .inAfter, .word]
      case "compound": self = [.inBefore, .word, .compound]
      case "nummod": self = [.inBefore, .inAfter, .number]
      case "flat": self = [.inAfter, .inBefore, .word, .flat, .noHead]
      case "goeswith", "fixed": self = [.inAfter, .noHead]
      case "nmod", "nmod:unmarked", "acl", "acl:relcl": self = [.inAfter, .postmodifier]
      case "appos": self = .inAfter
      case "case": self = [.inAfter, .preposition]
      case "conj": self = .conjunct
      case "cc", "cc:preconj": self = [.coordinator, .noHead]
      case "cop": self = .copula
      case "expl": self = .noHead
      case "ccomp", "csubj", "xcomp", "advcl", "csubj:pass": self = .clause
      default: self = []
      }
    }
  }

  init(
    tokens: Tokens, sentences: Sentences, tags: Tags, trees: Trees, vocabulary: Vocabulary,
    table: [WordFeatures]
  ) {
    self.tokens = tokens
    self.sentences = sentences
    self.tags = tags
    self.trees = trees
    self.vocabulary = vocabulary
    self.table = table
    relations = trees.relationNames.map(Relation.init)
    relationHashes = trees.relationNames.map { WordFeatures.formHash(of: $0) }
    let words = MentionWords.embedded
    pronouns = vocabulary.flags(Pronoun.reading)
    kinds = vocabulary.flags { words.kinds(ofName: $0).union(words.kinds(ofNoun: $0)) }
    let count = tokens.count
    firstChild = Array(repeating: -1, count: count)
    nextSibling = Array(repeating: -1, count: count)
    leftEnd = (0..<count).map(Int32.init)
    rightEnd = leftEnd
    relationsBelow = Array(repeating: [], count: count)
    quotations = Array(repeating: 0, count: count)
    readTrees()
    readQuotations()
  }

  private mutating func readTrees() {
    let count = tokens.count
    var waiting = [Int32](repeating: 0, count: count)
    for token in stride(from: count - 1, through: 0, by: -1) {
      let head = Int(trees.heads[token])
      guard head >= 0 else { continue }
      nextSibling[token] = firstChild[head]
      firstChild[head] = Int32(token)
      waiting[head] += 1
      relationsBelow[head].formUnion(relation(token))
    }
    // From the leaves up, each token once.
    var ready = (0..<count).filter { waiting[$0] == 0 }
    while let token = ready.popLast() {
      let head = Int(trees.heads[token])
      guard head >= 0 else { continue }
      leftEnd[head] = min(leftEnd[head], leftEnd[token])
      rightEnd[head] = max(rightEnd[head], rightEnd[token])
      waiting[head] -= 1
      if waiting[head] == 0 { ready.append(head) }
    }
  }

  private mutating func readQuotations() {
    var number: Int32 = 0
    var isOpen = false
    for token in 0..<tokens.count {
      switch tags.penn(token) {
      case "``" where !isOpen:
        isOpen = true
        number += 1
      case "''" where lower(token) != "'": isOpen = false
      default: break
      }
      quotations[token] = isOpen ? number : 0
    }
  }

  func lower(_ token: Int) -> String { vocabulary[tokens.lowers[token]] }

  private func relation(_ token: Int) -> Relation {
    let number = Int(trees.relations[token])
    return number < relations.count && trees.heads[token] >= 0 ? relations[number] : []
  }

  private func children(_ token: Int, _ body: (Int, Relation) -> Void) {
    var child = firstChild[token]
    while child >= 0 {
      body(Int(child), relation(Int(child)))
      child = nextSibling[Int(child)]
    }
  }

  /// The phrases in order of their first tokens, shorter ones first, none twice.
  ///
  /// Linear in the number of tokens but for the sorting of those that begin together.
  func mentions() -> [MentionDraft] {
    var found: [MentionDraft] = []
    for sentence in 0..<sentences.count {
      let range = sentences[sentence]
      let isQuestion = range.suffix(3).contains { lower($0) == "?" }
      let first = found.count
      for head in range {
        guard let kind = kind(head) else { continue }
        let base = span(head, withConjuncts: false)
        found.append(draft(head, base, kind, sentence, isQuestion))
        let whole = span(head, withConjuncts: true)
        if whole != base, kind != .pronoun {
          var draft = draft(head, whole, kind, sentence, isQuestion)
          draft.becomeCoordination()
          found.append(draft)
        }
      }
      found[first...].sort { ($0.start, $0.end, $0.head) < ($1.start, $1.end, $1.head) }
    }
    var kept: [MentionDraft] = []
    for draft in found where kept.last?.start != draft.start || kept.last?.end != draft.end {
      kept.append(draft)
    }
    return kept
  }

  /// What kind of mention `token` heads, if any.
  private func kind(_ token: Int) -> MentionDraft.Kind? {
    let relation = relation(token)
    if relation.contains(.noHead) { return nil }
    let penn = tags.penn(token)
    switch penn {
    case "PRP", "PRP$": return .pronoun
    case "DT":
      let name = trees.relation(token)
      return name == "det" || name == "det:predet" || name == "advmod" ? nil : .pronoun
    case "NNP", "NNPS": return trees.relation(token) == "nmod:desc" ? nil : .name
    case "NN", "NNS":
      // No noun within a compound was ever spoken of again, but a name may be.
      if relation.contains(.compound) || trees.relation(token) == "nmod:desc" { return nil }
      return tags.universal(token) == .pronoun ? .pronoun : .noun
    case "CD":
      return nounRoles.contains(trees.relation(token)) ? .noun : nil
    case "VBG":
      return tags.universal(token) == .noun ? .noun : nil
    case "JJ", "JJS", "JJR":
      // "the first", "the worst of all": an adjective with an article stands for a noun.
      return hasArticle(token) && nounRoles.contains(trees.relation(token)) ? .noun : nil
    default: return nil
    }
  }

  private var nounRoles: Set<String> {
    ["nsubj", "nsubj:pass", "obj", "obl", "nmod", "root", "conj"]
  }

  private func hasArticle(_ token: Int) -> Bool {
    var found = false
    children(token) { child, _ in
      if child < token, trees.relation(child) == "det" { found = true }
    }
    return found
  }

  private func span(_ head: Int, withConjuncts: Bool) -> Range<Int> {
    var start = head
    var end = head + 1
    children(head) { child, relation in
      let isIn =
        child < head
        ? relation.contains(.inBefore) : relation.contains(.inAfter)
      let isJoined =
        withConjuncts && child > head && relation.contains(.conjunct)
      guard isIn || isJoined else { return }
      start = min(start, Int(leftEnd[child]))
      end = max(end, Int(rightEnd[child]) + 1)
    }
    while end - 1 > head, isOuterMark(end - 1) { end -= 1 }
    while start < head, isOuterMark(start) { start += 1 }
    return start..<end
  }

  /// Whether a mark at the edge of a phrase is no part of it.
  private func isOuterMark(_ token: Int) -> Bool {
    switch tags.penn(token) {
    case ",", ".", ":", "``", "HYPH", "-LRB-": true
    default: false
    }
  }

  private func draft(
    _ head: Int, _ span: Range<Int>, _ kind: MentionDraft.Kind, _ sentence: Int,
    _ isQuestion: Bool
  ) -> MentionDraft {
    var draft = MentionDraft(
      start: span.lowerBound, end: span.upperBound, head: head, sentence: sentence, kind: kind)
    draft.isInQuestion = isQuestion
    draft.quotation = quotations[head]
    readWords(&draft)
    readContext(&draft)
    readChildren(&draft)
    if kind == .pronoun {
      let reading = pronouns[Int(tokens.lowers[head].index)] ?? (.other, false)
      draft.pronoun = reading.pronoun
      draft.isReflexive = reading.isReflexive
      draft.sorts = reading.pronoun.sorts
    } else {
      draft.sorts = sorts(draft)
    }
    return draft
  }

  private func features(_ token: Int) -> WordFeatures { table[Int(tokens.forms[token].index)] }

  private func readWords(_ draft: inout MentionDraft) {
    let head = features(draft.head)
    draft.headWord = Int32(tokens.lowers[draft.head].index)
    draft.headFine = head.fine
    draft.headCoarse = head.coarse
    draft.headSuffix = head.suffix3
    draft.headTag = WordFeatures.formHash(of: tags.penn(draft.head))
    draft.firstForm = features(draft.start).form
    draft.lastForm = features(draft.end - 1).form
    draft.previousForm = draft.start > 0 ? features(draft.start - 1).form : 1
    draft.nextForm = draft.end < tokens.count ? features(draft.end).form : 1
    var key: UInt64 = 7
    var initials: UInt64 = 0
    var capitalised = 0
    // Phrases that hold one another are not read to their ends, which keeps the time linear.
    for token in draft.start..<min(draft.end, draft.start + Self.longest) {
      let penn = tags.penn(token)
      if penn == "POS" || penn == "DT" && token == draft.start && draft.kind != .pronoun {
        continue
      }
      key = FeatureHash.join(key, UInt64(tokens.lowers[token].index) + 1)
      if let byte = vocabulary[tokens.forms[token]].utf8.first, (0x41...0x5A).contains(byte) {
        initials = initials &* 256 &+ UInt64(byte)
        capitalised += 1
      }
    }
    if draft.end - draft.start > Self.longest {
      key = FeatureHash.join(key, UInt64(draft.end) << 32 | UInt64(draft.start))
    }
    draft.key = key
    if capitalised > 1, capitalised <= 8 { draft.initials = initials }
    if draft.kind == .name {
      let form = Array(vocabulary[tokens.forms[draft.head]].utf8).filter { $0 != 0x2E }
      if (2...8).contains(form.count), form.allSatisfy({ (0x41...0x5A).contains($0) }) {
        draft.capitals = form.reduce(0) { $0 &* 256 &+ UInt64($1) }
      }
    }
  }

  private func readContext(_ draft: inout MentionDraft) {
    let head = draft.head
    draft.role = trees.heads[head] < 0 ? 3 : relationHashes[Int(trees.relations[head])]
    draft.governor = trees.heads[head]
    draft.isSubject = trees.relation(head).hasPrefix("nsubj")
    if draft.governor >= 0 {
      let governor = features(Int(draft.governor))
      draft.governorForm = governor.form
      draft.governorCoarse = governor.coarse
      let below = relationsBelow[Int(draft.governor)]
      if below.contains(.copula) { draft.predicateHead = draft.governor }
      draft.clause = below.contains(.clause) ? 1 : 0
      draft.clause += WordFeatures.formHash(of: tags.penn(Int(draft.governor))) << 1
    }
  }

  private func readChildren(_ draft: inout MentionDraft) {
    let head = draft.head
    var words = [Int32(tokens.lowers[head].index)]
    var opening = MentionDraft.Opening.bare
    children(head) { child, relation in
      if relation.contains(.copula) { draft.isPredicate = true }
      if relation.contains(.preposition), child < head {
        draft.preposition = features(child).form
      }
      if relation.contains(.postmodifier), child > head { draft.hasPostmodifier = true }
      if relation.contains(.word) { words.append(Int32(tokens.lowers[child].index)) }
      guard child < head, child >= draft.start else { return }
      if relation.contains(.number) {
        words.append(Int32(tokens.lowers[child].index))
        if opening == .bare { opening = .number }
      }
      switch trees.relation(child) {
      case "nmod:poss": opening = .possessive
      case "det":
        opening =
          switch lower(child) {
          case "the": .definite
          case "a", "an", "another": .indefinite
          case "this", "that", "these", "those", "such": .demonstrative
          default: .quantified
          }
      default: break
      }
    }
    draft.words = Array(words.prefix(Self.mostWords))
    draft.opening = opening
  }

  /// Number, gender and kind of a name or a noun.
  private func sorts(_ draft: MentionDraft) -> MentionDraft.Sorts {
    var sorts: MentionDraft.Sorts =
      ["NNS", "NNPS"].contains(tags.penn(draft.head)) ? .plural : .singular
    let headKinds =
      kinds[Int(tokens.forms[draft.head].index)].union(
        draft.kind == .noun ? kinds[Int(tokens.lowers[draft.head].index)] : [])
    if draft.kind == .noun {
      if headKinds.contains(.maleNoun) { sorts.formUnion([.male, .person]) }
      if headKinds.contains(.femaleNoun) { sorts.formUnion([.female, .person]) }
      if headKinds.contains(.personNoun) { sorts.insert(.person) }
      if lower(draft.head) == "people" || lower(draft.head) == "police" {
        sorts.remove(.singular)
        sorts.insert(.plural)
      }
      return sorts
    }
    // A name is of a person if its first word is a first name or a title stands before it.
    var first = draft.start
    while first < draft.head, tags.penn(first) != "NNP" { first += 1 }
    let firstKinds = kinds[Int(tokens.forms[first].index)]
    let titleKinds = kinds[Int(tokens.lowers[first].index)]
    let last = kinds[Int(tokens.forms[draft.end - 1].index)]
    if headKinds.contains(.calendar) { return sorts.union(.thing) }
    if headKinds.contains(.body) || last.contains(.body) { return sorts.union([.body, .thing]) }
    if !last.isDisjoint(with: [.place, .work]) || headKinds.contains(.place),
      firstKinds.isDisjoint(with: [.maleName, .femaleName])
    {
      return sorts.union([.place, .thing])
    }
    if titleKinds.contains(.maleNoun) { return sorts.union([.male, .person]) }
    if titleKinds.contains(.femaleNoun) { return sorts.union([.female, .person]) }
    if firstKinds.contains(.title) { sorts.insert(.person) }
    for kinds in [firstKinds, headKinds] {
      if kinds.contains(.maleName) { sorts.insert(.male) }
      if kinds.contains(.femaleName) { sorts.insert(.female) }
      if !sorts.isDisjoint(with: [.male, .female]) {
        sorts.insert(.person)
        break
      }
    }
    return sorts
  }
}

extension MentionDraft {
  /// Several things, not one.
  fileprivate mutating func becomeCoordination() {
    sorts = sorts.intersection(.person).union(.plural)
    words.append(-1)
  }
}
