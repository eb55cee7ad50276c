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
  /// The entity, where the mention alone does not lead to it.
  var entity: EntityID?
  /// The stretch or block the speaker was taken over from.
  var origin: Origin = .own
  /// The report that the words are part of, as its position among the reports.
  var report: Int?

  init(
    speaker: Range<Int>?, cue: Range<Int>?, entry: Int = -1, rule: QuoteRule,
    origin: Origin = .own, entity: EntityID? = nil
  ) {
    self.speaker = speaker
    self.cue = cue
    self.entry = entry
    self.rule = rule
    self.origin = origin
    self.entity = entity
  }

  /// Where an attribution that is not its own comes from.
  enum Origin {
    case own
    case stretch(Int)
    case block(Int)
  }
}
