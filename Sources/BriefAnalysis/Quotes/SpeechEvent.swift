import BriefSource
import BriefText

/// A place outside of quotations where somebody is said to speak, think or judge.
struct SpeechEvent {
  /// How the one who speaks stands to the cue.
  enum Order {
    /// "Khan said".
    case subjectFirst
    /// "said Khan".
    case inverted
    /// ", saying": the subject is that of the main clause.
    case participle
    /// "according to Khan".
    case accordingTo
  }

  /// The tokens of the cue.
  let cue: Range<Int>
  /// Its verb in the lexicon; -1 for "according to".
  let entry: Int
  /// Who speaks; `nil` when nothing fits.
  var subject: Range<Int>?
  /// How it is arranged.
  let order: Order
  /// The tokens of the sentence it stands in.
  let frame: Range<Int>
  /// Whether its clause is a main clause: nothing but a comma, a conjunction or the start of the
  /// sentence stands before its subject.
  var isMain = false
  /// Whether its clause says when, or why, what the sentence tells happened.
  var isCircumstance = false
}
