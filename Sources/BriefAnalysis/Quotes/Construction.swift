/// How what is said, thought or judged stands to the word that says so.
///
/// The raw values are the names in the list of counts.
enum Construction: String, Sendable, CaseIterable {
  /// "said that the road is open"
  case that
  /// "said the road is open"
  case clause
  /// "The road is open, Khan said"
  case before
  /// "Khan said: the road is open", told by the parser as two clauses side by side
  case beside
  /// "The road, Khan said, is open", where the cue hangs on what is said
  case parenthesis
  /// "promised to open the road"
  case infinitive
  /// "considers the road safe"
  case complement
  /// "praised the army"
  case object
  /// "accused the army of a breach"
  case objectAndMore = "object+"
  /// "called for talks"
  case oblique
  /// "spoke about how the road was closed"
  case prepositionClause = "preposition-clause"
  /// "The road was praised"
  case passiveSubject = "passive-subject"
  /// "The road is expected to open"
  case raising
  /// "as Khan said"
  case asClause = "as"
  /// "according to Khan"
  case according
  /// "the claim that the road is open"
  case nounClause = "noun-clause"
  /// "a promise to open the road"
  case nounInfinitive = "noun-infinitive"
  /// "criticism of the road"
  case nounOf = "noun-of"
  /// "confident that the road is open"
  case adjectiveClause = "adjective-clause"
  /// "eager to open the road"
  case adjectiveInfinitive = "adjective-infinitive"
  /// "The road is reportedly open"
  case adverb

  /// Its place among all of them.
  var number: Int { Self.numbers[self] ?? 0 }

  private static let numbers: [Construction: Int] = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($0.element, $0.offset) })

  /// The construction in words, for `why`.
  var explanation: String {
    switch self {
    case .that: "a clause with “that” follows"
    case .clause: "a clause follows"
    case .before: "what is said stands before it"
    case .beside: "a clause stands beside it"
    case .parenthesis: "it is set into what is said"
    case .infinitive, .nounInfinitive, .adjectiveInfinitive: "an infinitive follows"
    case .complement: "what is judged, and how, follow"
    case .object: "its object is what is spoken of"
    case .objectAndMore: "its object and what is said of it follow"
    case .oblique, .nounOf: "a preposition with what is spoken of follows"
    case .prepositionClause: "a preposition with a clause follows"
    case .passiveSubject: "its subject is what is spoken of"
    case .raising: "its subject and an infinitive are what is said"
    case .asClause: "a clause with “as” names the one who speaks"
    case .according: "it names the one according to whom it is so"
    case .nounClause: "a noun for speech has a clause"
    case .adjectiveClause: "a clause follows"
    case .adverb: "it marks the clause as said by others"
    }
  }
}
