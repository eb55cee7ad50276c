import BriefText

/// The dependency trees of a document as rules read them: relations, children, subtrees.
///
/// Built in time linear in the number of tokens. Without a model every token stands alone.
struct ClauseTree {
  /// The head of each token; -1 for the root of a sentence.
  let heads: [Int32]
  /// The relation of each token to its head.
  let relations: [Relation]
  /// The part of speech of each token.
  let parts: [UniversalTag]
  /// The form each verb has; none for other words.
  let verbForms: [VerbForm]
  /// The first and the last token of what depends on each token, itself included.
  private let firsts: [Int32]
  private let lasts: [Int32]
  private let firstChild: [Int32]
  private let nextSibling: [Int32]
  private let lemmas: Lemmas?

  /// The forms of verbs that tell constructions apart.
  enum VerbForm: UInt8 { case none, base, past, ing, participle, present }

  /// Reads the trees of `document`.
  init(_ document: Document) {
    let count = document.tokens.count
    guard let trees = document.trees, let tags = document.tags else {
      heads = Array(repeating: -1, count: count)
      relations = Array(repeating: .root, count: count)
      parts = Array(repeating: .other, count: count)
      verbForms = Array(repeating: .none, count: count)
      firsts = (0..<count).map { Int32($0) }
      lasts = firsts
      firstChild = heads
      nextSibling = heads
      lemmas = nil
      return
    }
    lemmas = document.lemmas
    heads = trees.heads
    let named = trees.relationNames.map(Relation.init)
    let pairs = tags.set.pairs
    let forms = pairs.map { Self.verbForm($0.penn) }
    relations = trees.relations.map { Int($0) < named.count ? named[Int($0)] : .other }
    parts = tags.numbers.map { Int($0) < pairs.count ? pairs[Int($0)].universal : .other }
    verbForms = tags.numbers.map { Int($0) < forms.count ? forms[Int($0)] : .none }

    var firstChild = [Int32](repeating: -1, count: count)
    var nextSibling = firstChild
    var pending = [Int32](repeating: 0, count: count)
    for token in (0..<count).reversed() {
      let head = Int(trees.heads[token])
      guard head >= 0 else { continue }
      nextSibling[token] = firstChild[head]
      firstChild[head] = Int32(token)
      pending[head] += 1
    }
    // From the leaves upwards, so that every subtree is known before that of its head.
    var firsts = (0..<count).map { Int32($0) }
    var lasts = firsts
    var ready = (0..<count).filter { pending[$0] == 0 }
    while let token = ready.popLast() {
      let head = Int(trees.heads[token])
      guard head >= 0 else { continue }
      firsts[head] = min(firsts[head], firsts[token])
      lasts[head] = max(lasts[head], lasts[token])
      pending[head] -= 1
      if pending[head] == 0 { ready.append(head) }
    }
    self.firstChild = firstChild
    self.nextSibling = nextSibling
    self.firsts = firsts
    self.lasts = lasts
  }

  private static func verbForm(_ penn: String) -> VerbForm {
    switch penn {
    case "VB": .base
    case "VBD": .past
    case "VBG": .ing
    case "VBN": .participle
    case "VBP", "VBZ": .present
    default: .none
    }
  }

  /// The tokens that depend on the token at `index`, itself included.
  func subtree(_ index: Int) -> Range<Int> { Int(firsts[index])..<Int(lasts[index]) + 1 }

  /// The head of the token at `index`, or `nil`.
  func head(_ index: Int) -> Int? { heads[index] < 0 ? nil : Int(heads[index]) }

  /// The tokens that depend on the token at `index` directly, in text order.
  func children(_ index: Int) -> Children { Children(next: firstChild[index], tree: nextSibling) }

  /// The tokens that depend on the head of the token at `index` and stand after it.
  func siblings(after index: Int) -> Children {
    Children(next: nextSibling[index], tree: nextSibling)
  }

  /// The first token with the relation to the token at `index`, or `nil`.
  func child(_ index: Int, _ relation: Relation) -> Int? {
    children(index).first { relations[$0] == relation }
  }

  /// Whether the verb at `index` follows an "and" of its own, or is a participle behind a comma: a
  /// subject before that is not its own, whatever the parser made of it.
  func isJoined(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    return relations[index - 1] == .conjunction
      ? Int(heads[index - 1]) == index
      : verbForms[index] == .ing && relations[index - 1] == .punctuation
  }

  /// Whether the word at `index` is a past tense, or a participle that looks like one.
  func isPast(_ index: Int) -> Bool {
    verbForms[index] == .past || verbForms[index] == .participle
  }

  /// The subject of the verb at `index` itself, or `nil`.
  func subject(_ index: Int) -> Int? {
    guard let subject = child(index, .subject), subject > index || !isJoined(index) else {
      return nil
    }
    return subject
  }

  /// The lemma of the token at `index`, in small letters.
  func lemma(_ index: Int) -> String { lemmas?.text(index) ?? "" }

  /// Whether the token at `index` is a noun, a name or a pronoun.
  func isNominal(_ index: Int) -> Bool {
    switch parts[index] {
    case .noun, .properNoun, .pronoun, .numeral, .symbol, .other: true
    default: false
    }
  }

  /// The children of one token.
  struct Children: Sequence, IteratorProtocol {
    private var place: Int32
    private let siblings: [Int32]

    fileprivate init(next: Int32, tree: [Int32]) {
      place = next
      siblings = tree
    }

    mutating func next() -> Int? {
      guard place >= 0 else { return nil }
      defer { place = siblings[Int(place)] }
      return Int(place)
    }
  }
}
