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
  /// "blames the delay on rain", "voted in favour of talks": the oblique and what follows
  case obliqueAndMore = "oblique+"
  /// "spoke about how the road was closed"
  case prepositionClause = "preposition-clause"
  /// "argued, because …", "acted as if …"
  case adverbial
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
}
