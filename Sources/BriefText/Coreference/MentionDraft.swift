/// A phrase that may be a mention, with what tells whether two of them mean the same.
package struct MentionDraft: Sendable {
  package enum Kind: UInt8, Sendable { case pronoun, name, noun }

  /// How a noun phrase begins.
  enum Opening: UInt8, Sendable {
    case bare, definite, indefinite, demonstrative, possessive, quantified, number
  }

  /// What it means, as far as lists tell; a set of several where they disagree.
  struct Sorts: OptionSet, Sendable {
    let rawValue: UInt8

    static let male = Sorts(rawValue: 1)
    static let female = Sorts(rawValue: 2)
    static let thing = Sorts(rawValue: 4)
    static let person = Sorts(rawValue: 8)
    static let place = Sorts(rawValue: 16)
    static let body = Sorts(rawValue: 32)
    static let singular = Sorts(rawValue: 64)
    static let plural = Sorts(rawValue: 128)

    static let gender: Sorts = [.male, .female, .thing]
    static let kind: Sorts = [.person, .place, .body]
    static let number: Sorts = [.singular, .plural]

    /// Whether the two differ in gender or in number where both are known.
    func contradicts(_ other: Sorts) -> Bool {
      contradicts(other, .gender) || contradicts(other, .number)
    }

    /// Whether both say something of `part` and have none of it in common.
    func contradicts(_ other: Sorts, _ part: Sorts) -> Bool {
      let mine = intersection(part)
      let others = other.intersection(part)
      return !mine.isEmpty && !others.isEmpty && mine.isDisjoint(with: others)
    }
  }

  /// The token indices, the end excluded.
  package var start: Int
  package var end: Int
  /// The token all others depend on.
  package var head: Int
  /// The sentence it stands in.
  var sentence: Int
  var kind: Kind
  var pronoun: Pronoun = .none
  var isReflexive = false
  var opening = Opening.bare
  var sorts: Sorts = []
  /// The number of the quotation it stands in; 0 outside of all.
  var quotation: Int32 = 0
  /// Whether its sentence ends in a question mark.
  var isInQuestion = false
  /// Whether what it depends on is a copular predicate, and whether it is one.
  var predicateHead: Int32 = -1
  var isPredicate = false
  /// The token it depends on, -1 for none.
  var governor: Int32 = -1
  /// Whether it holds a relative clause or a prepositional phrase.
  var hasPostmodifier = false

  // Numbers of words in the vocabulary of the text: equal words, equal numbers.

  /// The head without case.
  var headWord: Int32 = 0
  /// All words but articles and the possessive ending, as one number.
  var key: UInt64 = 0
  /// The words of the name, or the head and its adjectives and nouns.
  var words: [Int32] = []
  /// The first letters of the words of a name, if there are several; or the whole of a short name
  /// in capitals.
  var initials: UInt64 = 0
  var capitals: UInt64 = 0

  // Hashes that are the same in every text.

  var headFine: UInt64 = 0
  var headCoarse: UInt64 = 0
  var headSuffix: UInt64 = 0
  var firstForm: UInt64 = 0
  var lastForm: UInt64 = 0
  var previousForm: UInt64 = 0
  var nextForm: UInt64 = 0
  var governorForm: UInt64 = 0
  var governorCoarse: UInt64 = 0
  /// The relation to the governor, and the preposition.
  var role: UInt64 = 0
  var preposition: UInt64 = 0
  var headTag: UInt64 = 0
  var isSubject = false
  /// What kind of clause it stands in: whether the governor has a clause below it, and its tag.
  var clause: UInt64 = 0

  /// What it is called in features: the pronoun, or the kind of phrase with its opening.
  var type: UInt64 {
    switch kind {
    case .pronoun: 32 + UInt64(pronoun.rawValue)
    case .name: 1
    case .noun: 2 + UInt64(opening.rawValue)
    }
  }

  /// The same less finely.
  var coarseType: UInt64 {
    switch kind {
    case .pronoun: 32 + UInt64(pronoun.rawValue)
    case .name: 1
    case .noun: 2
    }
  }

  /// Whether the other lies inside.
  func contains(_ other: MentionDraft) -> Bool { start <= other.start && other.end <= end }
}
