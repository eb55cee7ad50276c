/// The verbs beside which a word with a capital is taken for somebody who speaks.
enum SpeechVerbs {
  /// The forms, folded: a few that seldom mean anything else, not the whole list of cues.
  static let certain: Set<String> = [
    "said", "says", "told", "added", "warned", "asked", "replied", "stressed", "noted",
    "argued", "claimed", "insisted", "explained", "announced", "declared", "confirmed",
  ]
}
