import BriefSource
import BriefText

/// Who speaks in one quoted stretch, and how that was found.
struct Attribution {
  /// The words that name the one who speaks.
  var speaker: Range<Int>?
  /// The words that introduce the speech.
  var cue: Range<Int>?
  /// The cue's entry in the lexicon; -1 for none.
  var entry = -1
  /// The rule.
  var rule: QuoteRule
  /// The stretch or block the speaker was taken over from.
  var origin: Origin = .own

  /// Where an attribution that is not its own comes from.
  enum Origin {
    case own
    case stretch(Int)
    case block(Int)
  }
}
